import type { ContainerCreateRequest, HostConfig } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';

/** Throws when options contradict the network that the container is to use. Whether that exists is asked when it starts. */
export function checkNetworkMode(request: ContainerCreateRequest, hostConfig: HostConfig): void {
  const { NetworkMode: mode } = hostConfig;
  const [kind, name] = mode.split(':');
  const isHost = mode === 'host';
  const isContainer = kind === 'container';
  if (isContainer && !name) throw new EngineError('invalidParameter', 'Invalid network mode: invalid container format container:<name|id>');
  const links = (hostConfig.Links ?? []).length > 0;
  const conflicts: [boolean, string][] = [
    [isContainer && Boolean(request.Hostname), 'hostname and the network mode'],
    [isContainer && links, "container type network can't be used with links. This would result in undefined behavior"],
    [isContainer && (hostConfig.Dns ?? []).length > 0, 'dns and the network mode'],
    [isContainer && (hostConfig.ExtraHosts ?? []).length > 0, 'custom host-to-IP mapping and the network mode'],
    [(isContainer || isHost) && Boolean(request.MacAddress), 'mac-address and the network mode'],
    [isContainer && (Object.keys(hostConfig.PortBindings ?? {}).length > 0 || hostConfig.PublishAllPorts), 'port publishing and the container type network mode'],
    [isContainer && Object.keys(request.ExposedPorts ?? {}).length > 0, 'port exposing and the container type network mode'],
    [hostConfig.UTSMode === 'host' && Boolean(request.Hostname), 'hostname and the UTS mode'],
    [isHost && links, "host type networking can't be used with links. This would result in undefined behavior"],
  ];
  const [conflict] = conflicts.filter(([applies]) => applies);
  if (conflict) throw new EngineError('invalidParameter', `conflicting options: ${conflict[1]}`);
  for (const each of hostConfig.ExtraHosts ?? []) if (!/^[^:=]+[:=].+$/.test(each)) throw new EngineError('invalidParameter', `bad format for add-host: ${JSON.stringify(each)}`);
}
