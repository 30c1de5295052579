import type { WeighedInstruction } from '../../../dockerfile/weigh.ts';
import { weightSize, weightText, type WeightKey } from '../../../i18n/weight-texts.ts';
import { el } from '../../dom.ts';
import { locale } from '../../texts.ts';

const w = (key: WeightKey, values?: Readonly<Record<string, string | number>>): string => weightText(locale(), key, values);

/** A row: what the instruction is, how heavy, from the cache or not; opened, the files. `largest` is the longest bar's bytes. */
export function weightRow(row: WeighedInstruction, largest: number, open: boolean, show: (line: number) => void): HTMLElement {
  const { instruction, size, cached, kind } = row;
  const where = instruction.start === instruction.end ? w('line', { n: instruction.start }) : w('lines', { from: instruction.start, to: instruction.end });
  const state = kind === 'layer' && cached !== undefined ? w(cached ? 'cached' : 'made') : kind === 'layer' ? '' : w(kind);
  const bar = el('span', { class: 'weight-bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--share', String(size !== undefined && largest > 0 ? size / largest : 0));
  const facts = el('span', { class: 'weight-facts' }, el('span', { class: 'weight-size' }, size === undefined ? '–' : weightSize(locale(), size)), state === '' ? undefined : el('span', { class: 'weight-state', 'data-cached': cached === undefined ? undefined : String(cached) }, state));
  const code = el('code', { class: 'weight-code' }, `${instruction.name} ${instruction.rest}`.trim());
  const place = el('button', { type: 'button', class: 'weight-line', title: where, 'aria-label': where, onclick: () => show(instruction.start) }, String(instruction.start));
  const files = [...fileList('adds', row.added.map(({ Path, Size }) => ({ path: Path, size: Size, note: '' })), row.hidden.length === 0 ? row.more : 0), ...fileList('hides', row.hidden.map(({ Path, Size, Replaced }) => ({ path: Path, size: Size, note: w(Replaced ? 'replaced' : 'removed') })), row.hidden.length === 0 ? 0 : row.more)];
  if (kind !== 'layer' || cached === undefined) return el('li', { class: 'weight-row', 'data-kind': kind }, place, el('div', { class: 'weight-head' }, code, facts, size === undefined ? undefined : bar));
  const counts = el('span', { class: 'weight-counts' }, row.hidden.length > 0 ? `${w('adds', { n: row.added.length })} · ${w('hides', { n: row.hidden.length })}` : w('adds', { n: row.added.length }));
  const details = el('details', { class: 'weight-files', open }, el('summary', { class: 'weight-head' }, code, facts, bar, counts), ...(files.length > 0 ? files : [el('p', {}, w('noFiles'))]));
  return el('li', { class: 'weight-row', 'data-kind': kind, 'data-start': instruction.start }, place, details);
}

function fileList(title: 'adds' | 'hides', files: readonly { path: string; size: number; note: string }[], more: number): HTMLElement[] {
  if (files.length === 0) return [];
  const items = files.map(({ path, size, note }) => el('li', {}, el('code', {}, path), ' ', el('span', { class: 'weight-size' }, weightSize(locale(), size)), note === '' ? undefined : el('span', { class: 'weight-note' }, ` ${note}`)));
  return [el('h4', {}, w(title, { n: files.length })), el('ul', { class: 'weight-list', 'data-list': title }, ...items, more > 0 ? el('li', {}, w('more', { n: more })) : undefined)];
}
