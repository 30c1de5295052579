/** What a previewed page may do: show itself, send forms. No script of any kind: it would run in the site's name, where the learner's work is kept. */
export const previewPolicy =
  "default-src 'none'; img-src 'self' data:; media-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/** Headers of a server that the browser may see as they are. All others speak of the connection, or would change what the site may do. */
const passed = new Set(['content-type', 'content-language', 'content-disposition', 'etag', 'last-modified']);

type Headers = readonly (readonly [name: string, value: string])[];

/** The headers that the browser gets with an answer of a previewed server; `place` turns a Location into the site's address of it. */
export function previewHeaders(headers: Headers, place: (location: string) => string | undefined): [string, string][] {
  const kept = headers.filter(([name]) => passed.has(name.toLowerCase())).map(([name, value]): [string, string] => [name, value]);
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  const to = location === undefined ? undefined : place(location);
  return [
    ...kept,
    ...(to === undefined ? [] : ([['location', to]] as [string, string][])),
    ['content-security-policy', previewPolicy],
    ['x-content-type-options', 'nosniff'],
    // By it the service worker knows where a request from the root belongs.
    ['referrer-policy', 'same-origin'],
    ['cache-control', 'no-store'],
    // Where the lesson is isolated from other origins, its frames must be.
    ['cross-origin-embedder-policy', 'require-corp'],
  ];
}
