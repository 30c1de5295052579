import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { editorText } from '../../../i18n/editor-texts.ts';
import { el } from '../../dom.ts';
import { locale } from '../../texts.ts';
import { editorTheme } from '../editor-theme.ts';
import { phrases } from '../phrases.ts';
import type { SolutionFile } from '../solution-files.ts';
import compareStyle from './compare.css?inline';

/** Below this width the two texts don't stand beside each other, in CSS pixels. */
const besideFrom = 600;

/** What the pane needs. */
export interface ComparePort {
  /** The learner's text of a file; undefined when there is none. */
  mine(path: string): Promise<string | undefined>;
  /** The file's language, without what finds mistakes. */
  language(path: string, text: string): Promise<Extension>;
  closed(): void;
}

/** The learner's files beside those that a solution writes. */
export class ComparePane {
  readonly element = el('section', { class: 'compare', 'aria-labelledby': 'compare-title', tabindex: -1 });
  readonly #title = el('h2', { id: 'compare-title', class: 'compare-title' });
  readonly #close = el('button', { type: 'button', class: 'button compare-close' });
  readonly #names = el('div', { class: 'compare-names', role: 'group' });
  readonly #said = el('p', { class: 'compare-said', role: 'status' });
  readonly #note = el('p', { class: 'compare-note' });
  readonly #heads = el('div', { class: 'compare-heads' });
  readonly #body = el('div', { class: 'compare-body' });
  readonly #port: ComparePort;
  #files: readonly SolutionFile[] = [];
  #current: SolutionFile | undefined;
  #drawn: { mine: string | undefined; beside: boolean; destroy(): void } | undefined;
  #asked = 0;

  constructor(port: ComparePort) {
    this.#port = port;
    this.#close.addEventListener('click', () => port.closed());
    this.element.append(el('style', {}, compareStyle), el('div', { class: 'compare-bar' }, this.#title, this.#close), this.#note, this.#names, this.#said, this.#heads, this.#body);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      port.closed();
    });
    new ResizeObserver(() => {
      if (this.#drawn && this.#drawn.beside !== this.#beside) void this.#show();
    }).observe(this.element);
  }

  async open(files: readonly SolutionFile[]): Promise<void> {
    this.#files = files;
    this.#current = files[0];
    await this.#show();
    this.element.focus();
  }

  /** The learner's files, or the page's language, may be others. */
  async refresh(relabelled = false): Promise<void> {
    if (!this.#current || (!relabelled && (await this.#port.mine(this.#current.path)) === this.#drawn?.mine)) return;
    await this.#show();
  }

  close(): void {
    this.#asked++;
    this.#current = undefined;
    this.#drawn?.destroy();
    this.#drawn = undefined;
    this.#body.replaceChildren();
  }

  get #beside(): boolean {
    return this.element.clientWidth >= besideFrom;
  }

  async #show(): Promise<void> {
    const file = this.#current;
    if (!file) return;
    const asked = ++this.#asked;
    const [mine, language] = await Promise.all([this.#port.mine(file.path), this.#port.language(file.path, file.text)]);
    if (asked !== this.#asked) return;
    this.#drawn?.destroy();
    const beside = this.#beside;
    this.#label(file, mine, beside);
    this.#drawn = { mine, beside, destroy: this.#draw(file, mine ?? '', beside, language) };
  }

  #label(file: SolutionFile, mine: string | undefined, beside: boolean): void {
    const text = (...given: Parameters<typeof editorText> extends [unknown, ...infer Rest] ? Rest : never): string => editorText(locale(), ...given);
    this.#title.textContent = text('compareTitle');
    this.#close.textContent = text('compareClose');
    this.#note.textContent = text('compareNote');
    this.#names.setAttribute('aria-label', text('compareFile'));
    this.#names.hidden = this.#files.length < 2;
    this.#names.replaceChildren(...this.#files.map((each) => el('button', { type: 'button', class: 'editor-name', 'aria-pressed': String(each === file), onclick: () => this.#choose(each) }, each.path)));
    this.#said.textContent = mine === undefined ? text('compareNone', { path: file.path }) : mine === file.text ? text('compareSame') : beside ? '' : text('compareUnified');
    this.#heads.hidden = !beside;
    this.#heads.replaceChildren(el('span', {}, text('compareMine', { path: file.path })), el('span', {}, text('compareSolution')));
  }

  #draw(file: SolutionFile, mine: string, beside: boolean, language: Extension): () => void {
    const side = (label: string): Extension => [
      lineNumbers(),
      editorTheme,
      phrases(),
      language,
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    ];
    const labels = [editorText(locale(), 'compareMine', { path: file.path }), editorText(locale(), 'compareSolution')] as const;
    const collapseUnchanged = { margin: 2, minSize: 6 };
    const view = beside
      ? new MergeView({ a: { doc: mine, extensions: side(labels[0]) }, b: { doc: file.text, extensions: side(labels[1]) }, parent: this.#body, collapseUnchanged })
      : new EditorView({ doc: file.text, extensions: [side(labels.join('. ')), unifiedMergeView({ original: mine, mergeControls: false, collapseUnchanged })], parent: this.#body });
    return () => view.destroy();
  }

  #choose(file: SolutionFile): void {
    this.#current = file;
    void this.#show().then(() => this.#names.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus());
  }
}
