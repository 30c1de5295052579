import type { Backend } from '../../backend/index.ts';
import { type Disposable, DisposableStore } from '../../base/index.ts';
import { el } from '../dock/dom.ts';
import type { CreateSidePane, SideActions, SidePane } from '../dock/side-pane.ts';
import { locale, t as dockText } from '../dock/texts.ts';
import { previewText, type PreviewKey } from '../i18n/preview-texts.ts';
import { clientId, serviceWorkerObstacle } from '../page/service-worker.ts';
import { previewAddress } from '../service-worker/index.ts';
import { type Address, readAddress, shownAddress, writeAddress } from './address.ts';
import { icon } from './icon.ts';
import { publishedPorts, type PublishedPort } from './published-ports.ts';
import { type Loaded, PreviewRelay } from './relay.ts';
import { Visits } from './visits.ts';
import style from './styles/preview.css?inline';

const dockerExample = 'docker run -d -p 8080:80 nginx:alpine';
const nodeExample = `node -e "require('http').createServer((q, r) => r.end('Hello')).listen(3000)"`;
const t = (key: PreviewKey, values?: Readonly<Record<string, string | number>>): string => previewText(locale(), key, values);

/** A small browser on another computer of the lab's network: what containers publish opens here. */
class PreviewPane implements SidePane {
  readonly #actions: SideActions;
  readonly #back = button('back', () => this.#go(this.#visits.back()));
  readonly #forward = button('back', () => this.#go(this.#visits.forward()), 'pv-mirrored');
  readonly #reload = button('reload', () => this.#go(this.#visits.current));
  readonly #outside = el('a', { class: 'pv-tool', target: '_blank', rel: 'opener' }, icon('outside'));
  readonly #input = el('input', { type: 'text', class: 'pv-address', inputmode: 'url', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', enterkeyhint: 'go' });
  readonly #status = el('span', { class: 'pv-status', role: 'status' });
  readonly #ports = el('div', { class: 'pv-ports' });
  readonly #view = el('div', { class: 'pv-view' });
  readonly #visits = new Visits();
  #frame: HTMLIFrameElement | undefined;
  #relay: PreviewRelay | undefined;
  #client: string | undefined;
  #hosts: { backend: Backend; names: readonly string[]; following: Disposable } | undefined;
  #host = '';
  #published: readonly PublishedPort[] = [];
  #visible = false;
  /** The bar sent the frame somewhere, and it has not arrived yet. */
  #sent = false;
  #complaint: (() => string) | undefined;

