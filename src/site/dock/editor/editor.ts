import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { Compartment } from '@codemirror/state';
import { indentUnit } from '@codemirror/language';
import type { Backend } from '../../../backend/index.ts';
import { DisposableStore } from '../../../base/index.ts';
import { confirmed } from '../confirm.ts';
import { el } from '../dom.ts';
import type { Settings } from '../settings.ts';
import { weightText } from '../../i18n/weight-texts.ts';
import { locale, name, say, t } from '../texts.ts';
import { askPath } from './ask-path.ts';
import { editorTheme } from './editor-theme.ts';
import { FileTree } from './file-tree.ts';
import { isDockerfile, languageOf } from './languages.ts';
import { OpenFile, readText } from './open-file.ts';
import type { WeighedFile, WeightPane } from './weight/weight-pane.ts';

/** What tells open files apart. */
const keyOf = (host: string, path: string): string => `${host}:${path}`;

/** The editor tab: the learner's files as a tree, and one of them in the editor. Files change with the host, and the host with them. */
export class EditorPane {
  readonly #root: HTMLElement;
  readonly #tree: FileTree;
  readonly #view: EditorView;
  readonly #wrap = new Compartment();
  readonly #hostChoice = el('select', { class: 'tree-host', hidden: true, onchange: () => this.#choose() });
  readonly #names = el('div', { class: 'editor-names' });
  readonly #said = el('p', { class: 'editor-said', role: 'status' });
  readonly #place = el('div', { class: 'editor-text', hidden: true });
  readonly #blank = el('p', { class: 'editor-blank', 'data-t': 'editorEmpty' }, t('editorEmpty'));
  readonly #conflict = el('div', { class: 'editor-conflict', role: 'alert', hidden: true });
  readonly #files = new Map<string, OpenFile>();
  #settings: Settings;
  #store = new DisposableStore();
  #backend: Backend | undefined;
  #home = '';
  #hosts: readonly string[] = [];
  #current: OpenFile | undefined;
  #reading = Promise.resolve();
  /** Loaded when it is asked for first. */
  #weight: WeightPane | undefined;
  #weighing = false;

