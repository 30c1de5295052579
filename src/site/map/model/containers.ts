import type { EngineContainer } from '../engine/engine-answers.ts';

/** What a container does, as far as the drawing tells it apart. */
export type ContainerState = 'running' | 'paused' | 'restarting' | 'created' | 'exited' | 'dead';

/** A port: published on the host, or only named by the image. */
export interface PortOf {
  /** Of the host; undefined: only exposed. */
  host: number | undefined;
  container: number;
  protocol: string;
  /** Addresses of the host where it listens: empty for all. */
  addresses: readonly string[];
}

/** A place of the host in a container's tree of files. */
export interface MountOf {
  kind: 'volume' | 'bind' | 'tmpfs';
  /** Volume's name or host's path. */
  source: string;
  destination: string;
  writable: boolean;
}

/** A container of the host. */
export interface ContainerOf {
  id: string;
  name: string;
  /** As it was named when it was made. */
  image: string;
  imageId: string;
  command: string;
  state: ContainerState;
  /** Of one that has ended. */
  exitCode: number | undefined;
  health: 'healthy' | 'unhealthy' | 'starting' | undefined;
  /** Bytes of its writable layer. */
  written: number;
  ports: readonly PortOf[];
  mounts: readonly MountOf[];
  /** By network; the address is empty while it does not run. */
  networks: readonly { name: string; address: string }[];
  /** The container whose network it uses (`--network container:…`). */
  networkOf: string | undefined;
}

/** Whether it has processes, and with them addresses. */
export function isLive({ state }: Pick<ContainerOf, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

const states: readonly ContainerState[] = ['running', 'paused', 'restarting', 'created', 'exited', 'dead'];

/** A container as the engine lists it. */
export function containerOf(container: EngineContainer): ContainerOf {
  const exit = /^Exited \((\d+)\)/.exec(container.Status)?.[1];
  const health = /\((healthy|unhealthy|health: starting)\)/.exec(container.Status)?.[1];
  const mode = /^container:(.+)$/.exec(container.HostConfig.NetworkMode ?? '')?.[1];
  return {
    id: container.Id,
    name: (container.Names.find((name) => !name.slice(1).includes('/')) ?? container.Id.slice(0, 12)).replace(/^\//, ''),
    image: container.Image.replace(/^sha256:([0-9a-f]{12}).*$/, '$1'),
    imageId: container.ImageID,
    command: container.Command,
    state: states.find((state) => state === container.State) ?? 'dead',
    exitCode: exit === undefined ? undefined : Number(exit),
    health: health === undefined ? undefined : health === 'health: starting' ? 'starting' : health === 'healthy' ? 'healthy' : 'unhealthy',
    written: container.SizeRw ?? 0,
    ports: portsOf(container.Ports ?? []),
    mounts: (container.Mounts ?? []).map((mount) => ({
      kind: mount.Type === 'volume' || mount.Type === 'tmpfs' ? mount.Type : 'bind',
      source: mount.Type === 'volume' ? (mount.Name ?? '') : mount.Source,
      destination: mount.Destination,
      writable: mount.RW,
    })),
    networks: Object.entries(container.NetworkSettings?.Networks ?? {}).map(([name, { IPAddress }]) => ({ name, address: IPAddress })),
    networkOf: mode,
  };
}

/** One entry a port: the engine tells IPv4 and IPv6 apart. */
function portsOf(ports: NonNullable<EngineContainer['Ports']>): PortOf[] {
  const groups = Map.groupBy(ports, ({ PublicPort, PrivatePort, Type }) => `${PublicPort ?? ''} ${PrivatePort} ${Type}`);
  const found = [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const addresses = same.flatMap(({ IP }) => (IP === undefined || IP === '0.0.0.0' || IP === '::' ? [] : [IP]));
    const all = same.some(({ IP }) => IP === '0.0.0.0' || IP === '::');
    return [{ host: first.PublicPort, container: first.PrivatePort, protocol: first.Type, addresses: all ? [] : addresses }];
  });
  // A published port is also listed as exposed by some engines.
  return found
    .filter((port) => port.host !== undefined || !found.some((other) => other.host !== undefined && other.container === port.container && other.protocol === port.protocol))
    .toSorted((a, b) => Number(a.host === undefined) - Number(b.host === undefined) || a.container - b.container || (a.host ?? 0) - (b.host ?? 0));
}
