import type { Backend } from '../../backend/index.ts';
import { Emitter, type Event } from '../../base/index.ts';
import { ProtocolError } from '../../protocol/index.ts';
import { locale } from '../dock/texts.ts';
import { type PreviewAnswer, type PreviewAsk, previewAddress, type PreviewPlace } from '../service-worker/index.ts';
import { redirected } from './address.ts';
import { CookieJar } from './cookies.ts';
import { failureName, failurePage } from './failure-page.ts';
import { previewHeaders } from './policy.ts';
import { publishedPorts } from './published-ports.ts';

/** A whole page was asked for and this came. */
export interface Loaded {
  host: string;
  port: number;
  path: string;
  /** As a browser's tools show it: `200 OK`, `ERR_CONNECTION_REFUSED`. */
  status: string;
  ok: boolean;
}

/** Headers of the browser's request that a server may see; `Host` and the rest come with the connection. */
const passed = /^(accept|accept-language|content-type|user-agent|referer|if-none-match|if-modified-since|x-.*|authorization)$/i;

/** Answers the service worker: what a previewed page asks for is asked of the lab's host. */
export class PreviewRelay {
  readonly #cookies = new CookieJar();
  readonly #loads = new Emitter<Loaded>();
  #hosts: { backend: Backend; names: readonly string[] } | undefined;

  readonly onLoaded: Event<Loaded> = this.#loads.event;

  constructor(client: string) {
    navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }: MessageEvent) => {
      const ask = data as PreviewAsk;
      if (ask.type !== 'preview' || !port) return;
      void this.#answer({ client, host: ask.host, port: ask.port, path: ask.path }, ask).then((answer) => port.postMessage(answer, answer.body ? [answer.body.buffer] : []));
    });
  }

  connect(backend: Backend, names: readonly string[]): void {
    this.#hosts = { backend, names };
  }

  disconnect(): void {
    this.#hosts = undefined;
  }

  async #answer(place: PreviewPlace, ask: PreviewAsk): Promise<PreviewAnswer> {
    const { host, port, path } = place;
    const told = (status: string, ok: boolean): void => {
      if (ask.navigation) this.#loads.fire({ host, port, path, status, ok });
    };
    try {
      if (!this.#hosts) throw new ProtocolError({ code: 'closed', message: 'the host is not there' });
      const cookie = this.#cookies.line(host, path);
      const headers = [...ask.headers.filter(([name]) => passed.test(name)), ...(cookie === undefined ? [] : [['cookie', cookie] as const])];
      const response = await this.#hosts.backend.httpRequest({ host, port, method: ask.method, path, headers, ...(ask.body && { body: new Uint8Array(ask.body) }) });
      this.#cookies.take(host, path, response.headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value));
      const { names } = this.#hosts;
      told(`${response.status} ${response.statusText}`.trim(), response.status < 400);
      const status = response.status >= 200 && response.status <= 599 ? response.status : 502;
      return { status, statusText: response.statusText, headers: previewHeaders(response.headers, (location) => addressOf(redirected(location, place, names))), body: new Uint8Array(response.body) };
    } catch (error) {
      const code = error instanceof ProtocolError ? error.code : 'failed';
      told(failureName(code), false);
      const published = this.#hosts ? await publishedPorts(this.#hosts.backend, host) : [];
      const page = failurePage(locale(), { code, message: error instanceof Error ? error.message : String(error), host, port, published, dark: document.documentElement.dataset['theme'] === 'dark' });
      return { status: 502, statusText: failureName(code), headers: previewHeaders([['content-type', 'text/html; charset=utf-8']], () => undefined), body: new TextEncoder().encode(page) };
    }
  }
}

function addressOf(place: PreviewPlace | undefined): string | undefined {
  return place && previewAddress(place);
}