  constructor(root: HTMLElement, settings: Settings) {
    this.#root = root;
    this.#settings = settings;
    this.#tree = new FileTree((path) => void this.open(path));
    this.#view = new EditorView({ parent: this.#place, dispatchTransactions: (transactions, view) => this.#dispatch(transactions, view) });
    const tools = el('div', { class: 'tree-tools' }, el('span', { class: 'tree-title', 'data-t': 'files' }, t('files')), this.#hostChoice, ...this.#tools());
    name(this.#tree.element, 'files');
    name(this.#hostChoice, 'editorHost');
    root.append(el('div', { class: 'tree-side' }, tools, this.#tree.element), el('div', { class: 'editor-side' }, this.#names, this.#conflict, this.#blank, this.#place, this.#said));
    root.style.setProperty('--editor-size', `${settings.fontSize}px`);
    root.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS') {
        event.preventDefault();
        void this.save();
      }
    });
  }

  /** Shows the files of the hosts, of one at a time; what was edited and not saved stays as it is. */
  connect(backend: Backend, home: string, hosts: readonly string[]): void {
    this.#store.dispose();
    this.#store = new DisposableStore();
    this.#backend = backend;
    this.#home = home;
    if (hosts.join() !== this.#hosts.join()) {
      // Files of another lab's hosts.
      this.#files.clear();
      this.#show(undefined);
      this.#hosts = hosts;
      this.#hostChoice.replaceChildren(...hosts.map((host) => el('option', { value: host }, host)));
      this.#hostChoice.hidden = hosts.length < 2;
    }
    this.#store.add(backend.onChange((change) => (change.paths.length > 0 ? this.#refresh() : undefined)));
    this.#refresh();
  }

  disconnect(): void {
    this.#store.dispose();
    this.#backend = undefined;
  }

  /** The host is new: nothing is open any more. */
  forget(): void {
    this.#files.clear();
    this.#show(undefined);
    this.#refresh();
  }

  focus(): void {
    if (this.#current) this.#view.focus();
    // Without files: the button that makes one.
    else (this.#tree.element.querySelector<HTMLElement>('[tabindex="0"]') ?? this.#root.querySelector<HTMLElement>('.tree-tools button'))?.focus();
  }

  apply(settings: Settings): void {
    this.#settings = settings;
    this.#root.style.setProperty('--editor-size', `${settings.fontSize}px`);
    this.#view.dispatch({ effects: this.#wrap.reconfigure(settings.wrap ? EditorView.lineWrapping : []) });
  }

  relabel(): void {
    this.#weight?.relabel();
    this.#drawNames();
    this.#drawConflict();
  }

  async open(path: string): Promise<void> {
    const host = this.#host;
    const known = this.#files.get(keyOf(host, path));
    if (known) return this.#show(known);
    await this.#try(async (backend) => {
      const read = readText(await backend.files.read(this.#absolute(path), host));
      if (read.kind !== 'text') return say(this.#said, read.kind === 'binary' ? 'editorBinary' : 'editorLarge', { size: read.size });
      const file = new OpenFile(host, path, read.text, [
        basicSetup,
        editorTheme,
        indentUnit.of('  '),
        this.#wrap.of(this.#settings.wrap ? EditorView.lineWrapping : []),
        keymap.of([{ key: 'Mod-s', run: () => (void this.save(), true) }]),
      ]);
      this.#files.set(keyOf(host, path), file);
      this.#show(file);
      const language = await languageOf(path, read.text.split('\n', 1)[0] ?? '');
      file.state = file.state.update({ effects: file.language.reconfigure(language) }).state;
      if (this.#current === file) this.#view.setState(file.state);
    });
  }

  async save(): Promise<void> {
    const file = this.#current;
    if (!file) return;
    await this.#try(async (backend) => {
      const { text } = file;
      await backend.files.write(this.#absolute(file.path), text, { host: file.host });
      file.saved = text;
      file.theirs = undefined;
      say(this.#said, 'editorSaved', { path: file.path });
      this.#draw();
    });
  }

  #dispatch(transactions: Parameters<EditorView['update']>[0], view: EditorView): void {
    view.update(transactions);
    const file = this.#current;
    if (!file) return;
    const was = file.dirty;
    file.state = view.state;
    if (transactions.some((each) => each.docChanged)) this.#said.textContent = '';
    if (was !== file.dirty) this.#draw();
  }

  #show(file: OpenFile | undefined): void {
    this.#current = file;
    this.#place.hidden = !file;
    this.#blank.hidden = file !== undefined;
    this.#said.textContent = '';
    delete this.#said.dataset['t'];
    if (file) this.#view.setState(file.state);
    if (file && file.host !== this.#host) this.#choose(file.host);
    this.#tree.select(file?.path);
    this.#draw();
  }

  #draw(): void {
    const weighed = this.#weighed;
    if (this.#weighing && weighed) this.#weight?.update(weighed);
    else this.#weight?.close();
    this.#tree.markDirty(new Set([...this.#files.values()].filter((file) => file.dirty && file.host === this.#host).map((file) => file.path)));
    this.#drawNames();
    this.#drawConflict();
  }

  #drawNames(): void {
    this.#names.replaceChildren(
      ...[...this.#files.values()].map((file) => {
        const base = file.path.split('/').at(-1) ?? file.path;
        const where = this.#hosts.length > 1 ? keyOf(file.host, file.path) : file.path;
        const show = el('button', { type: 'button', class: 'editor-name', title: where, 'aria-pressed': String(file === this.#current), onclick: () => this.#show(file) }, base, file.dirty ? el('span', { class: 'tree-dirty', title: t('editorDirty') }, ' ●') : undefined);
        const close = el('button', { type: 'button', class: 'editor-close', 'aria-label': t('editorClose', { path: where }), onclick: () => this.#close(file) }, '×');
        return el('span', { class: 'editor-tab' }, show, close);
      }),
      this.#weightButton() ?? '',
      el('button', { type: 'button', class: 'button editor-save', disabled: !this.#current?.dirty, 'aria-keyshortcuts': 'Control+S', onclick: () => void this.save() }, t('editorSave')),
    );
    this.#names.hidden = this.#files.size === 0;
  }

  /** The open Dockerfile as the host has it. */
  get #weighed(): WeighedFile | undefined {
    const file = this.#current;
    return file && isDockerfile(file.path) ? { host: file.host, text: file.saved ?? file.text } : undefined;
  }

  #weightButton(): HTMLElement | undefined {
    if (!this.#weighed) return undefined;
    return el('button', { type: 'button', class: 'button editor-weigh', 'aria-pressed': String(this.#weighing), title: weightText(locale(), 'open'), onclick: () => void this.#weigh(!this.#weighing) }, weightText(locale(), 'title'));
  }

  async #weigh(on: boolean): Promise<void> {
    this.#weighing = on;
    if (on && !this.#weight) {
      const { WeightPane } = await import('./weight/weight-pane.ts');
      this.#weight = new WeightPane((line) => this.#toLine(line), () => void this.#weigh(false).then(() => this.#names.querySelector<HTMLElement>('.editor-weigh')?.focus()));
      this.#place.after(this.#weight.element);
    }
    if (on && this.#backend && this.#weighed) this.#weight?.open(this.#backend, this.#weighed);
    this.#draw();
  }

  #toLine(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(line, doc.lines));
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    this.#view.focus();
  }

  #drawConflict(): void {
    const file = this.#current;
    this.#conflict.hidden = !file || (file.theirs === undefined && file.saved !== undefined);
    if (!file || this.#conflict.hidden) return;
    const text = el('span');
    say(text, file.saved === undefined ? 'editorGone' : 'editorChanged');
    const theirs = el('button', { type: 'button', class: 'button', onclick: () => this.#take(file, file.theirs ?? '') });
    const mine = el('button', {
      type: 'button',
      class: 'button',
      onclick: () => {
        file.theirs = undefined;
        this.#draw();
      },
    });
    say(theirs, 'editorTheirs');
    say(mine, 'editorMine');
    this.#conflict.replaceChildren(text, ...(file.saved === undefined ? [] : [theirs, mine]));
  }

  #take(file: OpenFile, text: string): void {
    file.theirs = undefined;
    file.saved = text;
    const { state } = file.state.update({ changes: { from: 0, to: file.state.doc.length, insert: text } });
    file.state = state;
    if (this.#current === file) this.#view.setState(state);
    this.#draw();
  }

  #close(file: OpenFile): void {
    this.#files.delete(keyOf(file.host, file.path));
    if (this.#current === file) this.#show([...this.#files.values()].at(-1));
    else this.#draw();
  }

  /** Reads tree and open files again; one reading at a time, in order. */
  #refresh(): void {
    this.#reading = this.#reading.then(async () => {
      const backend = this.#backend;
      if (!backend) return;
      await this.#tree.load(backend.files, this.#home, this.#host);
      for (const file of this.#files.values()) {
        const bytes = await backend.files.read(this.#absolute(file.path), file.host).catch(() => undefined);
        const read = bytes ? readText(bytes) : undefined;
        const text = read?.kind === 'text' ? read.text : undefined;
        const found = file.hostHas(text);
        if (found === 'take' && text !== undefined) this.#take(file, text);
      }
      this.#draw();
    });
  }

  async #try(action: (backend: Backend) => Promise<void>): Promise<void> {
    if (!this.#backend) return;
    try {
      await action(this.#backend);
    } catch (error) {
      say(this.#said, 'editorFailed', { why: error instanceof Error ? error.message : String(error) });
    }
  }

  /** The host whose files the tree shows. */
  get #host(): string {
    return this.#hostChoice.value;
  }

  /** The learner, or the file that is shown, is on another host. */
  #choose(host = this.#host): void {
    this.#hostChoice.value = host;
    this.#tree.clear();
    this.#refresh();
  }

  #absolute(path: string): string {
    return `${this.#home}/${path}`;
  }

  #tools(): HTMLElement[] {
    const tool = (key: 'newFile' | 'newFolder' | 'rename' | 'remove', icon: string, run: () => Promise<void>): HTMLElement => {
      const button = el('button', { type: 'button', class: 'icon-button', onclick: () => void run() });
      button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${icon}"/></svg>`;
      name(button, key);
      return button;
    };
    return [
      tool('newFile', 'M6 3h8l4 4v14H6zM14 3v4h4M12 11v6M9 14h6', () => this.#create('newFile')),
      tool('newFolder', 'M3 6h7l2 2h9v11H3zM12 11v5M9.5 13.5h5', () => this.#create('newFolder')),
      tool('rename', 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4', () => this.#rename()),
      tool('remove', 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5', () => this.#remove()),
    ];
  }

  async #create(kind: 'newFile' | 'newFolder'): Promise<void> {
    const host = this.#host;
    const path = await askPath(this.#root, kind, this.#home, this.#tree.folder);
    if (path === undefined) return;
    await this.#try(async (backend) => {
      if (kind === 'newFolder') return backend.files.mkdir(this.#absolute(path), host);
      const exists = await backend.files.read(this.#absolute(path), host).then(
        () => true,
        () => false,
      );
      if (!exists) await backend.files.write(this.#absolute(path), '', { host });
      await this.open(path);
      this.#view.focus();
    });
  }

  async #rename(): Promise<void> {
    const from = this.#tree.selected;
    if (from === undefined) return;
    const to = await askPath(this.#root, 'rename', this.#home, from);
    if (to === undefined || to === from) return;
    await this.#try(async (backend) => {
      const host = this.#host;
      await backend.files.rename(this.#absolute(from), this.#absolute(to), host);
      const open = this.#files.get(keyOf(host, from));
      if (open && !open.dirty) {
        this.#close(open);
        await this.open(to);
      }
    });
  }

  async #remove(): Promise<void> {
    const path = this.#tree.selected;
    if (path === undefined || !(await confirmed(this.#root, 'remove', 'removeAsk', 'remove', { path }))) return;
    await this.#try(async (backend) => {
      const host = this.#host;
      await backend.files.remove(this.#absolute(path), host);
      const open = this.#files.get(keyOf(host, path));
      if (open) this.#close(open);
    });
  }
}
