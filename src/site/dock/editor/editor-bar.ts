import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import { editorText } from '../../i18n/editor-texts.ts';
import type { EditorKey } from '../../i18n/editor-en.ts';
import { weightText } from '../../i18n/weight-texts.ts';
import { el } from '../dom.ts';
import { locale, t } from '../texts.ts';
import type { OpenFile } from './open-file.ts';

/** What the bar shows. */
export interface BarState {
  files: readonly OpenFile[];
  current: OpenFile | undefined;
  /** Whether files are named with their host. */
  hosts: boolean;
  /** Whether weights can be shown and are; undefined: not of this file. */
  weighing: boolean | undefined;
}

/** What the learner does with the bar. */
export interface BarActions {
  show(file: OpenFile): void;
  close(file: OpenFile): void;
  weigh(on: boolean): void;
  save(): void;
}

/** Over the text: the open files, and what can be done with the one that is shown. */
export class EditorBar {
  readonly element = el('div', { class: 'editor-names', hidden: true });
  readonly #tabs = el('div', { class: 'editor-tabs' });
  readonly #weigh = el('button', { type: 'button', class: 'button editor-weigh' });
  readonly #save = el('button', { type: 'button', class: 'button editor-save', 'aria-keyshortcuts': 'Control+S' });
  readonly #icons: { key: EditorKey; button: HTMLButtonElement }[];
  readonly #view: EditorView;
  readonly #actions: BarActions;
  #state: BarState = { files: [], current: undefined, hosts: false, weighing: undefined };

  constructor(view: EditorView, actions: BarActions) {
    this.#view = view;
    this.#actions = actions;
    const icon = (key: EditorKey, path: string, run: () => void): { key: EditorKey; button: HTMLButtonElement } => {
      const button = el('button', { type: 'button', class: `icon-button editor-${key}`, onclick: run });
      button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;
      return { key, button };
    };
    this.#icons = [
      icon('undo', 'M9 7L4 12l5 5M4 12h10a5 5 0 0 1 0 10h-2', () => this.#run(undo)),
      icon('redo', 'M15 7l5 5-5 5M20 12H10a5 5 0 0 0 0 10h2', () => this.#run(redo)),
      icon('find', 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM16 16l5 5', () => openSearchPanel(view)),
    ];
    this.#weigh.addEventListener('click', () => this.#actions.weigh(this.#state.weighing !== true));
    this.#save.addEventListener('click', () => this.#actions.save());
    this.element.append(this.#tabs, el('div', { class: 'editor-actions' }, ...this.#icons.map(({ button }) => button), this.#weigh, this.#save));
  }

  draw(state: BarState): void {
    this.#state = state;
    const focused = this.#tabs.contains(document.activeElement) ? document.activeElement?.getAttribute('data-focus') : undefined;
    this.#tabs.replaceChildren(...state.files.map((file) => this.#tab(file)));
    if (focused !== undefined && focused !== null) [...this.#tabs.querySelectorAll<HTMLElement>('[data-focus]')].find((each) => each.dataset['focus'] === focused)?.focus();
    this.#weigh.hidden = state.weighing === undefined;
    this.#weigh.setAttribute('aria-pressed', String(state.weighing === true));
    this.#weigh.textContent = weightText(locale(), 'title');
    this.#weigh.title = weightText(locale(), 'open');
    this.#save.textContent = t('editorSave');
    this.#save.disabled = state.current?.dirty !== true;
    for (const { key, button } of this.#icons) {
      button.title = editorText(locale(), key);
      button.setAttribute('aria-label', editorText(locale(), key));
    }
    this.drawHistory();
    this.element.hidden = state.files.length === 0;
  }

  /** Whether something can be undone may have changed. */
  drawHistory(): void {
    const state = this.#state.current?.state;
    for (const { key, button } of this.#icons) if (key !== 'find') button.disabled = !state || (key === 'undo' ? undoDepth(state) : redoDepth(state)) === 0;
  }

  focusWeigh(): void {
    this.#weigh.focus();
  }

  #tab(file: OpenFile): HTMLElement {
    const base = file.path.split('/').at(-1) ?? file.path;
    const where = this.#state.hosts ? file.key : file.path;
    const dirty = file.dirty ? el('span', { class: 'tree-dirty', role: 'img', 'aria-label': t('editorDirty'), title: t('editorDirty') }, ' ●') : undefined;
    const show = el('button', { type: 'button', class: 'editor-name', 'data-focus': file.key, title: where, 'aria-pressed': String(file === this.#state.current), onclick: () => this.#actions.show(file) }, base, dirty);
    const close = el('button', { type: 'button', class: 'editor-close', 'data-focus': `${file.key} ×`, 'aria-label': t('editorClose', { path: where }), onclick: () => this.#actions.close(file) }, '×');
    return el('span', { class: 'editor-tab' }, show, close);
  }

  #run(command: (view: EditorView) => boolean): void {
    command(this.#view);
    this.#view.focus();
  }
}
