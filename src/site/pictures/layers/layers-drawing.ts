import type { PictureTexts } from '../../i18n/picture-texts.ts';
import { join, type Markup, tag } from '../markup.ts';
import { type Header, headersOf, layers, type Layer, type Packet, type Step, wrapped } from './packet.ts';

/** What happens at a layer at a step. */
function sayState({ side, layer }: Step, row: Layer): 'now' | 'done' | 'still' {
  const [at, mine] = [layers.indexOf(layer), layers.indexOf(row)];
  if (side === 'wire') return mine === 3 ? 'now' : 'done';
  if (at === mine) return 'now';
  return side === 'sender' ? (mine < at ? 'done' : 'still') : mine > at ? 'done' : 'still';
}

/** A row for each layer, with the packet as the layer hands it on; the rails at the sides show where it is. `chosen`: the header whose fields stand below. */
export function drawLayers(packet: Packet, step: Step, chosen: Layer, t: PictureTexts, buttons: boolean): Markup {
  const headers = headersOf(packet);
  const on = wrapped(step);
  const row = (layer: Layer): Markup => {
    const state = sayState(step, layer);
    const shows = step.side !== 'sender' || state !== 'still';
    const inside = headers.slice(0, layers.indexOf(layer) + 1).toReversed();
    // On the way up the header of this layer has been read and thrown away once the packet is above.
    const opened = step.side === 'receiver' && !on.includes(layer);
    return tag('div', { class: 'layer-row', 'data-state': state, 'data-side': step.side },
      tag('span', { class: 'layer-rail rail-sender', 'data-on': step.side === 'sender' && state === 'now' }),
      tag('span', { class: 'layer-name' }, t(`layer_${layer}`)),
      tag('div', { class: 'layer-packet', 'data-opened': opened }, shows ? inside.map((header, index) => envelope(header, index === 0, packet, chosen, t, buttons && state === 'now')) : undefined),
      tag('span', { class: 'layer-rail rail-receiver', 'data-on': step.side === 'receiver' && state === 'now' }));
  };
  const ends = tag('div', { class: 'layer-ends' }, tag('span', {}, tag('b', {}, packet.sender || packet.source), ` ${t('sends')}`), tag('span', {}, tag('b', {}, packet.receiver || packet.destination), ` ${t('receives')}`));
  const wire = tag('div', { class: 'layer-wire', 'data-on': step.side === 'wire' }, tag('span', {}, t('wire')), tag('code', {}, packet.way.join(' → ')));
  return join(ends, tag('div', { class: 'layer-rows' }, layers.map(row)), wire);
}

function envelope(header: Header, outer: boolean, packet: Packet, chosen: Layer, t: PictureTexts, button: boolean): Markup {
  const name = header.layer === 'application' ? packet.lines[0] ?? (header.bytes > 0 ? t('data') : t('noData')) : header.name;
  const classes = `envelope of-${header.layer}${outer ? ' is-outer' : ''}`;
  const inside = [tag('b', {}, name), tag('small', {}, t.bytes(header.bytes))];
  return button ? tag('button', { type: 'button', class: classes, 'data-layer': header.layer, 'aria-pressed': String(header.layer === chosen) }, inside) : tag('span', { class: classes }, inside);
}

/** The fields of a header with values and what each is for. */
export function drawFields(header: Header, t: PictureTexts): Markup {
  const title = header.layer === 'application' ? t('fieldsData', { bytes: t.bytes(header.bytes) }) : t('fieldsOf', { name: header.name, bytes: t.bytes(header.bytes) });
  const rows = header.fields.map(({ name, value }) => tag('tr', {}, tag('th', { scope: 'row' }, t(`field_${name}`)), tag('td', { class: name === 'text' ? 'is-text' : undefined }, tag('code', {}, value)), tag('td', {}, t(`sense_${name}`))));
  return tag('table', { class: 'picture-fields' }, tag('caption', {}, title), tag('tbody', {}, rows.length > 0 ? rows : tag('tr', {}, tag('td', {}, t('nothingInside')))));
}

/** What happens at a step, in a sentence or two. */
export function sayStep(packet: Packet, { side, layer }: Step, t: PictureTexts): string {
  const headers = headersOf(packet);
  const bytes = headers.find((header) => header.layer === layer)?.bytes ?? 0;
  const size = headers.slice(0, layers.indexOf(layer) + 1).reduce((sum, header) => sum + header.bytes, 0);
  const values = {
    sender: packet.sender || packet.source, receiver: packet.receiver || packet.destination, source: packet.source, destination: packet.destination, sourcePort: packet.sourcePort, port: packet.destinationPort,
    mac: packet.destinationMac, way: packet.way.join(' → '), bytes: t.bytes(bytes), size: t.bytes(size), data: t.bytes(packet.dataLength), interface: packet.way[0] ?? '',
  };
  if (side === 'wire') return t(packet.way[0] === 'lo' ? 'stepWireLo' : 'stepWire', values);
  if (layer === 'application' && packet.dataLength === 0) return t(side === 'sender' ? 'step_sender_nothing' : 'step_receiver_nothing', values);
  return t(`step_${side}_${layer}`, values);
}
