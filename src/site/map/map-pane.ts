import type { Backend } from '../../backend/index.ts';
import { DisposableStore } from '../../base/index.ts';
import { el } from '../dock/dom.ts';
import type { CreateSidePane, SideActions, SidePane } from '../dock/side-pane.ts';
import { locale, t as dockText } from '../dock/texts.ts';
import { mapTexts, type MapTexts } from '../i18n/map-texts.ts';
import { type HostView, HostWatch } from './engine/host-watch.ts';
import { changesOf } from './model/changes.ts';
import { hostModel, type HostModel } from './model/host-model.ts';
import mapStyle from './styles/map.css?inline';
import imagesStyle from './styles/map-images.css?inline';
import { Announcer } from './view/announce.ts';
import { ExplainPane } from './view/explain-pane.ts';
import { MapTree } from './view/map-tree.ts';

/** The live map: one host of the lab as it is, drawn anew when its engine tells that something changed. Asks nothing while it is hidden. */
class MapPane implements SidePane {
  readonly #actions: SideActions;
  readonly #choice = el('select', { class: 'hm-host', id: 'hm-host', onchange: () => this.#choose() });
  readonly #label = el('label', { for: 'hm-host' });
  readonly #bar: HTMLElement;
  readonly #tree: MapTree;
  readonly #explain: ExplainPane;
  readonly #announcer = new Announcer();
  readonly #blank = el('div', { class: 'hm-blank' });
  #t: MapTexts = mapTexts(locale());
  #watching = new DisposableStore();
  #backend: Backend | undefined;
  #hosts: readonly string[] = [];
  #visible = false;
  /** Where the focus was when it was to go to the drawing that is asked for. */
  #awaited: Element | null = null;
  #view: HostView | undefined;
  #model: HostModel | undefined;

  constructor(root: HTMLElement, actions: SideActions) {
    this.#actions = actions;
    this.#explain = new ExplainPane((command) => this.#insert(command));
    this.#tree = new MapTree({
      pointed: (thing) => {
        if (thing && this.#model) this.#explain.show(thing, this.#model, this.#t);
        else this.#explain.hint(this.#t);
      },
      commands: () => this.#explain.first?.focus(),
      leave: () => actions.leave(),
    });
    this.#explain.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#tree.focus();
    });
    this.#bar = el('div', { class: 'hm-bar', hidden: true }, this.#label, this.#choice);
    // In the dock, which navigation leaves standing, not in the head, which it swaps.
    root.append(el('style', {}, mapStyle, imagesStyle), this.#bar, this.#blank, this.#tree.element, this.#explain.element, this.#announcer.element);
    this.relabel();
  }

  connect(backend: Backend, hosts: readonly string[]): void {
    this.disconnect();
    this.#backend = backend;
    this.#hosts = hosts;
    this.#choice.replaceChildren(...hosts.map((host) => new Option(host, host)));
    this.#bar.hidden = hosts.length < 2;
    this.relabel();
    if (this.#visible) this.#watch();
  }

  disconnect(): void {
    this.#unwatch();
    this.#backend = undefined;
  }

  /** Whether it is seen; hidden, it follows nothing. */
  show(visible: boolean): void {
    if (this.#visible === visible) return;
    this.#visible = visible;
    this.#awaited = null;
    if (visible) this.#watch();
    else this.#unwatch();
  }

  /** Says everything again in the page's language. */
  relabel(): void {
    this.#t = mapTexts(locale());
    const t = this.#t;
    this.#label.textContent = t('host');
    this.#tree.element.setAttribute('aria-label', t('tree', { host: this.#host }));
    this.#announcer.hush();
    if (this.#model) this.#tree.draw(this.#model, t, []);
    this.#explainNow();
    this.#showState();
  }

  /** Goes to the drawing; when it is not there yet, later, unless the focus has gone elsewhere meanwhile. */
  focus(): void {
    this.#awaited = this.#view === undefined ? document.activeElement : null;
    if (this.#blank.hidden) this.#tree.focus();
    else this.#blank.querySelector<HTMLElement>('button')?.focus();
  }

  /** The learner works on a host's terminal: the map shows that host. */
  follow(host: string): void {
    if (!this.#hosts.includes(host) || host === this.#host) return;
    this.#choice.value = host;
    this.#choose();
  }

  get #host(): string {
    return this.#choice.value || (this.#hosts[0] ?? '');
  }

  #insert(command: string): void {
    const typed = this.#actions.insert(command, this.#host);
    if (typed !== 'typed') this.#explain.tell(dockText(typed === 'busy' ? 'busy' : 'notReady'));
  }

  #choose(): void {
    this.relabel();
    if (this.#visible) this.#watch();
  }

  #watch(): void {
    this.#unwatch();
    if (!this.#backend) return;
    const watch = this.#watching.add(new HostWatch(this.#backend, this.#host));
    this.#watching.add(watch.onView((view) => this.#show(view)));
    void watch.look();
    this.#showState();
  }

  #unwatch(): void {
    this.#watching.dispose();
    this.#watching = new DisposableStore();
    this.#view = undefined;
    this.#model = undefined;
    this.#announcer.hush();
  }

  #show(view: HostView): void {
    this.#view = view;
    if (view.kind === 'answers') {
      const model = hostModel(view.answers);
      const { changes, layers } = this.#model ? changesOf(this.#model, model) : { changes: [], layers: [] };
      this.#model = model;
      this.#tree.draw(model, this.#t, [...changes.map(({ key }) => key), ...layers]);
      this.#announcer.say(changes, this.#t);
      this.#explainNow();
    }
    this.#showState();
    if (this.#awaited && this.#awaited === document.activeElement) this.focus();
    this.#awaited = null;
  }

  #explainNow(): void {
    const { thing } = this.#tree;
    const inside = this.#explain.element.contains(document.activeElement);
    if (inside) return;
    if (thing && this.#model) this.#explain.show(thing, this.#model, this.#t);
    else this.#explain.hint(this.#t);
  }

  /** In place of the tree: that it is asked for, or that the engine does not answer. */
  #showState(): void {
    const t = this.#t;
    const stopped = this.#view?.kind === 'stopped';
    const drawn = this.#model !== undefined && !stopped;
    this.#tree.element.hidden = !drawn;
    this.#explain.element.hidden = !drawn;
    this.#blank.hidden = drawn;
    if (drawn) return;
    if (!stopped) return this.#blank.replaceChildren(el('p', { class: 'hm-soft' }, t('loading')));
    const command = 'sudo service docker start';
    this.#blank.replaceChildren(
      el('p', {}, el('b', {}, t('stoppedTitle'))),
      el('p', {}, t('stoppedText')),
      el('p', { class: 'hm-commands' }, el('button', { type: 'button', class: 'hm-command', 'aria-label': `${t('insert')}: ${command}`, title: t('insert'), onclick: () => this.#insert(command) }, el('code', {}, command))),
      el('p', {}, el('button', { type: 'button', class: 'button', onclick: () => this.#watch() }, t('lookAgain'))),
    );
  }
}

/** The live map, in a pane beside the terminal. */
export const createMapPane: CreateSidePane = (root, actions) => new MapPane(root, actions);
