import { isDigest, isRepositoryPath, isTag } from '../oci/index.ts';

/** A path that no route takes. */
export const noRoute = '/404';

/**
 * Repository names hold slashes and stand in the middle of paths; routers want one segment. This makes `/v2/r/a/blobs/uploads/ID` into `/v2/r%2Fa/uploads/ID`, and `noRoute` of what
 * distribution's route patterns refuse (names with capitals, tags with a leading dot). `prefix` is a path that all routes are below.
 */
export function routePath(url: string, prefix = '', specification: '1.0' | '1.1' = '1.1'): string {
  const whole = new URL(url).pathname;
  if (!whole.startsWith(`${prefix}/`)) return noRoute;
  const pathname = whole.slice(prefix.length);
  if (pathname === '/v2/' || pathname === '/v2' || pathname === '/v2/_catalog' || !pathname.startsWith('/v2/')) return pathname;
  const rest = safeDecode(pathname.slice(4));
  const [, name, route] = /^(.+?)\/(tags\/list|blobs\/uploads\/?|blobs\/uploads\/[\w.=-]+|blobs\/[^/]+|manifests\/[^/]+|referrers\/[^/]+)$/.exec(rest) ?? [];
  if (route?.startsWith('referrers/') && specification === '1.0') return noRoute;
  if (name === undefined || route === undefined || !isRepositoryPath(name)) return noRoute;
  const base = `/v2/${encodeURIComponent(name)}`;
  if (route === 'tags/list') return `${base}/tags`;
  if (route.startsWith('blobs/uploads')) return `${base}/${route.slice('blobs/'.length).replace(/\/$/, '')}`;
  const reference = route.startsWith('manifests/') ? route.slice('manifests/'.length) : undefined;
  // What has a colon is meant as a digest: the route says what is wrong with it.
  if (reference !== undefined && !isTag(reference) && !isDigest(reference) && !reference.includes(':')) return noRoute;
  return `${base}/${route}`;
}

/** Where a path with one slash too many or too few at its end belongs: distribution 2.8 redirects there. Undefined for all other paths. */
export function slashRedirect(url: string, prefix = ''): string | undefined {
  const { pathname, search } = new URL(url);
  const moved = /\/blobs\/uploads$/.test(pathname) ? `${pathname}/` : pathname.endsWith('/') && !/\/(?:v2|blobs\/uploads)\/$/.test(pathname) ? pathname.slice(0, -1) : undefined;
  if (moved === undefined || !moved.startsWith(`${prefix}/v2/`)) return undefined;
  const target = new URL(moved, url);
  return /^\/v2\/(?:_catalog$|[^/]+\/(?:tags|uploads|blobs|manifests)(?:\/|$))/.test(routePath(target.href, prefix, '1.0')) ? `${moved}${search}` : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What of a request's path is variable, under distribution's names: name, reference, digest, uuid. */
export function routeVariables(url: string): { name?: string; reference?: string; digest?: string; uuid?: string } {
  const [, , name, kind, value] = routePath(url).split('/');
  if (name === undefined || kind === undefined) return {};
  const key = ({ manifests: 'reference', blobs: 'digest', uploads: 'uuid' } as const)[kind];
  return { name: decodeURIComponent(name), ...(key !== undefined && value !== undefined && { [key]: value }) };
}