  constructor(root: HTMLElement, actions: SideActions) {
    this.#actions = actions;
    const bar = el('form', { class: 'pv-bar', onsubmit: (event: SubmitEvent) => this.#typed(event) }, this.#back, this.#forward, this.#reload, this.#input, this.#status, this.#outside);
    root.append(el('style', {}, style), bar, this.#ports, this.#view);
    this.#input.addEventListener('focus', () => this.#input.select());
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') actions.leave();
    });
    this.relabel();
    void this.#register();
  }

  connect(backend: Backend, hosts: readonly string[]): void {
    this.disconnect();
    const following = new DisposableStore();
    const { alongside } = backend;
    const names = alongside ? [...hosts, alongside.name] : hosts;
    if (alongside) following.add(alongside.onPorts(() => alongside.name === this.#host && void this.#readPorts()));
    following.add(
      backend.onChange((change) => {
        if (change.engine && change.host === this.#host) void this.#readPorts();
      }),
    );
    this.#hosts = { backend, names, following };
    if (!names.includes(this.#host)) this.#host = names[0] ?? '';
    this.#relay?.connect(backend, names);
    void this.#readPorts();
  }

  disconnect(): void {
    this.#hosts?.following.dispose();
    this.#hosts = undefined;
    this.#relay?.disconnect();
  }

  show(visible: boolean): void {
    this.#visible = visible;
    if (visible) void this.#readPorts();
  }

  follow(host: string): void {
    if (this.#host === host || !this.#hosts?.names.includes(host)) return;
    this.#host = host;
    void this.#readPorts();
  }

  focus(): void {
    this.#input.focus();
  }

  relabel(): void {
    name(this.#back, t('back'));
    name(this.#forward, t('forward'));
    name(this.#reload, t('reload'));
    name(this.#outside, t('outside'));
    this.#input.setAttribute('aria-label', t('address'));
    this.#draw();
  }

  async #register(): Promise<void> {
    this.#client = await clientId();
    if (this.#client === undefined) this.#complaint = () => t(serviceWorkerObstacle === 'insecure' ? 'needsSecure' : 'needsWorker');
    else {
      this.#relay = new PreviewRelay(this.#client);
      this.#relay.onLoaded((loaded) => this.#loaded(loaded));
      if (this.#hosts) this.#relay.connect(this.#hosts.backend, this.#hosts.names);
    }
    this.#draw();
    // What was asked for meanwhile.
    if (!this.#frame) this.#go(this.#visits.current);
  }

  async #readPorts(): Promise<void> {
    const { backend } = this.#hosts ?? {};
    if (!backend || !this.#visible) return;
    const host = this.#host;
    const published = await publishedPorts(backend, host);
    if (host !== this.#host) return;
    this.#published = published;
    this.#draw();
  }

  #typed(event: SubmitEvent): void {
    event.preventDefault();
    const address = readAddress(this.#input.value, this.#hosts?.names ?? [], this.#host);
    this.#complaint = address ? undefined : () => t('notAddress', { example: `http://${this.#host || 'lab'}:8080/` });
    if (address) this.#visit(address);
    else this.#draw();
  }

  /** Opens an address as a new visit. */
  #visit(address: Address): void {
    this.#visits.add(address);
    this.#go(address);
  }

  #go(address: Address | undefined): void {
    if (!address || this.#client === undefined) return;
    this.#complaint = undefined;
    this.#sent = true;
    this.#status.textContent = t('loading');
    this.#status.dataset['tone'] = '';
    this.#input.value = writeAddress(address);
    const place = previewAddress({ client: this.#client, ...address });
    if (this.#frame) this.#frame.contentWindow?.location.replace(place);
    else {
      // Forms may be sent; scripts never run, by this and by the policy of every answer.
      this.#frame = el('iframe', { class: 'pv-frame', sandbox: 'allow-forms allow-same-origin', src: place });
      this.#frame.addEventListener('load', () => this.#arrived());
    }
    this.#draw();
  }

  /** The frame shows a page; links and forms lead it on by themselves. */
  #arrived(): void {
    const shown = shownAddress(this.#frame?.contentWindow?.location.href ?? '');
    if (!shown) return;
    if (this.#sent) this.#visits.replace(shown);
    else this.#visits.add(shown);
    this.#sent = false;
    if (document.activeElement !== this.#input) this.#input.value = writeAddress(shown);
    this.#frame?.setAttribute('title', t('frame', { address: writeAddress(shown) }));
    this.#draw();
  }

  #loaded({ status, ok }: Loaded): void {
    this.#status.textContent = status;
    this.#status.dataset['tone'] = ok ? 'ok' : 'bad';
  }

  #draw(): void {
    const { current } = this.#visits;
    this.#back.disabled = !this.#visits.hasBack;
    this.#forward.disabled = !this.#visits.hasForward;
    this.#reload.disabled = current === undefined;
    this.#outside.hidden = current === undefined;
    if (current && this.#client !== undefined) this.#outside.href = previewAddress({ client: this.#client, ...current });
    this.#ports.hidden = this.#published.length === 0;
    this.#ports.replaceChildren(
      el('span', {}, t('published')),
      ...this.#published.map(({ port, container }) =>
        el('button', { type: 'button', class: 'pv-port', 'aria-label': t('portOf', { port, name: container }), onclick: () => this.#visit({ host: this.#host, port, path: '/' }) }, el('b', {}, String(port)), ` ${container}`),
      ),
    );
    if (this.#frame && !this.#complaint) {
      if (!this.#frame.isConnected) this.#view.replaceChildren(this.#frame);
    } else {
      this.#frame = undefined;
      this.#view.replaceChildren(this.#blank());
    }
  }

  #blank(): HTMLElement {
    if (this.#complaint) return el('div', { class: 'pv-blank', role: 'alert' }, el('p', {}, this.#complaint()));
    const title = el('p', {}, el('b', {}, t('blankTitle')));
    if (this.#published.length > 0) return el('div', { class: 'pv-blank' }, title, el('p', {}, t('blankPorts')));
    const said = el('p', { class: 'pv-soft', role: 'status' });
    const { alongside } = this.#hosts?.backend ?? {};
    const [example, text] = alongside !== undefined && alongside.name === this.#host ? [nodeExample, 'blankNode' as const] : [dockerExample, 'blankText' as const];
    const insert = (): void => {
      const typed = this.#actions.insert(example, this.#host);
      said.textContent = typed === 'typed' ? '' : dockText(typed === 'busy' ? 'busy' : 'notReady');
    };
    return el('div', { class: 'pv-blank' }, title, el('p', {}, t(text)), el('button', { type: 'button', class: 'pv-command', 'aria-label': `${t('insert')}: ${example}`, title: t('insert'), onclick: insert }, el('code', {}, example)), said);
  }
}

function button(mark: 'back' | 'reload', run: () => void, extra = ''): HTMLButtonElement {
  return el('button', { type: 'button', class: `pv-tool ${extra}`.trim(), onclick: run }, icon(mark));
}

function name(element: HTMLElement, text: string): void {
  element.setAttribute('aria-label', text);
  element.title = text;
}

/** The preview of published ports, in a pane beside the terminal. */
export const createPreviewPane: CreateSidePane = (root, actions) => new PreviewPane(root, actions);
