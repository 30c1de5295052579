import { expect, test } from 'vitest';
import { contentPolicy, earlyStart, importedAtOnce, inlineScripts, oneStyle, scriptHash, withHead } from './page-assets.ts';

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

test('pages with a terminal start the worker first, then the dock; other scripts are named for later', () => {
  const page = (head: string): string => `<html><head><meta charset="utf-8"/>${head}</head></html>`;
  const head = { policy: contentPolicy([]), early: earlyStart('/w.js', ['/b.js']) };
  expect(withHead(page('<meta name="drydock-lab" content="x">'), head)).toMatch(/content-security-policy.*drydock-lab.*new Worker\("\/w\.js".*\["\/b\.js"\]/s);
  const scripts = '<script type="module" src="/_astro/Router.js"></script><script type="module" src="/_astro/Head.astro_x.js"></script><i></i><script type="module" src="/_astro/ec.js"></script>';
  expect(withHead(page(scripts), head)).toMatch(/<script async [^>]*src="\/_astro\/Head[^>]*><\/script><meta name="drydock-scripts" content="\/_astro\/Router.js \/_astro\/ec.js"><i><\/i><\/head>/);
  expect(withHead(page(''), head)).not.toContain('new Worker');
});

test('style sheets for every medium become one, in their order', () => {
  const html = '<link rel="stylesheet" href="/_astro/p.css" media="print"><link rel="stylesheet" href="/_astro/a.css"><p></p><link rel="stylesheet" href="/_astro/b.css"/><b></b>';
  const { text, style } = oneStyle(html, (address) => address);
  expect(style?.text).toBe('/_astro/a.css\n/_astro/b.css');
  expect(text).toBe(`<link rel="stylesheet" href="/_astro/p.css" media="print"><link rel="stylesheet" href="${style?.address}"><p></p><b></b>`);
  expect(oneStyle(text, (address) => address)).toEqual({ text, style: undefined });
});
