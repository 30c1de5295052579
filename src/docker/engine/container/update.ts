import type { ContainerUpdateRequest, ContainerUpdateResponse } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { checkRestartPolicy } from './config-defaults.ts';
import { EngineError } from '../engine-error.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { checkResources, runtimeResources } from './resources.ts';

/** `POST /containers/{id}/update` */
export function updateContainer(daemon: Daemon, container: Container, request: ContainerUpdateRequest): ContainerUpdateResponse {
  const { RestartPolicy: policy, ...resources } = request;
  if (policy?.Name) {
    checkRestartPolicy({ Name: policy.Name, MaximumRetryCount: policy.MaximumRetryCount ?? 0 }, container.hostConfig.AutoRemove);
  }
  const changes = Object.fromEntries(Object.entries(resources).filter(([, value]) => value !== 0 && value !== '' && value !== null && value !== undefined));
  const { MemorySwap: swap } = container.hostConfig;
  const wanted = { ...container.hostConfig, ...changes, ...(policy?.Name && { RestartPolicy: { Name: policy.Name, MaximumRetryCount: policy.MaximumRetryCount ?? 0 } }) } as Container['hostConfig'];
  if (request.Memory && !request.MemorySwap && request.Memory > swap) throw new EngineError('conflict', `Cannot update container ${container.id}: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time`);
  checkResources(daemon, wanted);
  container.task?.update(runtimeResources(wanted));
  Object.assign(container.hostConfig, wanted);
  daemon.containers.save(container);
  emitContainer(daemon, container, 'update');
  return { Warnings: [] };
}
