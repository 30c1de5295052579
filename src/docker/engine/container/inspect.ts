import type { ContainerInspect } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { shownEndpoints } from '../network/endpoint.ts';
import type { Container } from './container.ts';
import { orderedConfig, orderedHostConfig } from './field-order.ts';
import { shownLinks } from './links.ts';
import { sizes } from './list.ts';

/** `GET /containers/{id}/json` */
export function inspectContainer(daemon: Daemon, container: Container, size: boolean): ContainerInspect {
  const { state, hostConfig } = container;
  const directory = daemon.containers.directory(container);
  const file = (name: string): string => (container.hasBeenStartedBefore ? `${directory}/${name}` : '');
  const running = daemon.execs.of(container).filter((exec) => exec.running || !exec.started);
  const bridge = container.networks.bridge;
  const desiredMac = container.networks[hostConfig.NetworkMode]?.DesiredMacAddress;
  const { Health: health, ...plain } = state;
  return {
    Id: container.id, Created: container.created, Path: container.path, Args: container.args,
    State: { Status: container.status, ...plain, ...(health && { Health: health }) },
    Image: container.imageId, ResolvConfPath: file('resolv.conf'), HostnamePath: file('hostname'), HostsPath: file('hosts'), LogPath: container.hasBeenStartedBefore ? daemon.containers.logPath(container) : '',
    Name: `/${container.name}`, RestartCount: container.restartCount, Driver: daemon.snapshotter.driver, Platform: 'linux', MountLabel: '', ProcessLabel: '', AppArmorProfile: '',
    ExecIDs: running.length > 0 ? running.map((exec) => exec.id) : null, HostConfig: orderedHostConfig({ ...hostConfig, Links: shownLinks(container) }),
    GraphDriver: { Data: daemon.snapshotter.exists(container.mountId) ? daemon.snapshotter.data(container.mountId) : null, Name: daemon.snapshotter.driver },
    ...(size && { SizeRw: 0, ...sizes(daemon, container) }),
    Mounts: container.mountPoints(), Config: orderedConfig({ ...container.config, ...(desiredMac && { MacAddress: desiredMac }) }),
    NetworkSettings: {
      Bridge: '', SandboxID: container.sandboxId, SandboxKey: container.sandboxId === '' ? '' : hostConfig.NetworkMode === 'host' ? '/var/run/docker/netns/default' : `/var/run/docker/netns/${container.sandboxId.slice(0, 12)}`,
      Ports: container.ports, HairpinMode: false, LinkLocalIPv6Address: '', LinkLocalIPv6PrefixLen: 0, SecondaryIPAddresses: null, SecondaryIPv6Addresses: null,
      EndpointID: bridge?.EndpointID ?? '', Gateway: bridge?.Gateway ?? '', GlobalIPv6Address: '', GlobalIPv6PrefixLen: 0, IPAddress: bridge?.IPAddress ?? '', IPPrefixLen: bridge?.IPPrefixLen ?? 0, IPv6Gateway: '',
      MacAddress: bridge?.MacAddress ?? '', Networks: shownEndpoints(container.networks),
    },
  };
}
