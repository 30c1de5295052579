import { homeOf, type LabSession } from '../../lab/index.ts';
import { type Comparison, comparisonAsked } from './editor/comparison.ts';
import type { EditorPane } from './editor/editor.ts';
import type { Backend } from '../../backend/index.ts';
import { confirmed } from './confirm.ts';
import { el, part } from './dom.ts';
import { wireKeyRow } from './key-row.ts';
import type { HostState, LabHost, Obstacle } from './lab-host.ts';
import { LayoutControls } from './layout-controls.ts';
import { type MenuItem, wireMenu } from './menu.ts';
import { Notices } from './notices.ts';
import type { ProgressStore } from './progress-store.ts';
import { keepSettings, recallSettings, resized, type Settings } from './settings.ts';
import { dockerToken } from './real-docker/choice.ts';
import { refusalText, startingText } from './real-docker/docker-words.ts';
import type { WhereSwitch } from './real-docker/where-switch.ts';
import { sideNames } from './side-pane.ts';
import { SidePanes } from './side-panes.ts';
import { Tabs } from './tabs.ts';
import { TaskCards } from './task-cards.ts';
import { TaskStrip } from './task-strip.ts';
import type { TerminalView, Typed } from './terminal-view.ts';
import { Terminals } from './terminals.ts';
import { name, relabel, say } from './texts.ts';
import { obstacleText } from './webcontainer/words.ts';

/** The dock beside the lesson: terminal, editor, tasks, and the hosts behind them. Made once; navigation leaves it standing. */
export class Dock {
  readonly element: HTMLElement;
  readonly layout: LayoutControls;
  readonly tabs: Tabs;
  readonly #progress: ProgressStore;
  readonly #host: LabHost;
  readonly #notices: Notices;
  readonly #strip: TaskStrip;
  readonly #cards = new TaskCards();
  readonly #terminals: Terminals;
  readonly #sides: SidePanes;
  #settings: Settings = recallSettings();
  #editor: EditorPane | undefined;
  #where: Promise<WhereSwitch> | undefined;
  #locale = document.documentElement.lang;

