import { encodeUtf8, tarEntry, writeTar } from '../../base/index.ts';
import { gzip } from '../../base/gzip/index.ts';
import { opensslCnf } from '../authority/index.ts';
import { data, type FileRecipe, program, symlink, text } from '../recipe/file.ts';
import { type ProgramStub, tarEntries } from '../recipe/tar-entries.ts';
import { alpinePackages } from './alpine-packages.ts';

interface ApkRecipe {
  name: string;
  version: string;
  size: number;
  description: string;
  needs: string[];
  files: FileRecipe[];
  scripts: string[];
}

/** Alpine's packages over HTTP. */
export interface AlpineArchive {
  /** Answers GET under `/alpine/vX.Y/main/x86_64`; every release has the same packages, `community` is empty. */
  fetch(request: { readonly method: string; readonly url: string }): Response;
}

// As the packages' time: Alpine 3.20.3.
const packageTime = Date.parse('2024-09-06T00:00:00Z');

/** Makes the archive; its packages are built when they are first asked for. */
export function createAlpineArchive({ stub }: { stub: ProgramStub }): AlpineArchive {
  const recipes = new Map(parse().map((recipe) => [`${recipe.name}-${recipe.version}.apk`, recipe]));
  const built = new Map<string, Uint8Array>();
  const once = (name: string, build: () => Uint8Array): Uint8Array => {
    const bytes = built.get(name) ?? build();
    built.set(name, bytes);
    return bytes;
  };
  const apkOf = (recipe: ApkRecipe): Uint8Array => once(`${recipe.name}.apk`, () => {
    const info = `pkgname = ${recipe.name}\npkgver = ${recipe.version}\narch = x86_64\nsize = ${recipe.size}\n`;
    return gzip(writeTar([tarEntry('.PKGINFO', { bytes: encodeUtf8(info) }), ...recipe.scripts.map((script) => tarEntry(`.${script}`, { bytes: encodeUtf8('#!/bin/sh\nexit 0\n') })), ...tarEntries(recipe.files, { mtime: packageTime, stub, architecture: 'amd64' })]), 6);
  });
  const indexOf = (list: readonly ApkRecipe[]): Uint8Array => {
    const text = list.map((recipe) => `P:${recipe.name}\nV:${recipe.version}\nA:x86_64\nS:${Math.round(recipe.size / 2)}\nI:${recipe.size}\nT:${recipe.description}\n${recipe.needs.length > 0 ? `D:${recipe.needs.join(' ')}\n` : ''}o:${recipe.name}\n\n`).join('');
    return gzip(writeTar([tarEntry('DESCRIPTION', { bytes: encodeUtf8('v3.20.3') }), tarEntry('APKINDEX', { bytes: encodeUtf8(text) })]), 6);
  };
  return {
    fetch({ method, url }) {
      const [, repository, name = ''] = /^\/alpine\/v[\d.]+\/(main|community)\/x86_64\/([^/]+)$/.exec(decodeURIComponent(new URL(url).pathname)) ?? [];
      const recipe = repository === 'main' ? recipes.get(name) : undefined;
      const bytes = repository !== undefined && name === 'APKINDEX.tar.gz' ? once(repository, () => indexOf(repository === 'main' ? [...recipes.values()] : [])) : recipe && apkOf(recipe);
      if (!bytes) return new Response('<html><head><title>404 Not Found</title></head></html>\n', { status: 404, headers: { 'content-type': 'text/html' } });
      return new Response(method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>), { headers: { 'content-length': String(bytes.length), 'content-type': 'application/octet-stream' } });
    },
  };
}

function parse(): ApkRecipe[] {
  return alpinePackages.trim().split('\n').reduce<ApkRecipe[]>((recipes, line) => {
    const [first = '', second = '', third = '', ...rest] = line.trim().split(' ');
    const current = recipes.at(-1);
    if (!line.startsWith(' ')) {
      recipes.push({ name: first, version: second, size: Number(third), description: rest.join(' '), needs: [], scripts: [], files: [data(`usr/share/${first}/${first}.data`, Number(third)), ...(first === 'openssl' ? [text('etc/ssl/openssl.cnf', opensslCnf)] : [])] });
    } else if (current && first === 'needs') current.needs.push(...[second, third, ...rest].filter(Boolean));
    else if (current && first === 'scripts') current.scripts.push(second);
    else if (current) {
      for (const word of [second, third, ...rest].filter(Boolean)) {
        const [, path = '', mark, value = ''] = /^([^=>]+)([=>])(.*)$/.exec(word) ?? [];
        current.files.push(mark === '>' ? symlink(path, value) : program(path, Number(value)));
      }
      const bytes = current.files.reduce((sum, file) => sum + (file.kind === 'program' ? file.size : 0), 0);
      current.files[0] = data(`usr/share/${current.name}/${current.name}.data`, Math.max(0, current.size - bytes));
    }
    return recipes;
  }, []);
}
