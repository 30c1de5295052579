/** Whether a response must say that its page or worker is isolated from other origins: a lesson with its hosts in a WebContainer, the page that holds that, and their workers. */
function asksForIsolation(request: Request): boolean {
  const url = new URL(request.url);
  return request.destination === 'worker' || (request.mode === 'navigate' && (url.searchParams.has('webcontainer') || url.pathname.startsWith('/webcontainer/')));
}

/** The answer with COOP and COEP where the request asks for them: a host of static files may not be told to set them. */
export async function withIsolation(request: Request, answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (!asksForIsolation(request) || response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('cross-origin-embedder-policy', 'require-corp');
  headers.set('cross-origin-opener-policy', 'same-origin');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
