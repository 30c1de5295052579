import { EditorView } from '@codemirror/view';
import type { Backend } from '../../../backend/index.ts';
import { DisposableStore } from '../../../base/index.ts';
import { homeOf, type Lab } from '../../../lab/index.ts';
import { editorText } from '../../i18n/editor-texts.ts';
import { confirmed } from '../confirm.ts';
import { el } from '../dom.ts';
import type { Settings } from '../settings.ts';
import { locale, name, say, t } from '../texts.ts';
import { Drafts } from './drafts.ts';
import { EditorBar } from './editor-bar.ts';
import { brought, editorSetup } from './editor-setup.ts';
import { isDockerfile } from './file-kinds.ts';
import { fileTools } from './file-tools.ts';
import { FileTree } from './file-tree.ts';
import { checksOf, languageOf } from './languages.ts';
import { OpenFile, readText } from './open-file.ts';
import type { ComparePane } from './compare/compare-pane.ts';
import type { SolutionFile } from './solution-files.ts';
import type { WeighedFile, WeightPane } from './weight/weight-pane.ts';

/** What tells open files apart. */
const keyOf = (host: string, path: string): string => `${host}:${path}`;

/** The editor tab: the learner's files as a tree, and one of them in the editor. Files change with the host, and the host with them. */
export class EditorPane {
  readonly #root: HTMLElement;
  readonly #tree: FileTree;
  readonly #view: EditorView;
  readonly #hostChoice = el('select', { class: 'tree-host', hidden: true, onchange: () => this.#choose() });
  readonly #side = el('div', { class: 'editor-side' });
  readonly #bar: EditorBar;
  readonly #keys = el('p', { class: 'editor-keys' });
  readonly #said = el('p', { class: 'editor-said', role: 'status' });
  readonly #place = el('div', { class: 'editor-text', hidden: true });
  readonly #blank = el('p', { class: 'editor-blank', 'data-t': 'editorEmpty' }, t('editorEmpty'));
  readonly #conflict = el('div', { class: 'editor-conflict', role: 'alert', hidden: true });
  readonly #files = new Map<string, OpenFile>();
  readonly #drafts = new Drafts(() => Object.fromEntries([...this.#files.values()].filter((file) => file.dirty).map((file) => [file.key, file.text])));
  #settings: Settings;
  #store = new DisposableStore();
  #backend: Backend | undefined;
  #home = '';
  #lab: string | undefined;
  #hosts: readonly string[] = [];
  #current: OpenFile | undefined;
  #reading = Promise.resolve();
  /** Loaded when it is asked for first. */
  #weight: WeightPane | undefined;
  #weighing = false;
  #compare: ComparePane | undefined;
  #comparedHost = '';

