import type { Backend } from '../../backend/index.ts';
import type { Lab } from '../../lab/index.ts';
import { el, part } from './dom.ts';
import { HostTab } from './host-tab.ts';
import type { Settings } from './settings.ts';
import type { Tabs } from './tabs.ts';
import { TerminalView } from './terminal-view.ts';
import { t } from './texts.ts';

/** Name of the tab that every page has: the terminal of the lab's first host. */
const firstTab = 'terminal';

/** The dock's terminals: a tab for each host of the lab, and further ones that the learner opens. The first is there before any lab is known. */
export class Terminals {
  readonly #dock: HTMLElement;
  readonly #tabs: Tabs;
  readonly #settings: () => Settings;
  readonly #written: (terminal: TerminalView) => void;
  /** By tab, from left to right. */
  readonly #views = new Map<string, { view: TerminalView; tab: HostTab | undefined; further?: number }>();
  #hosts: readonly string[] = [];

  /** `written` hears of each output. */
  constructor(dock: HTMLElement, tabs: Tabs, settings: () => Settings, written: (terminal: TerminalView) => void) {
    this.#dock = dock;
    this.#tabs = tabs;
    this.#settings = settings;
    this.#written = written;
    this.#add(firstTab, part(dock, '#panel-terminal'), undefined, undefined);
  }

  /** The lab's hosts. */
  get hosts(): readonly string[] {
    return this.#hosts;
  }

  get all(): TerminalView[] {
    return [...this.#views.values()].map(({ view }) => view);
  }

  get first(): TerminalView | undefined {
    return this.#views.get(firstTab)?.view;
  }

  /** The terminal whose tab is selected. */
  get selected(): TerminalView | undefined {
    return this.#views.get(this.#tabs.selected)?.view;
  }

  /** The terminal of a host of the lab, and its tab; the first host's for no name. */
  of(host: string | undefined): { view: TerminalView; tab: string } | undefined {
    const tab = host === undefined || host === this.#hosts[0] ? firstTab : host;
    const found = this.#views.get(tab);
    return found && { view: found.view, tab };
  }

  /** One tab for each of these hosts, and no other. */
  arrange(hosts: readonly string[]): void {
    this.#hosts = hosts;
    for (const [name, { further }] of this.#views) if (further !== undefined || hosts.indexOf(name) <= 0) this.#remove(name);
    for (const host of hosts.slice(1)) {
      if (this.#views.has(host)) continue;
      const tab = new HostTab(this.#dock, host);
      this.#add(host, tab.panel, host, tab);
    }
    this.#tabs.number();
    this.label();
  }

  /** Opens a shell on each host; resolves when the first has its prompt. */
  async connect(backend: Backend, lab: Lab, resumed: boolean): Promise<void> {
    const open = (view: TerminalView): Promise<void> => view.connect(backend, lab.user, `${lab.id}.${view.host ?? lab.hosts[0] ?? ''}`, { resumed, name: view.host ?? firstTab });
    const [first, ...others] = this.all;
    if (first) await open(first);
    // A backend that goes away meanwhile tells so itself.
    for (const view of others) open(view).catch(() => undefined);
  }

  /** One more shell on the host whose terminal was seen last (the first one's beside the editor); its tab closes with it. */
  async open(backend: Backend, lab: Lab): Promise<void> {
    const host = this.selected?.host;
    const numbers = [...this.#views.values()].flatMap(({ view, further }) => (view.host === host && further !== undefined ? [further] : []));
    const number = Math.max(1, ...numbers) + 1;
    const name = `${host ?? firstTab}-${number}`;
    const tab = new HostTab(this.#dock, name, () => this.#close(name));
    const view = this.#add(name, tab.panel, host, tab, number);
    view.onEnd(() => this.#close(name));
    this.#tabs.number();
    this.label();
    this.#tabs.select(name);
    view.fit();
    view.focus();
    await view.connect(backend, lab.user, undefined, { resumed: false, name });
  }

  /** Names tabs and terminals after their hosts, in the page's language. */
  label(): void {
    const name = part(this.#dock, '#tab-terminal > span');
    name.textContent = this.#hosts.length > 1 ? (this.#hosts[0] ?? '') : t('tabTerminal');
    for (const { view, tab, further } of this.#views.values()) {
      const host = view.host ?? this.#hosts[0] ?? '';
      view.label(t('terminalLabel', { host: further === undefined ? host : `${host} (${further})` }));
      if (further !== undefined) tab?.label(`${view.host ?? name.textContent} ${further}`, t('closeTerminal'));
    }
  }

  #close(name: string): void {
    const selected = this.#tabs.selected === name;
    this.#remove(name);
    this.#tabs.number();
    if (selected) this.first?.focus();
  }

  #remove(name: string): void {
    const found = this.#views.get(name);
    // The first tab is always there.
    if (!found?.tab) return;
    this.#views.delete(name);
    if (this.#tabs.selected === name) this.#tabs.select(firstTab);
    found.view.dispose();
    found.tab.dispose();
  }

  #add(name: string, panel: HTMLElement, host: string | undefined, tab: HostTab | undefined, further?: number): TerminalView {
    const screen = el('div', { class: 'screen' });
    panel.append(screen);
    const view = new TerminalView(screen, host, this.#settings());
    view.onOutput(() => {
      this.#tabs.mark(name);
      this.#written(view);
    });
    this.#views.set(name, { view, tab, ...(further !== undefined && { further }) });
    return view;
  }
}
