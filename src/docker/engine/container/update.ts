import type { ContainerUpdateRequest, ContainerUpdateResponse } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { checkRestartPolicy } from './config-defaults.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';

/** `POST /containers/{id}/update` */
export function updateContainer(daemon: Daemon, container: Container, request: ContainerUpdateRequest): ContainerUpdateResponse {
  const { RestartPolicy: policy, ...resources } = request;
  if (policy?.Name) {
    checkRestartPolicy(policy, container.hostConfig.AutoRemove);
    container.hostConfig.RestartPolicy = policy;
  }
  const changes = Object.fromEntries(Object.entries(resources).filter(([, value]) => value !== 0 && value !== '' && value !== null && value !== undefined));
  Object.assign(container.hostConfig, changes);
  daemon.containers.save(container);
  emitContainer(daemon, container, 'update');
  return { Warnings: [] };
}
