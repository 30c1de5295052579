import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './imports.ts';

/** What belongs to the project: committed files and new ones that are not ignored. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n').filter((file) => file && existsSync(join(root, file)));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const lines = (file: string): number => text(file).split('\n').length - 1;
const isCode = (file: string): boolean => /\.(ts|mts|mjs|astro|css)$/.test(file) && /^(src|test|scripts)\//.test(file);

describe('the tree', () => {
  // Among Astro's pages a README would be a page; one with an underscore is none, and speaks for the folders below whose name is a parameter too.
  it('has a README in every folder of src with code', () => {
    const folders = new Set(files.filter((file) => isCode(file) && file.startsWith('src/')).map((file) => dirname(file).replace(/\/\[\w+\]$/, '')));
    const readme = (folder: string): string => (folder.startsWith('src/site/pages') ? '_README.md' : 'README.md');
    expect([...folders].filter((folder) => !existsSync(join(root, folder, readme(folder))))).toEqual([]);
  });

  it('has READMEs of at most 40 lines in src', () => {
    expect(files.filter((file) => /^src\/.*README\.md$/.test(file) && lines(file) > 40)).toEqual([]);
  });

  it('has no source file of more than 400 lines', () => {
    expect(files.filter((file) => isCode(file) && lines(file) > 400).map((file) => `${file}: ${lines(file)} lines`)).toEqual([]);
  });

  it('names things, not heaps', () => {
    const heaps = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types', 'shared', 'lib', 'stuff', 'constants']);
    expect(files.filter((file) => isCode(file) && heaps.has(basename(file, extname(file)).replace(/\.test$/, '')))).toEqual([]);
  });

  it('has kebab-case names', () => {
    const code = files.filter((file) => /^(src|test|scripts)\/.*\.(ts|mjs)$/.test(file));
    expect(code.filter((file) => !/^(\[[\w.]+\]|[a-z0-9]+(-[a-z0-9]+)*)(\.(test|d|config|bench|json))?\.m?ts$|^[a-z0-9]+(-[a-z0-9]+)*\.(mjs|d\.mts)$/.test(basename(file)))).toEqual([]);
  });

  it('knows no machine', () => {
    const pattern = new RegExp(['/work' + '/(main|shared)', '/tmp' + '/w/', '/home/(?!learner|\\$|<)[a-z]+/', 'resolved' + '": "http'].join('|'));
    const readable = files.filter((file) => /\.(ts|mts|mjs|astro|css|json|ya?ml|md|mdx|sh|txt|svg|html)$/.test(file) && !file.startsWith('test/conformance/'));
    expect(readable.filter((file) => pattern.test(text(file)))).toEqual([]);
  });
});