  constructor(root: HTMLElement, settings: Settings) {
    this.#root = root;
    this.#settings = settings;
    this.#tree = new FileTree((path) => void this.open(path));
    this.#view = new EditorView({ parent: this.#place, dispatchTransactions: (transactions, view) => this.#dispatch(transactions, view) });
    const tools = el('div', { class: 'tree-tools' }, el('span', { class: 'tree-title', 'data-t': 'files' }, t('files')), this.#hostChoice, ...this.#tools());
    name(this.#tree.element, 'files');
    name(this.#hostChoice, 'editorHost');
    this.#bar = new EditorBar(this.#view, { show: (file) => this.#show(file, true), close: (file) => void this.#leave(file), weigh: (on) => void this.#weigh(on), save: () => void this.save().then(() => this.#view.focus()) });
    this.#side.append(this.#bar.element, this.#conflict, this.#blank, this.#place, this.#said, this.#keys);
    root.append(el('div', { class: 'tree-side' }, tools, this.#tree.element), this.#side);
    this.#drawKeys();
    root.style.setProperty('--editor-size', `${settings.fontSize}px`);
    root.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS') {
        event.preventDefault();
        void this.save();
      }
    });
  }

  /** Shows the files of the lab's hosts, of one at a time; what was edited and not saved stays as it is, also from an earlier visit. */
  connect(backend: Backend, lab: Lab): void {
    this.#store.dispose();
    this.#store = new DisposableStore();
    this.#backend = backend;
    this.#home = homeOf(lab.user);
    const key = `${backend.kind}.${lab.id}`;
    if (key !== this.#lab) {
      this.#drafts.flush();
      this.#files.clear();
      this.#show(undefined);
      this.#lab = key;
      this.#hosts = lab.hosts;
      this.#hostChoice.replaceChildren(...lab.hosts.map((host) => el('option', { value: host }, host)));
      this.#hostChoice.hidden = lab.hosts.length < 2;
      void this.#restore(this.#drafts.begin(key), backend);
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
    this.#drafts.flush();
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
    if (this.#current) this.#view.dispatch({ effects: brought(this.#current.path, settings) });
  }

  relabel(): void {
    this.#weight?.relabel();
    void this.#compare?.refresh(true);
    if (this.#current) this.#view.dispatch({ effects: brought(this.#current.path, this.#settings) });
    this.#drawBar();
    this.#drawConflict();
    this.#drawKeys();
  }

  async open(path: string): Promise<void> {
    const host = this.#host;
    const known = this.#files.get(keyOf(host, path));
    if (known) return this.#show(known);
    await this.#try(async (backend) => {
      const read = readText(await backend.files.read(this.#absolute(path), host));
      if (read.kind !== 'text') return say(this.#said, read.kind === 'binary' ? 'editorBinary' : 'editorLarge', { size: read.size });
      const file = this.#add(host, path, read.text, read.text);
      this.#show(file);
      await this.#speak(file);
    });
  }

  #add(host: string, path: string, text: string, saved: string | undefined): OpenFile {
    const file = new OpenFile(host, path, text, saved, editorSetup(path, this.#settings));
    this.#files.set(file.key, file);
    return file;
  }

  /** Gives a file its language. */
  async #speak(file: OpenFile): Promise<void> {
    const effects = file.language.reconfigure(await Promise.all([languageOf(file.path, file.text), checksOf(file.path)]));
    if (this.#current === file) this.#view.dispatch({ effects });
    else file.state = file.state.update({ effects }).state;
  }

  /** Opens what was edited and not saved at an earlier visit. */
  async #restore(drafts: Readonly<Record<string, string>>, backend: Backend): Promise<void> {
    const restored: OpenFile[] = [];
    for (const [key, text] of Object.entries(drafts)) {
      const [host = '', path = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
      if (!this.#hosts.includes(host)) continue;
      const bytes = await backend.files.read(this.#absolute(path), host).catch(() => undefined);
      const read = bytes ? readText(bytes) : undefined;
      if (backend !== this.#backend) return;
      if (this.#files.has(key) || (read && read.kind !== 'text') || read?.text === text) continue;
      const file = this.#add(host, path, text, read?.text);
      restored.push(file);
      void this.#speak(file);
    }
    const [first] = restored;
    if (!first) return;
    if (this.#current) this.#draw();
    else this.#show(first);
    say(this.#said, 'editorDrafts', { paths: restored.map(({ path }) => path).join(', ') });
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
      this.#drafts.changed();
      this.#draw();
    });
  }

  /** Shows the learner's files beside those that a solution writes on a host. */
  async compare(files: readonly SolutionFile[], host: string): Promise<void> {
    const { ComparePane } = await import('./compare/compare-pane.ts');
    if (!this.#compare) {
      this.#compare = new ComparePane({ mine: (path) => this.#mine(path), language: languageOf, closed: () => this.#leaveCompare(true) });
      this.#side.append(this.#compare.element);
    }
    this.#comparedHost = host;
    this.#side.toggleAttribute('data-comparing', true);
    await this.#compare.open(files);
  }

  #leaveCompare(focus: boolean): void {
    if (!this.#side.hasAttribute('data-comparing')) return;
    this.#side.removeAttribute('data-comparing');
    this.#compare?.close();
    if (focus) this.focus();
  }

  /** A file's text as the learner has it: as edited, else as on the host. */
  async #mine(path: string): Promise<string | undefined> {
    const open = this.#files.get(keyOf(this.#comparedHost, path));
    if (open) return open.text;
    const bytes = await this.#backend?.files.read(this.#absolute(path), this.#comparedHost).catch(() => undefined);
    const read = bytes && readText(bytes);
    return read?.kind === 'text' ? read.text : undefined;
  }

  #dispatch(transactions: Parameters<EditorView['update']>[0], view: EditorView): void {
    view.update(transactions);
    const file = this.#current;
    if (!file) return;
    const was = file.dirty;
    file.state = view.state;
    if (!transactions.some((each) => each.docChanged)) return;
    this.#said.textContent = '';
    this.#drafts.changed();
    if (was === file.dirty) this.#bar.drawHistory();
    else this.#draw();
  }

  #show(file: OpenFile | undefined, focus = false): void {
    this.#leaveCompare(false);
    this.#current = file;
    this.#place.hidden = !file;
    this.#blank.hidden = file !== undefined;
    this.#said.textContent = '';
    delete this.#said.dataset['t'];
    if (file) {
      this.#view.setState(file.state);
      this.#view.dispatch({ effects: brought(file.path, this.#settings) });
    }
    if (file && file.host !== this.#host) this.#choose(file.host);
    this.#tree.select(file?.path);
    this.#draw();
    if (focus) this.#view.focus();
  }

  #draw(): void {
    const weighed = this.#weighed;
    if (this.#weighing && weighed) this.#weight?.update(weighed);
    else this.#weight?.close();
    this.#tree.markDirty(new Set([...this.#files.values()].filter((file) => file.dirty && file.host === this.#host).map((file) => file.path)));
    this.#drawBar();
    this.#drawConflict();
  }

  #drawBar(): void {
    this.#bar.draw({ files: [...this.#files.values()], current: this.#current, hosts: this.#hosts.length > 1, weighing: this.#weighed ? this.#weighing : undefined });
    this.#keys.hidden = !this.#current;
  }

  #drawKeys(): void {
    this.#keys.textContent = editorText(locale(), 'keys', { mod: /Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl' });
  }

  /** The open Dockerfile as the host has it. */
  get #weighed(): WeighedFile | undefined {
    const file = this.#current;
    return file && isDockerfile(file.path) ? { host: file.host, text: file.saved ?? file.text } : undefined;
  }

  async #weigh(on: boolean): Promise<void> {
    this.#weighing = on;
    if (on && !this.#weight) {
      const { WeightPane } = await import('./weight/weight-pane.ts');
      this.#weight = new WeightPane((line) => this.#toLine(line), () => void this.#weigh(false).then(() => this.#bar.focusWeigh()));
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

  /** Closes a file; what is not saved is asked about. */
  async #leave(file: OpenFile): Promise<void> {
    if (!file.dirty || (await confirmed(this.#root, 'discardTitle', 'discardText', 'discardYes', { path: file.path }))) this.#close(file);
  }

  #close(file: OpenFile): void {
    this.#files.delete(file.key);
    this.#drafts.changed();
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
      void this.#compare?.refresh();
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
    return fileTools({
      root: this.#root,
      tree: this.#tree,
      home: () => this.#home,
      host: () => this.#host,
      attempt: (action) => this.#try(action),
      edit: async (path) => {
        await this.open(path);
        this.#view.focus();
      },
      moved: async (from, to) => {
        const open = this.#files.get(keyOf(this.#host, from));
        if (!open || open.dirty) return;
        this.#close(open);
        await this.open(to);
      },
      removed: (path) => {
        const open = this.#files.get(keyOf(this.#host, path));
        if (open) this.#close(open);
      },
    });
  }
}
