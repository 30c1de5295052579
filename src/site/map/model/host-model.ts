import type { EngineAnswers, EngineNetwork, EngineVolume } from '../engine/engine-answers.ts';
import { containerOf, type ContainerOf, isLive } from './containers.ts';
import { imageStacks, type ImageOf, type Stack } from './image-stacks.ts';

/** A network, and who runs on it. */
export interface NetworkOf {
  id: string;
  name: string;
  driver: string;
  subnets: readonly string[];
  gateways: readonly string[];
  internal: boolean;
  /** bridge, host and none, which every engine has. */
  builtIn: boolean;
  /** Containers that run; one of several networks is `guest` in all but the first. `address` is empty on host and none, and in another container's network. */
  members: readonly { container: ContainerOf; address: string; guest: boolean }[];
}

/** A volume, or a folder of the host that is mounted. */
export interface VolumeOf {
  key: string;
  kind: 'volume' | 'bind';
  name: string;
  /** Made without a name, for one container. */
  anonymous: boolean;
  driver: string;
  /** Bytes; undefined: not known. */
  size: number | undefined;
  /** Containers with it, also those that do not run. */
  mounts: readonly { container: ContainerOf; destination: string; writable: boolean }[];
}

/** One host as it is drawn. */
export interface HostModel {
  images: readonly ImageOf[];
  stacks: readonly Stack[];
  /** Bytes of all layers, each once. */
  stored: number;
  containers: readonly ContainerOf[];
  networks: readonly NetworkOf[];
  /** Containers that do not run. */
  resting: readonly ContainerOf[];
  volumes: readonly VolumeOf[];
}

/** What is drawn of what the engine answered. */
export function hostModel(answers: EngineAnswers): HostModel {
  const containers = answers.containers.map(containerOf).toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    ...imageStacks(answers),
    containers,
    networks: networksOf(answers.networks, containers),
    resting: containers.filter((container) => !isLive(container)),
    volumes: [...volumesOf(answers.volumes, answers.volumeSizes, containers), ...bindsOf(containers)],
  };
}

/** Own networks first, then bridge, host and none. */
const builtIns = ['bridge', 'host', 'none'];

function networksOf(networks: readonly EngineNetwork[], containers: readonly ContainerOf[]): NetworkOf[] {
  const order = ({ Name }: EngineNetwork): number => builtIns.indexOf(Name);
  const placed = new Set<string>();
  return networks
    .toSorted((a, b) => order(a) - order(b) || a.Name.localeCompare(b.Name))
    .map((network) => {
      const members = containers.filter(isLive).flatMap((container) => {
        const home = container.networkOf === undefined ? container : containers.find(({ id, name }) => id === container.networkOf || name === container.networkOf);
        const own = home?.networks.find(({ name }) => name === network.Name);
        if (!own) return [];
        const guest = placed.has(container.id);
        placed.add(container.id);
        return guest && home !== container ? [] : [{ container, address: home === container ? own.address : '', guest }];
      });
      const config = network.IPAM.Config ?? [];
      return {
        id: network.Id,
        name: network.Name,
        driver: network.Driver,
        subnets: config.flatMap(({ Subnet }) => Subnet ?? []),
        gateways: config.flatMap(({ Gateway }) => Gateway ?? []),
        internal: network.Internal,
        builtIn: builtIns.includes(network.Name),
        members,
      };
    });
}

function volumesOf(volumes: readonly EngineVolume[], sizes: EngineAnswers['volumeSizes'], containers: readonly ContainerOf[]): VolumeOf[] {
  return volumes
    .map((volume): VolumeOf => {
      const size = sizes.get(volume.Name) ?? -1;
      return {
        key: volume.Name,
        kind: 'volume',
        name: volume.Name,
        anonymous: volume.Labels?.['com.docker.volume.anonymous'] !== undefined || /^[0-9a-f]{64}$/.test(volume.Name),
        driver: volume.Driver,
        size: size < 0 ? undefined : size,
        mounts: mountsOf(containers, 'volume', volume.Name),
      };
    })
    .toSorted((a, b) => Number(a.anonymous) - Number(b.anonymous) || a.name.localeCompare(b.name));
}

function bindsOf(containers: readonly ContainerOf[]): VolumeOf[] {
  const sources = new Set(containers.flatMap(({ mounts }) => mounts.flatMap(({ kind, source }) => (kind === 'bind' ? source : []))));
  return [...sources].toSorted().map((source) => ({ key: source, kind: 'bind', name: source, anonymous: false, driver: '', size: undefined, mounts: mountsOf(containers, 'bind', source) }));
}

function mountsOf(containers: readonly ContainerOf[], kind: 'volume' | 'bind', source: string): VolumeOf['mounts'] {
  return containers.flatMap((container) =>
    container.mounts.flatMap((mount) => (mount.kind === kind && mount.source === source ? [{ container, destination: mount.destination, writable: mount.writable }] : [])),
  );
}
