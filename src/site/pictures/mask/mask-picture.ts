import { formatIpv4 } from '../../../base/ip/index.ts';
import { toDisposable } from '../../../base/index.ts';
import { el } from '../../dock/dom.ts';
import { saySentence } from '../said.ts';
import type { PictureStage } from '../picture.ts';
import { drawMask, sayMask } from './mask-drawing.ts';
import { type Masked, readMasked } from './split.ts';

const presets = ['10.0.2.15/24', '172.28.117.5/20', '10.20.30.20/28', '10.20.30.40/28', '128.10.2.30/16', '192.168.7.9/30'];

/** An address to type, a border to shift: with the slider, by the arrow keys, or by dragging over the bits. */
export function startMask({ body, t }: PictureStage): ReturnType<typeof toDisposable> {
  let masked: Masked = { address: 0x0a00020f, prefix: 24 };
  const field = el('input', { id: 'mask-address', type: 'text', inputmode: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', 'aria-describedby': 'mask-fault', oninput: () => typed() });
  const slider = el('input', { id: 'mask-prefix', type: 'range', min: 0, max: 32, step: 1, oninput: () => show({ ...masked, prefix: Number(slider.value) }) });
  const output = el('output', { for: 'mask-prefix' });
  const fault = el('p', { class: 'picture-fault', id: 'mask-fault', 'aria-live': 'polite' });
  const drawing = el('div', { class: 'mask-drawing' });
  const said = el('p', { class: 'picture-said', 'aria-live': 'polite' });
  const preset = (text: string): HTMLElement => el('button', { type: 'button', class: 'button', onclick: () => show(readMasked(text, 24) as Masked) }, text);

  const draw = (): void => {
    slider.value = String(masked.prefix);
    slider.setAttribute('aria-valuetext', t('maskPrefixValue', { prefix: masked.prefix, host: 32 - masked.prefix }));
    output.textContent = `/${masked.prefix}`;
    drawing.innerHTML = drawMask(masked, t).text;
    saySentence(said, sayMask(masked, t));
  };
  const complain = (text: string): void => {
    fault.textContent = text;
    field.setAttribute('aria-invalid', String(text !== ''));
  };
  const show = (next: Masked): void => {
    masked = next;
    field.value = `${formatIpv4(next.address)}/${next.prefix}`;
    complain('');
    draw();
  };
  const typed = (): void => {
    const read = readMasked(field.value, masked.prefix);
    if ('fault' in read) return complain(t(`maskFault_${read.fault}`, { what: read.what }));
    complain('');
    masked = read;
    draw();
  };
  // Dragging over the bits: the border goes to the nearer side of the bit under the finger.
  const drag = (event: PointerEvent): void => {
    const bit = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-bit]');
    if (!bit || !drawing.contains(bit)) return;
    const { left, width } = bit.getBoundingClientRect();
    const prefix = Number(bit.dataset['bit']) + (event.clientX > left + width / 2 ? 1 : 0);
    if (prefix !== masked.prefix) show({ ...masked, prefix });
  };
  drawing.addEventListener('pointerdown', (event) => {
    if (!(event.target as Element).closest('[data-mask-grid]')) return;
    drawing.setPointerCapture(event.pointerId);
    drag(event);
  });
  drawing.addEventListener('pointermove', (event) => {
    if (drawing.hasPointerCapture(event.pointerId)) drag(event);
  });

  body.append(
    el('div', { class: 'picture-controls mask-controls' },
      el('label', { for: 'mask-address' }, t('maskField')), field,
      el('label', { for: 'mask-prefix' }, t('maskPrefix')), el('div', { class: 'mask-slider' }, slider, output)),
    fault,
    drawing,
    el('p', { class: 'picture-hint' }, t('maskHint')),
    said,
    el('div', { class: 'picture-presets', role: 'group', 'aria-label': t('maskPresets') }, el('span', { 'aria-hidden': 'true' }, t('maskPresets')), ...presets.map(preset)),
  );
  show(masked);
  return toDisposable(() => undefined);
}
