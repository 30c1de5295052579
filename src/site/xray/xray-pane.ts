import type { Backend } from '../../backend/index.ts';
import type { Disposable } from '../../base/index.ts';
import { el } from '../dock/dom.ts';
import type { CreateSidePane, SideActions, SidePane } from '../dock/side-pane.ts';
import { locale, t as dockText } from '../dock/texts.ts';
import { Talks } from './model/talks.ts';
import { t } from './view/say.ts';
import { TalkView } from './view/talk-view.ts';
import style from './styles/xray.css?inline';

const example = 'docker pull alpine';

/** The X-ray: what was said on the network of a host, connection by connection, from when it was first opened. */
class XrayPane implements SidePane {
  readonly #actions: SideActions;
  readonly #choice = el('select', { class: 'xr-host', id: 'xr-host', onchange: () => this.#watch() });
  readonly #label = el('label', { for: 'xr-host' });
  readonly #clear = el('button', { type: 'button', class: 'xr-button', onclick: () => this.#forget() });
  readonly #list = el('ol', { class: 'xr-list', tabindex: 0 });
  readonly #blank = el('div', { class: 'xr-blank' });
  readonly #views = new Map<string, TalkView>();
  readonly #talks = new Talks();
  #backend: Backend | undefined;
  #watched: Promise<Disposable> | undefined;
  #visible = false;

  constructor(root: HTMLElement, actions: SideActions) {
    this.#actions = actions;
    const bar = el('div', { class: 'xr-bar' }, this.#label, this.#choice, this.#clear);
    root.append(el('style', {}, style), bar, this.#blank, this.#list);
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') actions.leave();
    });
    this.relabel();
  }

  connect(backend: Backend, hosts: readonly string[]): void {
    this.disconnect();
    this.#backend = backend;
    this.#choice.replaceChildren(...hosts.map((host) => new Option(host, host)));
    this.#choice.hidden = hosts.length < 2;
    this.#label.hidden = hosts.length < 2;
    this.#watch();
  }

  disconnect(): void {
    this.#unwatch();
    this.#backend = undefined;
    this.#draw();
  }

  show(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#draw();
  }

  follow(host: string): void {
    if (this.#choice.value === host || ![...this.#choice.options].some(({ value }) => value === host)) return;
    this.#choice.value = host;
    this.#watch();
  }

  focus(): void {
    (this.#list.querySelector<HTMLElement>('summary') ?? this.#blank.querySelector<HTMLElement>('button') ?? this.#list).focus();
  }

  relabel(): void {
    this.#label.textContent = t('host');
    this.#clear.textContent = t('clear');
    this.#list.setAttribute('aria-label', t('list'));
    this.#draw();
  }

  /** From now on; what another host said is forgotten. */
  #watch(): void {
    this.#unwatch();
    this.#forget();
    const backend = this.#backend;
    if (!backend || backend.capabilities.networkEvents !== true) return;
    const watched = backend.watchNetwork((events) => {
      if (!this.#talks.add(events)) return;
      if (this.#visible) this.#draw();
      else this.#actions.mark();
    }, this.#choice.value || undefined);
    watched.catch(() => undefined);
    this.#watched = watched;
  }

  #unwatch(): void {
    this.#watched?.then((watched) => watched.dispose()).catch(() => undefined);
    this.#watched = undefined;
  }

  #forget(): void {
    this.#talks.clear();
    this.#views.clear();
    this.#list.replaceChildren();
    this.#draw();
  }

  #draw(): void {
    const atEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 40;
    const talks = this.#talks.list.filter(({ tls, exchanges }) => tls !== undefined || exchanges.length > 0);
    const keys = new Set(talks.map(({ key }) => key));
    for (const [key, view] of this.#views) {
      if (keys.has(key)) continue;
      view.element.remove();
      this.#views.delete(key);
    }
    for (const talk of talks) {
      let view = this.#views.get(talk.key);
      if (!view) {
        view = new TalkView();
        this.#views.set(talk.key, view);
        this.#list.append(view.element);
      }
      view.show(talk, locale());
    }
    this.#list.hidden = talks.length === 0;
    this.#clear.hidden = talks.length === 0;
    this.#blank.hidden = talks.length > 0;
    if (talks.length === 0) this.#drawBlank();
    else if (atEnd && !this.#list.contains(document.activeElement)) this.#list.scrollTop = this.#list.scrollHeight;
  }

  #drawBlank(): void {
    const { capabilities } = this.#backend ?? {};
    if (capabilities && capabilities.networkEvents !== true) return this.#blank.replaceChildren(el('p', {}, t('unsupported')));
    const said = el('p', { class: 'xr-soft', role: 'status' });
    const insert = (): void => {
      const typed = this.#actions.insert(example, this.#choice.value);
      said.textContent = typed === 'typed' ? '' : dockText(typed === 'busy' ? 'busy' : 'notReady');
    };
    this.#blank.replaceChildren(
      el('p', {}, el('b', {}, t('blankTitle'))),
      el('p', {}, t('blankText')),
      el('button', { type: 'button', class: 'xr-command', 'aria-label': `${t('insert')}: ${example}`, title: t('insert'), onclick: insert }, el('code', {}, example)),
      said,
    );
  }
}

/** The X-ray of the network, in a pane beside the terminal. */
export const createXrayPane: CreateSidePane = (root, actions) => new XrayPane(root, actions);