  constructor(element: HTMLElement, progress: ProgressStore, host: LabHost) {
    this.element = element;
    this.#progress = progress;
    this.#host = host;
    this.layout = new LayoutControls(element);
    this.tabs = new Tabs(element);
    this.#notices = new Notices(part(element, '[data-dock-notices]'));
    this.#strip = new TaskStrip(part(element, '[data-dock-strip]'));
    this.#terminals = new Terminals(element, this.tabs, () => this.#settings, (terminal) => this.#written(terminal));
    this.#sides = new SidePanes(element, { insert: (command, name) => this.#insert(command, name), leave: () => (this.#terminals.selected ?? this.#terminals.first)?.focus() });
    this.#host.onState((state) => void this.#show(state));
    this.#host.onReset(() => void this.#renew());
    this.#host.onSaveFailed((failure) => this.#saveFailed(failure));
    this.#host.onCarryFailed((why) => void this.#carryFailed(why));
    this.#host.onFallback((obstacle) => void this.#fellBack(obstacle));
    if (dockerToken() !== undefined) void this.#whereSwitch();
    this.layout.onChange(() => this.#refit());
    this.tabs.onSelect((tab) => void this.#selected(tab));
    part(element, '[data-dock-add]').addEventListener('click', () => {
      const { state } = this.#host;
      if (state.kind === 'ready') void this.#terminals.open(state.backend, state.session.lab);
    });
    wireKeyRow(part(element, '[data-dock-keys]'), () => this.#terminals.selected);
    wireMenu(part(element, '[data-dock-more]'), part(element, '[data-dock-menu]'), this.#menu(), 'shortcuts');
    this.#shortcuts();
    document.addEventListener(comparisonAsked, (event) => void this.#compare((event as CustomEvent<Comparison>).detail));
    // The hosts were started before the dock was there to be told.
    if (host.fallback) void this.#fellBack(host.fallback);
    void this.#show(host.state);
  }

  /** The page was swapped: its tasks are other ones, perhaps its language and lab too. */
  pageChanged(): void {
    if (this.#locale !== document.documentElement.lang) {
      this.#locale = document.documentElement.lang;
      relabel(this.element);
      relabel(part(document, '#dock-open'));
      this.#terminals.label();
      this.#editor?.relabel();
      this.#sides.relabel();
    }
    const { state } = this.#host;
    if (state.kind === 'ready') this.#attach(state.session);
    void this.#host.openForPage();
  }

  /** The page's theme was changed. */
  retheme(): void {
    for (const terminal of this.#terminals.all) terminal.retheme();
  }

  /** Types a block of the lesson into a terminal and runs it. */
  async run(text: string, host?: string): Promise<Typed> {
    const terminal = this.#terminals.of(host);
    if (!terminal) return 'not-ready';
    this.layout.reveal();
    this.tabs.select(terminal.tab);
    const typed = await terminal.view.type(text);
    if (matchMedia('(hover: hover)').matches) terminal.view.focus();
    return typed;
  }

  /** Saves a block of the lesson on the learner's host; the path is relative to the home. */
  async save(path: string, text: string, options: { host?: string | undefined; mode?: number | undefined }): Promise<'saved' | 'not-ready'> {
    const { state } = this.#host;
    if (state.kind !== 'ready') return 'not-ready';
    const { host, mode } = options;
    const content = text.endsWith('\n') ? text : `${text}\n`;
    await state.backend.files.write(`${homeOf(state.session.lab.user)}/${path}`, content, { ...(host === undefined ? {} : { host }), ...(mode === undefined ? {} : { mode }) });
    return 'saved';
  }

  focusTerminal(): void {
    this.#terminals.first?.focus();
  }

  /** Lets the first Enter at an untouched prompt run `command`; any other key calls it off. */
  offerFirst(command: string, settled: () => void): void {
    const terminal = this.#terminals.first;
    if (!terminal) return;
    const typing = terminal.onInput(() => {
      typing.dispose();
      settled();
    });
    terminal.interceptNext((data) => (data === '\r' ? `${command}\r` : undefined));
  }

  get ready(): boolean {
    return this.#host.state.kind === 'ready';
  }

  async #show(state: HostState): Promise<void> {
    if (this.#host.where !== 'sandbox') {
      // It brings the words for what follows.
      await this.#whereSwitch();
      if (this.#host.state !== state) return;
    }
    part(this.element, '[data-dock-starting]').hidden = state.kind !== 'starting';
    if (state.kind === 'starting') say(part(this.element, '[data-dock-starting] > span'), ...startingText(state, this.#host.where));
    if (state.kind !== 'ready') {
      for (const terminal of this.#terminals.all) terminal.disconnect(false);
      this.#editor?.disconnect();
      this.#sides.disconnect();
      this.#strip.attach(undefined, false);
    }
    for (const id of ['host', 'storage']) this.#notices.settle(id);
    if (state.kind === 'ready') return this.#begin(state.backend, state.session, state.resumed);
    if (state.kind === 'elsewhere') {
      this.#notices.show({
        id: 'host',
        tone: 'info',
        title: state.taken ? 'takenTitle' : 'otherTabTitle',
        text: state.taken ? 'takenText' : 'otherTabText',
        actions: [{ key: 'takeOver', primary: true, run: () => this.#host.takeOver() }],
      });
    } else if (state.kind === 'crashed') {
      this.#notices.show({
        id: 'host',
        tone: 'error',
        title: 'crashTitle',
        text: 'crashText',
        values: { why: state.why },
        actions: [{ key: 'crashAgain', primary: true, run: () => this.#host.restart() }],
      });
    } else if (state.kind === 'refused') {
      this.#notices.show({
        id: 'host',
        tone: 'error',
        title: 'dockerNone',
        text: refusalText(state.code),
        values: { why: state.why },
        actions: [{ key: 'tryAgain', primary: true, run: () => this.#host.restart() }, { key: 'useSandbox', run: () => this.#host.use('sandbox') }],
      });
    } else if (state.kind === 'failed') {
      this.#notices.show({ id: 'host', tone: 'error', title: 'crashTitle', text: state.step === 'lab' ? 'labMissing' : 'setupFailed', values: { why: state.why }, actions: [{ key: 'crashAgain', run: () => this.#host.restart() }] });
    }
  }

  /** The switch between sandbox and other hosts, from its first use on. */
  #whereSwitch(): Promise<WhereSwitch> {
    this.#where ??= import('./real-docker/where-switch.ts').then(({ WhereSwitch: Switch }) => new Switch(this.element, this.#host));
    return this.#where;
  }

  async #carryFailed(why: string): Promise<void> {
    await this.#whereSwitch();
    this.#notices.show({ id: 'carry', tone: 'error', title: 'carryFailedTitle', text: 'carryFailed', values: { why }, actions: [{ key: 'understood', run: () => this.#notices.settle('carry') }] });
  }

  async #fellBack({ code, why }: Obstacle): Promise<void> {
    await this.#whereSwitch();
    const settle = (): void => this.#notices.settle('webcontainer');
    const again = (): void => {
      settle();
      void this.#host.use('webcontainer');
    };
    this.#notices.show({ id: 'webcontainer', tone: 'error', title: 'webContainerNone', text: obstacleText(code), values: { why }, actions: [{ key: 'understood', primary: true, run: settle }, { key: 'tryAgain', run: again }] });
  }

  async #begin(backend: Backend, session: LabSession, resumed: boolean): Promise<void> {
    const { lab } = session;
    this.#terminals.arrange([...lab.hosts, ...(backend.alongside ? [backend.alongside.name] : [])]);
    session.onChange(() => {
      this.#strip.update(session);
      this.#cards.update(session);
      this.#count(session);
    });
    backend.onChange((change) => {
      if (change.paths.length > 0) this.tabs.mark('editor');
      if (change.engine) this.#sides.mark('map');
    });
    await this.#terminals.connect(backend, lab, resumed);
    performance.mark('drydock:prompt');
    document.documentElement.dataset['prompt'] = 'ready';
    delete document.documentElement.dataset['arriving'];
    document.dispatchEvent(new CustomEvent('drydock:prompt'));
    this.#attach(session);
    this.#editor?.connect(backend, lab);
    this.#sides.connect(backend, lab.hosts);
  }

  #attach(session: LabSession): void {
    this.#cards.attach(session);
    this.#strip.attach(session, document.querySelector('[data-task]') !== null);
    this.#count(session);
  }

  #count(session: LabSession): void {
    const done = session.lab.tasks.filter((task) => session.state(task).status === 'done').length;
    say(part(this.element, '[data-dock-count]'), 'tasksDone', { done, all: session.lab.tasks.length });
  }

  async #renew(): Promise<void> {
    await Promise.all(this.#terminals.all.map((terminal) => terminal.reconnect()));
    this.#editor?.forget();
    this.#terminals.first?.focus();
  }

  #saveFailed(failure: { code: string; message: string }): void {
    const full = failure.code === 'storage-full';
    this.#notices.show({
      id: 'storage',
      tone: 'error',
      title: 'storageTitle',
      text: full ? 'storageFull' : 'storageOther',
      values: { why: failure.message },
      actions: [
        {
          key: 'saveAgain',
          primary: true,
          run: () =>
            this.#host.save().then(
              () => this.#notices.settle('storage'),
              () => undefined,
            ),
        },
      ],
    });
  }

  async #selected(tab: string): Promise<void> {
    this.#refit();
    const host = this.#terminals.selected && (this.#terminals.selected.host ?? this.#terminals.hosts[0]);
    if (host !== undefined) this.#sides.follow(host);
    if (tab !== 'editor' || this.#editor) return;
    const editor = await import('./editor/editor.ts');
    this.#editor ??= new editor.EditorPane(part(this.element, '#panel-editor'), this.#settings);
    const { state } = this.#host;
    if (state.kind === 'ready') this.#editor.connect(state.backend, state.session.lab);
  }

  async #compare({ files, host }: Comparison): Promise<void> {
    this.layout.reveal();
    this.tabs.select('editor');
    await this.#selected('editor');
    await this.#editor?.compare(files, host);
  }

  #written(terminal: TerminalView): void {
    if (!this.layout.visible) part(this.element, '[data-dock-last]').textContent = terminal.lastLine;
  }

  #refit(): void {
    this.#terminals.selected?.fit();
    this.#sides.seen(this.layout.visible);
  }

  /** Puts a command of a pane on the terminal's command line; it is the learner who runs it. */
  #insert(command: string, host: string): Typed {
    const terminal = this.#terminals.of(host);
    const typed = terminal?.view.put(command) ?? 'not-ready';
    if (!terminal || typed !== 'typed') return typed;
    if (matchMedia('(max-width: 49.99rem)').matches) this.#sides.close();
    this.tabs.select(terminal.tab);
    terminal.view.focus();
    return typed;
  }

  #change(settings: Settings): void {
    this.#settings = settings;
    keepSettings(settings);
    for (const terminal of this.#terminals.all) terminal.apply(settings);
    this.#editor?.apply(settings);
  }

  #menu(): MenuItem[] {
    return [
      { key: 'clearTerminal', run: () => this.#terminals.selected?.clear() },
      { key: 'larger', run: () => this.#change(resized(this.#settings, 1)) },
      { key: 'smaller', run: () => this.#change(resized(this.#settings, -1)) },
      { key: 'wrap', checked: () => this.#settings.wrap, run: () => this.#change({ ...this.#settings, wrap: !this.#settings.wrap }) },
      { key: 'screenReader', checked: () => this.#settings.screenReader, run: () => this.#change({ ...this.#settings, screenReader: !this.#settings.screenReader }) },
      { key: 'whereMenu', run: () => void this.#whereSwitch().then((choice) => choice.focus()) },
      { key: 'carry', run: () => this.#carry() },
      { key: 'restore', run: () => this.#restore() },
      { key: 'reset', run: () => void this.#reset() },
    ];
  }

  async #reset(): Promise<void> {
    if (await confirmed(this.element, 'resetTitle', 'resetText', 'resetYes')) await this.#host.reset();
  }

  #carry(): void {
    const url = URL.createObjectURL(new Blob([this.#progress.toFile()], { type: 'application/json' }));
    el('a', { href: url, download: 'drydock-progress.json' }).click();
    URL.revokeObjectURL(url);
  }

  #restore(): void {
    const input = el('input', { type: 'file', accept: 'application/json,.json' });
    input.addEventListener('change', async () => {
      const text = await input.files?.[0]?.text();
      if (text === undefined) return;
      if (this.#progress.addFile(text)) location.reload();
      else this.#notices.show({ id: 'restore', tone: 'error', title: 'restore', text: 'restoreFailed', actions: [{ key: 'cancel', run: () => this.#notices.settle('restore') }] });
    });
    input.click();
  }

  #shortcuts(): void {
    name(part(this.element, '[data-dock-more]'), 'more');
    document.addEventListener('keydown', (event) => {
      const digit = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
      if (digit === undefined) return;
      if (digit === '0') {
        event.preventDefault();
        this.layout.yield();
        part(document, '#lesson').focus();
        return;
      }
      const tab = this.tabs.names[Number(digit) - 1];
      const side = sideNames[Number(digit) - 1 - this.tabs.names.length];
      if (side !== undefined) {
        event.preventDefault();
        this.layout.reveal();
        void this.#sides.visit(side);
        return;
      }
      if (tab === undefined) return;
      event.preventDefault();
      this.layout.reveal();
      this.tabs.select(tab);
      if (tab === 'editor') void this.#selected(tab).then(() => this.#editor?.focus());
      else this.#terminals.selected?.focus();
    });
  }
}
