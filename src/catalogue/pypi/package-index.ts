import { encodeUtf8 } from '../../base/index.ts';
import { type Distribution, distributions, type Release } from './distributions.ts';
import { buildWheel, metadataOf, type ModuleSource, normalizedName, wheelName } from './wheel.ts';

/** A Python package index: PEP 503's pages and the wheels that they lead to. */
export interface PackageIndex {
  fetch(request: { readonly url: string }): Promise<Response>;
}

/** The index of the course: pages at /simple/, wheels at /packages/, with their metadata beside them (PEP 658). Wheels are made when they are first asked for, of the modules that `originals` has, else of ours. */
export function createPackageIndex(originals?: ModuleSource): PackageIndex {
  const byName = new Map(distributions.map((distribution) => [normalizedName(distribution.name), distribution]));
  const byFile = new Map(distributions.flatMap((distribution) => distribution.releases.map((release) => [wheelName(distribution, release), { distribution, release }] as const)));
  const wheels = new Map<string, Promise<Uint8Array>>();
  const wheel = (file: string, { distribution, release }: { distribution: Distribution; release: Release }): Promise<Uint8Array> => {
    let made = wheels.get(file);
    if (!made) wheels.set(file, (made = buildWheel(distribution, release, originals)));
    return made;
  };
  return {
    async fetch(request) {
      const { pathname, host } = new URL(request.url);
      const simple = /^\/simple\/([^/]+)(\/?)$/.exec(pathname);
      if (simple) {
        const name = normalizedName(decodeURIComponent(simple[1] ?? ''));
        const found = byName.get(name);
        if (!found) return new Response('404 Not Found', { status: 404, headers: { 'Content-Type': 'text/plain; charset=UTF-8' } });
        if (simple[2] === '' || simple[1] !== name) return new Response(null, { status: 301, headers: { Location: `/simple/${name}/` } });
        return html(`Links for ${name}`, found.releases.map((release) => link(host === publicIndex ? `//${publicFiles}` : '', found, release)).join(''));
      }
      if (/^\/simple\/?$/.test(pathname)) return html('Simple index', [...byName.keys()].sort().map((name) => `    <a href="/simple/${name}/">${name}</a><br/>\n`).join(''));
      const [, file = '', metadata] = /^\/packages\/([^/]+?)(\.metadata)?$/.exec(pathname) ?? [];
      const asked = byFile.get(file);
      if (!asked) return new Response('404 Not Found', { status: 404 });
      const bytes = metadata ? encodeUtf8(metadataOf(asked.distribution, asked.release)) : await wheel(file, asked);
      return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(bytes.length) } });
    },
  };
}

/** Names of the index and of the place where its files are, which pip does not show. */
const publicIndex = 'pypi.org';
const publicFiles = 'files.pythonhosted.org';

function link(place: string, distribution: Distribution, release: Release): string {
  const file = wheelName(distribution, release);
  const python = release.python ? ` data-requires-python="${release.python.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"` : '';
  return `    <a href="${place}/packages/${file}"${python} data-dist-info-metadata="true" data-core-metadata="true">${file}</a><br />\n`;
}

function html(title: string, body: string): Response {
  return new Response(`<!DOCTYPE html>\n<html>\n  <head>\n    <meta name="pypi:repository-version" content="1.0">\n    <title>${title}</title>\n  </head>\n  <body>\n    <h1>${title}</h1>\n${body}  </body>\n</html>\n`, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
