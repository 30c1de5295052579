import type { Hono } from 'hono';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';

const defaultEntries = 100;
const largestPage = 1000;

/** `/v2/_catalog` and `/v2/NAME/tags/list`. */
export function listRoutes(app: Hono, { storage, authorize, authorizeCatalog, specification }: RegistryContext): void {
  app.get('/v2/_catalog', async (context) => {
    await authorizeCatalog(context.req.raw);
    const { n, last = '' } = context.req.query();
    const count = Number(n);
    if (Number.isInteger(count) && count > largestPage) throw new RegistryError('PAGINATION_NUMBER_INVALID', { detail: { n: count } });
    const limit = n !== undefined && n !== '' && Number.isInteger(count) && count >= 0 ? count : defaultEntries;
    const all = (await storage.repositories()).sort(comparePaths);
    const repositories = all.filter((name) => comparePaths(name, last) > 0).slice(0, limit);
    const more = limit > 0 && repositories.length === limit;
    return json({ repositories }, more ? { link: `</v2/_catalog?last=${encodeURIComponent(repositories.at(-1) ?? '')}&n=${limit}>; rel="next"` } : {});
  });

  app.get('/v2/:name/tags', async (context) => {
    const name = context.req.param('name');
    await authorize(context.req.raw, name, ['pull']);
    const tags = (await storage.tags(name))?.sort();
    if (!tags) throw new RegistryError('NAME_UNKNOWN', { detail: { name } });
    if (specification === '1.0') return json({ name, tags: tags.length ? tags : null });
    const { n, last = '' } = context.req.query();
    const rest = tags.filter((tag) => tag > last);
    const limit = n !== undefined && /^\d+$/.test(n) ? Number(n) : rest.length;
    const page = rest.slice(0, limit);
    const next: Record<string, string> = page.length < rest.length && page.length > 0 ? { link: `</v2/${name}/tags/list?last=${encodeURIComponent(page.at(-1) ?? '')}&n=${limit}>; rel="next"` } : {};
    return json({ name, tags: page }, next);
  });
}

/** As directories are walked: a name comes before what lies below it, and that before names that go on otherwise. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.replaceAll('/', '\0'), b.replaceAll('/', '\0')];
  return left < right ? -1 : Number(left > right);
}

function json(document: object, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(document)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });
}
