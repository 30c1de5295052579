import { el } from '../../dock/dom.ts';
import type { ContainerOf } from '../model/containers.ts';
import type { Layer } from '../model/image-layers.ts';
import type { ImageOf, Stack } from '../model/image-stacks.ts';
import type { Drawing } from './drawing.ts';
import { mark } from './marks.ts';
import { glyph } from './networks-view.ts';
import { stateText } from './words.ts';

/** How many are drawn before the rest is folded. */
const most = { layers: 6, crates: 6, above: 4, stacks: 12 } as const;

/** Images as stacks of layers; what stands on the same layers stands on the same blocks. Containers' writable layers are on top. */
export function imagesView(drawing: Drawing): HTMLElement[] {
  const { model, t } = drawing;
  if (model.images.length === 0) return [el('p', { class: 'hm-empty' }, t('emptyImages'))];
  const { shown, more } = drawing.some(model.stacks, 'images', '', most.stacks, 2);
  return [el('div', { class: 'hm-yard' }, ...shown.map((stack) => pile(drawing, stack)), more)];
}

/** Columns that a stack needs beside one another. */
function columns(drawing: Drawing, stack: Stack): number {
  const above = stack.above.slice(0, drawing.open(`more images ${stack.key}`, false) ? undefined : most.above + 1);
  const built = above.reduce((sum, each) => sum + columns(drawing, each), 0);
  return Math.max(1, built + (built > 0 && crates(drawing, stack).length > 0 ? 1 : 0));
}

function crates({ model }: Drawing, { images }: Stack): readonly ContainerOf[] {
  return model.containers.filter(({ imageId }) => images.some(({ id }) => id === imageId));
}

function pile(drawing: Drawing, stack: Stack): HTMLElement {
  const { t } = drawing;
  const level = 3;
  const heads = stack.images.length > 0 ? stack.images.map((image) => flag(drawing, image)) : [base(drawing, stack)];
  const containers = crates(drawing, stack);
  const some = drawing.some(containers, 'images', `crates ${stack.key}`, most.crates, level);
  const above = drawing.some(stack.above, 'images', stack.key, most.above, 2);
  const deck = el(
    'div',
    { class: 'hm-deck' },
    ...(containers.length > 0 ? [el('div', { class: 'hm-crates', style: `--columns: ${stack.above.length > 0 ? 1 : columns(drawing, stack)}` }, ...some.shown.map((container) => crate(drawing, container)), some.more)] : []),
    ...above.shown.map((each) => pile(drawing, each)),
    above.more,
  );
  return el('div', { class: 'hm-pile', style: `--columns: ${columns(drawing, stack)}`, 'data-flip': `pile ${stack.images[0]?.id ?? stack.key}` }, el('div', { class: 'hm-stack' }, ...heads, ...slabs(drawing, stack, t('layersFold'))), deck);
}

function flag(drawing: Drawing, image: ImageOf): HTMLElement {
  const { t } = drawing;
  const names = image.tags.length > 0 ? image.tags : [image.name];
  return drawing.item(
    { kind: 'image', image },
    { level: 2, class: image.tags.length > 0 ? 'hm-flag' : 'hm-flag hm-flag-none', label: t('spokenImage', { name: names.join(', '), size: t.size(image.size), own: t.size(image.own) }) },
    el('span', { class: 'hm-names' }, ...names.slice(0, 3).map((name) => el('b', {}, name.replace(/:latest$/, ''))), names.length > 3 ? el('span', {}, t('more', { n: names.length - 3 })) : undefined),
    el('span', { class: 'hm-size' }, t.size(image.size)),
    image.own !== image.size && image.layers.length > 0 ? el('span', { class: 'hm-own' }, t('own', { size: t.size(image.own) })) : undefined,
  );
}

function base(drawing: Drawing, stack: Stack): HTMLElement {
  const text = drawing.t('sharedBase', { n: stack.carried.length });
  return drawing.item({ kind: 'base', stack }, { level: 2, class: 'hm-base', label: `${text}: ${stack.carried.map(({ name }) => name).join(', ')}` }, text);
}

/** The layers from top to bottom; many are folded in the middle. */
function slabs(drawing: Drawing, stack: Stack, foldText: string): HTMLElement[] {
  const layers = stack.layers.toReversed();
  if (layers.length <= most.layers) return layers.map((layer) => slab(drawing, stack, layer));
  const open = drawing.open(`layers ${stack.key}`, false);
  const hidden = layers.slice(most.layers - 2, -1);
  const bytes = hidden.reduce((sum, { size }) => sum + size, 0);
  const { t } = drawing;
  const text = open ? foldText : t('layersFolded', { n: hidden.length });
  const fold = drawing.item({ kind: 'layers', layers: hidden, stack }, { level: 3, class: 'hm-slab hm-slab-fold', label: `${text}, ${t.size(bytes)}`, expanded: open }, el('span', { class: 'hm-made' }, text), el('span', { class: 'hm-size' }, t.size(bytes)));
  const shown = open ? hidden : [];
  return [...layers.slice(0, most.layers - 2), fold, ...shown, ...layers.slice(-1)].map((each) => (each instanceof HTMLElement ? each : slab(drawing, stack, each)));
}

function slab(drawing: Drawing, stack: Stack, layer: Layer): HTMLElement {
  const { t } = drawing;
  const text = layer.instruction || t('layerUnknown');
  const [verb = '', ...rest] = text.split(' ');
  return drawing.item(
    { kind: 'layer', layer, stack },
    { level: 3, class: `hm-slab${layer.size === 0 ? ' hm-slab-thin' : ''}${stack.carried.length > 1 ? ' hm-slab-shared' : ''}`, label: t('spokenLayer', { instruction: text.slice(0, 160), size: t.size(layer.size) }), style: `--weight: ${weight(layer.size)}` },
    el('span', { class: 'hm-made' }, el('b', {}, verb), ` ${rest.join(' ')}`),
    el('span', { class: 'hm-size' }, t.size(layer.size)),
  );
}

/** How high a block of so many bytes is, from 0 to 4: ten times the bytes, one more. */
function weight(bytes: number): number {
  return Math.round(10 * Math.min(4, Math.max(0, Math.log10(Math.max(1, bytes / 1e5))))) / 10;
}

function crate(drawing: Drawing, container: ContainerOf): HTMLElement {
  const { t } = drawing;
  return drawing.item(
    { kind: 'writable', container },
    { level: 3, class: `hm-crate hm-crate-${container.state}`, label: `${t('spokenWritable', { name: container.name, size: t.size(container.written) })}, ${stateText(container, t)}` },
    mark(glyph(container)),
    el('span', { class: 'hm-crate-name' }, container.name),
    el('span', { class: 'hm-size' }, t.size(container.written)),
  );
}
