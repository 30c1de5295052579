import { expect, test } from 'vitest';
import { contentPolicy, importedAtOnce, inlineScripts, scriptHash, withHead, workerStart } from './page-assets.ts';

test('inline scripts are found, others are not', () => {
  const html = '<script>a()</script><script type="module" src="/x.js"></script><script type="application/json">{}</script><script type="module">b()</script><script></script>';
  expect(inlineScripts(html)).toEqual(['a()', 'b()']);
  // echo -n 'a()' | openssl dgst -sha256 -binary | base64
  expect(scriptHash('a()')).toBe("'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='");
});

test('imports at once, not later ones', () => {
  const code = 'import{a}from"./a.js";import"./b.js";const c=()=>import("./c.js");export*from"../d.js";import e,{f as g}from\'./e.js\';const s="import x from\\"./no.js\\"";';
  expect(importedAtOnce(code, '/_astro/main.js')).toEqual(['/_astro/a.js', '/_astro/b.js', '/d.js', '/_astro/e.js']);
});

test('pages with a terminal start the worker first', () => {
  const page = (head: string): string => `<html><head><meta charset="utf-8"/>${head}</head></html>`;
  const head = { policy: contentPolicy([]), early: workerStart('/w.js', ['/b.js']), preload: ['/a.js'] };
  expect(withHead(page('<meta name="drydock-lab" content="x">'), head)).toMatch(/content-security-policy.*new Worker\("\/w\.js".*\["\/b\.js"\].*modulepreload" href="\/a\.js".*drydock-lab/s);
  expect(withHead(page('<script type="module" src="/_astro/Head.astro_x.js"></script>'), head)).toContain('<script async type="module" src="/_astro/Head');
  expect(withHead(page(''), head)).not.toContain('new Worker');
});
