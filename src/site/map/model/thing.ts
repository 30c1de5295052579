import type { ContainerOf, MountOf, PortOf } from './containers.ts';
import type { NetworkOf, VolumeOf } from './host-model.ts';
import type { Layer } from './image-layers.ts';
import type { ImageOf, Stack } from './image-stacks.ts';

/** A part of the map, as its headings name them. */
export type Section = 'networks' | 'volumes' | 'images';

/** Whatever stands on the map and can be asked about. */
export type Thing =
  | { kind: 'section'; section: Section }
  | { kind: 'network'; network: NetworkOf }
  | { kind: 'resting' }
  | { kind: 'container'; container: ContainerOf }
  /** A container on a network that is not its first, or in another container's network. */
  | { kind: 'guest'; container: ContainerOf; network: NetworkOf; address: string }
  | { kind: 'port'; container: ContainerOf; port: PortOf }
  | { kind: 'mount'; container: ContainerOf; mount: MountOf }
  | { kind: 'volume'; volume: VolumeOf }
  | { kind: 'image'; image: ImageOf }
  /** Layers that several images stand on and none ends with. */
  | { kind: 'base'; stack: Stack }
  | { kind: 'layer'; layer: Layer; stack: Stack }
  | { kind: 'layers'; layers: readonly Layer[]; stack: Stack }
  | { kind: 'writable'; container: ContainerOf }
  /** What is folded away of a list; `place` tells lists of a section apart. */
  | { kind: 'more'; section: Section; place: string; count: number };

/** Names a thing from one drawing to the next. */
export function keyOf(thing: Thing): string {
  switch (thing.kind) {
    case 'section':
      return `section ${thing.section}`;
    case 'network':
      return `network ${thing.network.id}`;
    case 'resting':
      return 'resting';
    case 'container':
      return `container ${thing.container.id}`;
    case 'guest':
      return `guest ${thing.container.id} ${thing.network.id}`;
    case 'port':
      return `port ${thing.container.id} ${thing.port.host ?? ''} ${thing.port.container} ${thing.port.protocol}`;
    case 'mount':
      return `mount ${thing.container.id} ${thing.mount.destination}`;
    case 'volume':
      return `volume ${thing.volume.key}`;
    case 'image':
      return `image ${thing.image.id}`;
    case 'base':
      return `base ${thing.stack.key}`;
    case 'layer':
      return `layer ${thing.layer.chain}`;
    case 'layers':
      return `layers ${thing.stack.key}`;
    case 'writable':
      return `writable ${thing.container.id}`;
    case 'more':
      return `more ${thing.section} ${thing.place}`;
  }
}

/** The things that `thing` has to do with, by key: they are shown together with it. */
export function relatedTo(thing: Thing, images: readonly ImageOf[]): string[] {
  switch (thing.kind) {
    case 'network':
      return thing.network.members.flatMap(({ container }) => [`container ${container.id}`, `guest ${container.id} ${thing.network.id}`]);
    case 'container':
    case 'guest':
    case 'writable': {
      const { container } = thing;
      const image = images.find(({ id }) => id === container.imageId);
      return [
        `container ${container.id}`,
        `writable ${container.id}`,
        `image ${container.imageId}`,
        ...(image?.layers ?? []).map(({ chain }) => `layer ${chain}`),
        ...container.mounts.map(({ source }) => `volume ${source}`),
      ];
    }
    case 'port':
      return [`container ${thing.container.id}`];
    case 'mount':
      return [`volume ${thing.mount.source}`, `container ${thing.container.id}`];
    case 'volume':
      return thing.volume.mounts.flatMap(({ container, destination }) => [`container ${container.id}`, `mount ${container.id} ${destination}`]);
    case 'image':
      return thing.image.layers.map(({ chain }) => `layer ${chain}`);
    case 'layer':
    case 'layers':
    case 'base':
      return thing.stack.carried.map(({ id }) => `image ${id}`);
    case 'section':
    case 'resting':
    case 'more':
      return [];
  }
}
