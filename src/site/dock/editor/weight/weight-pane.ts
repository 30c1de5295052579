import type { Backend } from '../../../../backend/index.ts';
import { DisposableStore } from '../../../../base/index.ts';
import { weightSize, weightText, type WeightKey } from '../../../i18n/weight-texts.ts';
import { el } from '../../dom.ts';
import { locale } from '../../texts.ts';
import { type ReadWeights, readWeights } from './read-weights.ts';
import weightStyle from './weight.css?inline';
import { weightRow } from './weight-row.ts';

/** What the pane is about. */
export interface WeighedFile {
  host: string;
  /** The text as it is on the host: what a build would read. */
  text: string;
}

const w = (key: WeightKey, values?: Readonly<Record<string, string | number>>): string => weightText(locale(), key, values);

/** Under the editor: what each instruction of the open Dockerfile weighs. Reads again when images may have changed. */
export class WeightPane {
  readonly element = el('section', { class: 'weight-side', hidden: true });
  readonly #panel = el('div', { class: 'weight' });
  readonly #show: (line: number) => void;
  readonly #closed: () => void;
  #store = new DisposableStore();
  #backend: Backend | undefined;
  #file: WeighedFile | undefined;
  #read: ReadWeights | 'loading' | 'failed' = 'loading';
  #asked = 0;

  /** `show` puts the cursor on a line; `closed` is told when the learner closes the pane. */
  constructor(show: (line: number) => void, closed: () => void) {
    this.#show = show;
    this.#closed = closed;
    this.element.append(el('style', {}, weightStyle), this.#panel);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#closed();
    });
  }

  open(backend: Backend, file: WeighedFile): void {
    this.#store.dispose();
    this.#store = new DisposableStore();
    this.#store.add(backend.onChange((change) => (change.engine ? void this.#ask() : undefined)));
    this.#backend = backend;
    this.#file = file;
    this.element.hidden = false;
    void this.#ask();
  }

  /** The file has another text now. */
  update(file: WeighedFile): void {
    if (this.element.hidden || (this.#file?.text === file.text && this.#file.host === file.host)) return;
    this.#file = file;
    void this.#ask();
  }

  close(): void {
    this.#store.dispose();
    this.element.hidden = true;
  }

  relabel(): void {
    this.#draw();
  }

  async #ask(): Promise<void> {
    const [backend, file] = [this.#backend, this.#file];
    if (!backend || !file) return;
    const asked = ++this.#asked;
    const read = await readWeights(backend, file.host, file.text).catch(() => 'failed' as const);
    if (asked !== this.#asked) return;
    this.#read = read;
    this.#draw();
  }

  #draw(): void {
    const opened = new Set([...this.element.querySelectorAll<HTMLElement>('.weight-row:has(details[open])')].map((row) => row.dataset['start']));
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.closest<HTMLElement>('.weight-row')?.dataset['start'] : undefined;
    const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': w('close'), title: w('close'), onclick: this.#closed }, '×');
    this.element.setAttribute('aria-label', w('title'));
    this.#panel.replaceChildren(el('div', { class: 'weight-top' }, el('h3', {}, w('title')), el('p', { class: 'weight-said', role: 'status' }, ...this.#said()), close), ...this.#rows(opened));
    if (focused !== undefined) this.element.querySelector<HTMLElement>(`[data-start="${focused}"] summary`)?.focus();
  }

  #said(): string[] {
    if (this.#read === 'loading') return [w('loading')];
    if (this.#read === 'failed') return [w('failed')];
    const { weighing, image } = this.#read;
    if (weighing.source === 'none') return [w('none')];
    const own = weighing.rows.reduce((sum, { kind, size }) => sum + (kind === 'layer' ? (size ?? 0) : 0), 0);
    const told = [weighing.source === 'history' ? w('fromHistory', { image }) : weighing.stale ? w('stale') : w('fromBuild'), w('total', { size: weightSize(locale(), own) })];
    if (weighing.hiddenBytes > 0) told.push(w('hiddenTotal', { size: weightSize(locale(), weighing.hiddenBytes) }));
    return [told.join(' ')];
  }

  #rows(opened: ReadonlySet<string | undefined>): HTMLElement[] {
    if (typeof this.#read === 'string' || this.#read.weighing.source === 'none') return [];
    const { rows } = this.#read.weighing;
    const largest = Math.max(0, ...rows.map(({ size }) => size ?? 0));
    return [el('ol', { class: 'weight-rows', 'aria-label': w('rows') }, ...rows.map((row) => weightRow(row, largest, opened.has(String(row.instruction.start)), this.#show)))];
  }
}
