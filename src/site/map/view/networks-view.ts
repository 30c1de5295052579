import { el } from '../../dock/dom.ts';
import type { ContainerOf, MountOf, PortOf } from '../model/containers.ts';
import type { NetworkOf } from '../model/host-model.ts';
import type { Drawing } from './drawing.ts';
import { mark, type MarkName } from './marks.ts';
import { mountName, stateText } from './words.ts';

/** How many containers of one network are drawn before the rest is folded. */
const most = 8;
const mostResting = 3;

/** Networks as buses, each container hanging on its bus by its address; those that do not run below. */
export function networksView(drawing: Drawing): HTMLElement[] {
  const { model, t } = drawing;
  const busy = model.networks.filter(({ members }) => members.length > 0);
  const idle = model.networks.filter(({ members }) => members.length === 0);
  return [
    ...(model.containers.length === 0 ? [el('p', { class: 'hm-empty', role: 'none' }, t('emptyContainers'))] : []),
    el('div', { class: 'hm-lanes' }, ...busy.map((network) => lane(drawing, network)), restingLane(drawing)),
    ...(idle.length > 0 ? [el('div', { class: 'hm-idle' }, ...idle.map((network) => el('div', { class: 'hm-lane-idle' }, networkItem(drawing, network))))] : []),
  ];
}

function networkItem(drawing: Drawing, network: NetworkOf): HTMLElement {
  const { t } = drawing;
  const subnets = network.subnets.join(', ');
  const label = t('spokenNetwork', { name: network.name, addresses: subnets || t('noSubnet'), n: network.members.length });
  return drawing.item(
    { kind: 'network', network },
    { level: 2, class: 'hm-network', label },
    mark('network'),
    el('b', {}, network.name),
    subnets ? el('code', {}, subnets) : undefined,
    network.members.length > 0 && network.gateways.length > 0 ? el('span', { class: 'hm-soft' }, t('gateway', { address: network.gateways.join(', ') })) : undefined,
    network.internal ? el('span', { class: 'hm-tag' }, t('internal')) : undefined,
  );
}

function lane(drawing: Drawing, network: NetworkOf): HTMLElement {
  const { shown, more } = drawing.some(network.members, 'networks', network.id, most, 3);
  const rows = shown.map(({ container, address, guest }) => {
    const joined = guest || container.networkOf !== undefined;
    return el('div', { class: joined ? 'hm-tap hm-tap-guest' : 'hm-tap', 'data-flip': `tap ${container.id} ${network.id}` }, el('code', { class: 'hm-address' }, address), joined ? guestCard(drawing, container, network, address) : card(drawing, container, address));
  });
  return el('div', { class: network.internal ? 'hm-lane hm-lane-internal' : 'hm-lane', 'data-flip': `lane ${network.id}` }, networkItem(drawing, network), el('div', { class: 'hm-bus' }, ...rows, more));
}

function restingLane(drawing: Drawing): HTMLElement | undefined {
  const { t, model } = drawing;
  if (model.resting.length === 0) return undefined;
  const { shown, more } = drawing.some(model.resting, 'networks', 'resting', mostResting, 3);
  const item = drawing.item({ kind: 'resting' }, { level: 2, class: 'hm-network', label: `${t('resting')}: ${model.resting.length}` }, el('b', {}, t('resting')), el('span', { class: 'hm-soft' }, String(model.resting.length)));
  const rows = shown.map((container) => el('div', { class: 'hm-tap', 'data-flip': `tap ${container.id}` }, card(drawing, container, '')));
  return el('div', { class: 'hm-lane hm-lane-resting', 'data-flip': 'resting' }, item, el('div', { class: 'hm-bus' }, ...rows, more));
}

function card(drawing: Drawing, container: ContainerOf, address: string): HTMLElement {
  const { t } = drawing;
  const state = stateText(container, t);
  const spoken = t('spokenContainer', { name: container.name, image: container.image, state });
  const head = drawing.item(
    { kind: 'container', container },
    { level: 3, class: 'hm-container', label: address === '' ? spoken : t('spokenAt', { what: spoken, address }) },
    mark(glyph(container)),
    el('b', {}, container.name),
    el('span', { class: 'hm-soft hm-of' }, container.image),
    container.state === 'running' && !container.health ? undefined : el('span', { class: 'hm-state' }, container.state === 'running' ? t(container.health ?? 'running') : state),
  );
  const ports = container.ports.map((port) => portItem(drawing, container, port));
  const mounts = container.mounts.map((mount) => mountItem(drawing, container, mount));
  const parts = [...ports, ...mounts];
  return el('div', { class: `hm-card hm-card-${container.state}`, 'data-for': `container ${container.id}` }, head, parts.length > 0 ? el('div', { class: 'hm-parts' }, ...parts) : undefined);
}

function guestCard(drawing: Drawing, container: ContainerOf, network: NetworkOf, address: string): HTMLElement {
  const { t } = drawing;
  const home = container.networks.find(({ name }) => name !== network.name)?.name ?? '';
  const note = container.networkOf === undefined ? t('guest', { network: home }) : container.image;
  return drawing.item({ kind: 'guest', container, network, address }, { level: 3, class: 'hm-guest', label: `${container.name}, ${note}${address && `, ${address}`}` }, mark(glyph(container)), el('span', {}, container.name), el('span', { class: 'hm-soft' }, note));
}

function portItem(drawing: Drawing, container: ContainerOf, port: PortOf): HTMLElement {
  const { t } = drawing;
  const inside = port.protocol === 'tcp' ? String(port.container) : `${port.container}/${port.protocol}`;
  if (port.host === undefined) return drawing.item({ kind: 'port', container, port }, { level: 4, class: 'hm-port hm-port-exposed', label: t('spokenExposed', { container: inside }) }, el('span', { class: 'hm-socket' }, inside));
  const from = `${port.addresses.length > 0 ? port.addresses.join(', ') : ''}:${port.host}`;
  return drawing.item({ kind: 'port', container, port }, { level: 4, class: 'hm-port', label: t('spokenPort', { host: from.replace(/^:/, ''), container: inside }) }, el('span', { class: 'hm-wall' }, from), mark('arrow'), el('span', { class: 'hm-socket' }, inside));
}

function mountItem(drawing: Drawing, container: ContainerOf, mount: MountOf): HTMLElement {
  const { t } = drawing;
  const source = mountName(mount, t);
  return drawing.item(
    { kind: 'mount', container, mount },
    { level: 4, class: 'hm-mount', label: t('spokenMount', { source, destination: mount.destination }) + (mount.writable ? '' : `, ${t('readOnly')}`) },
    mark(mount.kind),
    el('span', { class: 'hm-source' }, source),
    mark('arrow'),
    el('span', { class: 'hm-destination' }, mount.destination),
    mount.writable ? undefined : el('span', { class: 'hm-tag' }, t('readOnly')),
  );
}

/** The mark of a container's state; one that failed looks unlike one that did its work. */
export function glyph({ state, exitCode }: ContainerOf): MarkName {
  return state === 'exited' && exitCode !== 0 ? 'failed' : state;
}
