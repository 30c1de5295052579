import type { MapKey, MapTexts } from '../../i18n/map-texts.ts';
import type { ContainerOf, MountOf, PortOf } from '../model/containers.ts';
import type { HostModel, NetworkOf, VolumeOf } from '../model/host-model.ts';
import type { Thing } from '../model/thing.ts';
import { mountName, stateText, volumeName } from './words.ts';

/** What is said of a thing: its name, what it is a kind of, and what that means here. `code` in backticks. */
export interface Explanation {
  title: string;
  kind: string;
  text: string;
}

/** Says what a thing is, with its own figures. */
export function explain(thing: Thing, model: HostModel, t: MapTexts): Explanation {
  switch (thing.kind) {
    case 'section':
      return { title: t(sectionTitles[thing.section]), kind: '', text: t(sectionTexts[thing.section], { size: t.size(model.stored) }) };
    case 'network':
      return { title: thing.network.name, kind: t('kindNetwork'), text: networkText(thing.network, t) };
    case 'resting':
      return { title: t('resting'), kind: '', text: t('explainResting') };
    case 'container':
      return { title: thing.container.name, kind: `${t('kindContainer')}, ${stateText(thing.container, t)}`, text: containerText(thing.container, t) };
    case 'guest':
      return { title: thing.container.name, kind: t('kindContainer'), text: t(thing.container.networkOf === undefined ? 'explainGuest' : 'explainShared', { name: thing.container.name }) };
    case 'port':
      return portText(thing.container, thing.port, t);
    case 'mount':
      return { title: `${thing.container.name}:${thing.mount.destination}`, kind: t('kindMount'), text: mountText(thing.container, thing.mount, t) };
    case 'volume':
      return volumeText(thing.volume, t);
    case 'image': {
      const { image } = thing;
      const who = t.list(model.containers.filter(({ imageId }) => imageId === image.id).map(({ name }) => name));
      return { title: image.tags.length > 0 ? image.tags.join(', ') : image.name, kind: t('kindImage'), text: t(image.tags.length > 0 ? 'explainImage' : 'explainDangling', { size: t.size(image.size), own: t.size(image.own), who }) };
    }
    case 'base':
      return { title: t('sharedBase', { n: thing.stack.carried.length }), kind: t('kindBase'), text: t('explainBase', { who: carriers(thing, t), size: t.size(sum(thing.stack.layers)) }) };
    case 'layer': {
      const { layer } = thing;
      const made = layer.instruction === '' ? t('explainLayerUnknown', { size: t.size(layer.size) }) : t('explainLayer', { instruction: inCode(layer.instruction), size: t.size(layer.size) });
      return { title: layer.diffId.slice(0, 19), kind: t('kindLayer'), text: made + (thing.stack.carried.length > 1 ? t('layerShared', { who: carriers(thing, t) }) : '') };
    }
    case 'layers':
      return { title: t('layersFolded', { n: thing.layers.length }), kind: '', text: t('explainLayers', { n: thing.layers.length, size: t.size(sum(thing.layers)) }) };
    case 'writable':
      return { title: thing.container.name, kind: t('kindWritable'), text: t('explainWritable', { name: thing.container.name, size: t.size(thing.container.written) }) };
    case 'more':
      return { title: t('more', { n: thing.count }), kind: '', text: t('explainMore') };
  }
}

const sectionTitles = { networks: 'sectionNetworks', volumes: 'sectionVolumes', images: 'sectionImages' } as const satisfies Record<string, MapKey>;
const sectionTexts = { networks: 'explainNetworks', volumes: 'explainVolumes', images: 'explainImages' } as const satisfies Record<string, MapKey>;

const sum = (layers: readonly { size: number }[]): number => layers.reduce((all, { size }) => all + size, 0);
const inCode = (text: string): string => text.replaceAll('`', '´');
const carriers = ({ stack }: { stack: { carried: readonly { name: string }[] } }, t: MapTexts): string => t.list(stack.carried.map(({ name }) => name));

function networkText({ name, driver, internal, builtIn }: NetworkOf, t: MapTexts): string {
  if (driver === 'host') return t('explainHostNetwork');
  if (driver === 'null') return t('explainNone');
  if (driver !== 'bridge') return t('explainOtherNetwork', { driver });
  if (internal) return t('explainInternal');
  return t('explainBridge', { names: t(builtIn && name === 'bridge' ? 'bridgeNoNames' : 'bridgeNames') });
}

function containerText(container: ContainerOf, t: MapTexts): string {
  const values = { command: inCode(container.command), image: container.image, size: t.size(container.written), code: container.exitCode ?? 0 };
  const keys: Record<ContainerOf['state'], MapKey> = {
    running: 'explainRunning',
    paused: 'explainPaused',
    restarting: 'explainRestarting',
    created: 'explainCreated',
    exited: container.exitCode === 0 ? 'explainExitedZero' : 'explainExited',
    dead: 'explainDead',
  };
  return t(keys[container.state], values);
}

function portText({ name }: ContainerOf, { host, container, protocol, addresses }: PortOf, t: MapTexts): Explanation {
  if (host === undefined) return { title: `${container}/${protocol}`, kind: t('kindExposed'), text: t('explainExposed', { container, protocol }) };
  const where = addresses.length === 0 ? t('portEverywhere') : t('portOnly', { address: addresses.join(', ') });
  return { title: `${host} → ${container}`, kind: t('kindPort'), text: t('explainPort', { host, where, container, protocol, name }) };
}

function mountText({ name }: ContainerOf, mount: MountOf, t: MapTexts): string {
  const key: MapKey = mount.kind === 'volume' ? 'explainMountVolume' : mount.kind === 'bind' ? 'explainMountBind' : 'explainMountTmpfs';
  return t(key, { name, destination: mount.destination, source: mountName(mount, t), mode: mount.writable ? '' : t('mountReadOnly') });
}

function volumeText(volume: VolumeOf, t: MapTexts): Explanation {
  const who = t.list(volume.mounts.map(({ container, destination }) => `${container.name} (${destination})`));
  if (volume.kind === 'bind') return { title: volume.name, kind: t('hostFolder'), text: t('explainBind', { who }) };
  return { title: volumeName(volume.name), kind: t('kindVolume'), text: t(volume.anonymous ? 'explainAnonymous' : 'explainVolume', { who }) };
}
