import { encodeUtf8, sha256Bytes, sha256Hex, type TarEntry } from '../../base/index.ts';
import { gzip } from '../../base/gzip/index.ts';
import { formatControl } from '../debian/control.ts';
import type { ProgramStub } from '../recipe/tar-entries.ts';
import { buildDeb } from './build-deb.ts';
import { type DebRecipe, parseDebRecipes, poolPath } from './deb-recipe.ts';
import { type Suite, suites } from './suite.ts';

/** How a package archive is made. */
export interface PackageArchiveOptions {
  stub: ProgramStub;
  /** Packages that the real dpkg takes: no sparse files, nothing but programs, links and texts. Default: sparse, with realistic sizes. */
  plain?: boolean;
  /** Files of a package for real hosts; undefined: the recipe's. Paths are relative to the root. */
  contents?: (name: string, suite: string) => readonly TarEntry[] | undefined;
  /** Only these packages; default all. */
  only?: readonly string[];
  /** Signs a Release file: the clearsigned InRelease and, optionally, the detached Release.gpg. Default: armour that only the sandbox's apt takes. */
  sign?: (release: string) => Promise<{ inRelease: string; detached?: string }>;
}

/** A Debian package archive over HTTP. */
export interface PackageArchive {
  /** Host names it stands for. */
  readonly hosts: readonly string[];
  /** Answers GET and HEAD under `/debian`, `/debian-security` and `/ubuntu`. */
  fetch(request: { readonly method: string; readonly url: string; readonly headers: Headers }): Promise<Response>;
}

interface BuiltSuite {
  /** By path below dists/NAME/. */
  index: Map<string, Uint8Array>;
  /** By path below the archive's root. */
  pool: Map<string, Uint8Array>;
  lastModified: string;
}

// Suites share the pool: a package that two of them have must be one file, so its time cannot be the suite's.
const packageTime = Date.parse('2022-11-20T11:01:00Z');
const types: Record<string, string> = { gz: 'application/x-gzip', deb: 'application/vnd.debian.binary-package', gpg: 'application/pgp-signature' };

/** Makes an archive; suites are built when they are first asked for. */
export function createPackageArchive(options: PackageArchiveOptions): PackageArchive {
  const built = new Map<Suite, Promise<BuiltSuite>>();
  const suiteOf = (suite: Suite): Promise<BuiltSuite> => {
    let promise = built.get(suite);
    if (!promise) built.set(suite, (promise = buildSuite(suite, options)));
    return promise;
  };
  const find = async (url: string): Promise<{ bytes: Uint8Array; lastModified: string } | undefined> => {
    const path = decodeURIComponent(new URL(url).pathname).replace(/\/{2,}/g, '/');
    const [, root, kind, rest = ''] = /^\/([\w-]+)\/(dists|pool)\/(.+)$/.exec(path) ?? [];
    for (const suite of suites.filter((candidate) => candidate.root === root)) {
      if (kind === 'dists' && !rest.startsWith(`${suite.name}/`)) continue;
      if (kind === 'pool' && !suite.load) continue;
      const { index, pool, lastModified } = await suiteOf(suite);
      const bytes = kind === 'dists' ? index.get(rest.slice(suite.name.length + 1)) : pool.get(`pool/${rest}`);
      if (bytes) return { bytes, lastModified };
    }
    return undefined;
  };
  return {
    hosts: ['deb.debian.org', 'security.debian.org', 'ftp.debian.org', 'httpredir.debian.org', 'archive.ubuntu.com', 'security.ubuntu.com'],
    async fetch(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('Method Not Allowed\n', { status: 405, headers: { allow: 'GET, HEAD' } });
      const found = await find(request.url);
      if (!found) return new Response('<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>\n', { status: 404, headers: { 'content-type': 'text/html' } });
      const { bytes, lastModified } = found;
      const headers = {
        'last-modified': lastModified, etag: `"${sha256Hex(bytes).slice(0, 24)}"`, 'accept-ranges': 'bytes', 'content-length': String(bytes.length),
        'content-type': types[new URL(request.url).pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      };
      const since = Date.parse(request.headers.get('if-modified-since') ?? '');
      if (since >= Date.parse(lastModified)) return new Response(null, { status: 304, headers: { 'last-modified': lastModified, etag: headers.etag } });
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.get('range') ?? '')?.[1] ?? 0);
      if (from > 0 && from < bytes.length) {
        const part = bytes.subarray(from) as Uint8Array<ArrayBuffer>;
        return new Response(part, { status: 206, headers: { ...headers, 'content-length': String(part.length), 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } });
      }
      return new Response(request.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>), { headers });
    },
  };
}

async function buildSuite(suite: Suite, options: PackageArchiveOptions): Promise<BuiltSuite> {
  const recipes = (suite.load ? parseDebRecipes(await suite.load()) : []).filter(({ control }) => !options.only || options.only.includes(control.get('Package') ?? ''));
  const pool = new Map<string, Uint8Array>();
  const lists = new Map(suite.components.map((component) => [component, [] as string[]]));
  for (const recipe of recipes) {
    const contents = options.contents?.(recipe.control.get('Package') ?? '', suite.name);
    const deb = buildDeb(recipe, { stub: options.stub, mtime: packageTime, plain: options.plain ?? false, ...(contents && { contents }) });
    pool.set(poolPath(recipe), deb);
    lists.get(recipe.component)?.push(packagesEntry(recipe, deb));
  }
  const index = new Map<string, Uint8Array>();
  for (const [component, entries] of lists) {
    const list = encodeUtf8(entries.join('\n'));
    index.set(`${component}/binary-amd64/Packages`, list);
    index.set(`${component}/binary-amd64/Packages.gz`, gzip(list, 9));
  }
  const release = releaseFile(suite, index);
  const signed = await (options.sign ?? sandboxSignature)(release);
  index.set('Release', encodeUtf8(release));
  index.set('InRelease', encodeUtf8(signed.inRelease));
  if (signed.detached !== undefined) index.set('Release.gpg', encodeUtf8(signed.detached));
  return { index, pool, lastModified: suite.date.replace('UTC', 'GMT') };
}

function packagesEntry(recipe: DebRecipe, deb: Uint8Array): string {
  const fields = [...recipe.control].filter(([name]) => name !== 'Description');
  return formatControl([...fields, ['Description', recipe.control.get('Description') ?? ''], ['Filename', poolPath(recipe)], ['Size', String(deb.length)], ['SHA256', sha256Hex(deb)]]);
}

function releaseFile(suite: Suite, index: ReadonlyMap<string, Uint8Array>): string {
  const sums = [...index].map(([path, bytes]) => `\n ${sha256Hex(bytes)} ${String(bytes.length).padStart(8)} ${path}`).join('');
  return formatControl([
    ...suite.release, ['Date', suite.date], ['Acquire-By-Hash', 'no'], ['Architectures', 'amd64'], ['Components', suite.components.join(' ')], ['Description', suite.description], ['SHA256', sums],
  ]);
}

/** Armour around a digest: it has the shape of a signature and is none, since nobody outside the sandbox must trust it. */
async function sandboxSignature(release: string): Promise<{ inRelease: string; detached?: string }> {
  const signature = btoa(String.fromCharCode(...sha256Bytes(release)));
  const escaped = release.replace(/^-/gm, '- -');
  return { inRelease: `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${escaped}-----BEGIN PGP SIGNATURE-----\n\n${signature}\n-----END PGP SIGNATURE-----\n` };
}
