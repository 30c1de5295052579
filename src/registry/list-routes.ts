import type { Hono } from 'hono';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';

/** `/v2/_catalog` and `/v2/NAME/tags/list`. */
export function listRoutes(app: Hono, { storage, authorize, authorizeCatalog }: RegistryContext): void {
  app.get('/v2/_catalog', async (context) => {
    await authorizeCatalog(context.req.raw);
    const { n, last = '' } = context.req.query();
    const count = Number(n);
    const limit = n !== undefined && Number.isInteger(count) && count > 0 ? count : 100;
    const repositories = (await storage.repositories()).filter((name) => name > last).slice(0, limit);
    const next = repositories.length === limit ? `</v2/_catalog?last=${encodeURIComponent(repositories.at(-1) ?? '')}&n=${limit}>; rel="next"` : undefined;
    return json({ repositories }, next === undefined ? {} : { link: next });
  });

  app.get('/v2/:name/tags', async (context) => {
    const name = context.req.param('name');
    await authorize(context.req.raw, name, ['pull']);
    const tags = await storage.tags(name);
    if (!tags) throw new RegistryError('NAME_UNKNOWN', { detail: { name } });
    return json({ name, tags: tags.length ? tags : null });
  });
}

function json(document: object, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(document)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });
}
