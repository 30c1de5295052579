import type { PreviewAnswer, PreviewAsk } from './messages.ts';
import { previewAddress, type PreviewPlace, previewPlace } from './preview-path.ts';

declare const self: ServiceWorkerGlobalScope;

/** How long a page may take for an answer before it is given up, in milliseconds. Longer than the page's own limit. */
const patience = 30_000;

/** A frame of an isolated page must be so itself. */
const said = { 'content-type': 'text/plain; charset=utf-8', 'cross-origin-embedder-policy': 'require-corp' };

/** Answers what a previewed page asks for: the request goes to the tab that has the hosts. Undefined: the request is none of the preview's. */
export function relayed(request: Request): Promise<Response> | undefined {
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return undefined;
  const place = previewPlace(url);
  if (place) return relay(request, place);
  const from = request.referrer ? previewPlace(new URL(request.referrer)) : undefined;
  if (!from) return undefined;
  // A path from the root, as `/style.css`: the previewed server's, not the site's.
  const meant: PreviewPlace = { ...from, path: url.pathname + url.search };
  return request.mode === 'navigate' ? Promise.resolve(Response.redirect(previewAddress(meant), 307)) : relay(request, meant);
}

async function relay(request: Request, { client: id, host, port, path }: PreviewPlace): Promise<Response> {
  const client = await self.clients.get(id);
  if (!client) return new Response('The tab that runs this host is closed.\n', { status: 502, headers: said });
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.arrayBuffer();
  const headers = [...request.headers];
  // The place that the server knows of, not the site's address of it.
  const from = request.referrer ? previewPlace(new URL(request.referrer)) : undefined;
  if (from) headers.push(['referer', `http://${from.host}:${from.port}${from.path}`]);
  const ask: PreviewAsk = { type: 'preview', host, port, method: request.method, path, headers, body, navigation: request.mode === 'navigate' };
  const answer = await asked(client, ask);
  if (!answer) return new Response('The tab that runs this host did not answer.\n', { status: 504, headers: said });
  const empty = request.method === 'HEAD' || [204, 205, 304].includes(answer.status);
  return new Response(empty ? null : (answer.body ?? null), { status: answer.status, statusText: answer.statusText, headers: answer.headers.map(([name, value]): [string, string] => [name, value]) });
}

function asked(client: Client, ask: PreviewAsk): Promise<PreviewAnswer | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(undefined), patience);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(data as PreviewAnswer);
    };
    client.postMessage(ask, [port2, ...(ask.body ? [ask.body] : [])]);
  });
}
