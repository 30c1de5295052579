import { type Disposable, DisposableStore } from '../../../base/index.ts';
import { el } from '../../dock/dom.ts';
import { liveChoice } from '../live/live-choice.ts';
import type { Connection } from '../live/connection.ts';
import { saySentence } from '../said.ts';
import type { PictureStage } from '../picture.ts';
import { Stepper } from '../stepper.ts';
import { drawFields, drawLayers, sayStep } from './layers-drawing.ts';
import { example, headersOf, type Layer, type Packet, packetOf, steps } from './packet.ts';

/** A packet on its way down and up, step by step; a header can be opened. The packet is the lesson's, or one of the learner's host. */
export function startLayers({ body, t, live }: PictureStage): Disposable {
  const store = new DisposableStore();
  const drawing = el('div', { class: 'layers-drawing', role: 'group', 'aria-label': t('headers') });
  const said = el('p', { class: 'picture-said', 'aria-live': 'polite' });
  const fields = el('div', { class: 'layers-fields' });
  const packets = el('select', { id: 'layers-packet', onchange: () => choose(Number(packets.value)) });
  const packetControls = el('div', { class: 'picture-controls' }, el('label', { for: packets.id }, t('packetLabel')), packets);
  let packet: Packet = example;
  let connection: Connection | undefined;
  let chosen: Layer = 'application';

  const draw = (): void => {
    const step = steps[stepper.step];
    if (!step) return;
    drawing.innerHTML = drawLayers(packet, step, chosen, t, true).text;
    saySentence(said, sayStep(packet, step, t));
    const header = headersOf(packet).find(({ layer }) => layer === chosen);
    if (header) fields.innerHTML = drawFields(header, t).text;
  };
  const stepper: Stepper = store.add(new Stepper(t, {
    plays: true,
    show: (step) => {
      chosen = steps[step]?.layer ?? 'application';
      draw();
    },
  }));
  drawing.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-layer]');
    if (!button) return;
    stepper.pause();
    chosen = button.dataset['layer'] as Layer;
    draw();
    // The drawing is new; the focus is where it was.
    drawing.querySelector<HTMLElement>(`button[data-layer="${chosen}"]`)?.focus();
  });
  const choose = (index: number): void => {
    const segment = connection?.segments[index];
    packet = segment ? packetOf(segment) : example;
    stepper.tell(steps.length, stepper.step);
  };
  const choice = store.add(
    liveChoice(live, t, 'layers-live', example.lines[0] ?? '', (next) => {
      const grown = next !== undefined && next === connection;
      const before = Number(packets.value);
      connection = next;
      packetControls.hidden = !next;
      packets.replaceChildren(...(next?.segments ?? []).map(({ event, from }, index) => new Option(`${index + 1}. ${from === 'client' ? '→' : '←'} ${event.tcp?.flags.join(', ') ?? ''}, ${t.bytes(event.dataLength)}`, String(index))));
      // The first that carries something says most.
      const index = grown ? before : Math.max(0, next?.segments.findIndex(({ event }) => event.dataLength > 0) ?? 0);
      packets.value = String(index);
      choose(index);
    }),
  );
  packetControls.hidden = true;
  body.append(choice.element, packetControls, stepper.element, said, drawing, fields);
  stepper.tell(steps.length);
  return store;
}
