import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = process.env['DRYDOCK_SITE'] ?? 'dist';
const built = existsSync(join(root, 'en/index.html'));
const pages = built ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html')) : [];
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function fileOf(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
}

describe.skipIf(!built)('links', () => {
  test('every address and anchor on our pages is there', () => {
    const dead: string[] = [];
    for (const page of pages) {
      const html = read(page);
      const own = `/${page.replace(/index\.html$/, '')}`;
      for (const [, href = ''] of html.matchAll(/<(?:a|link|script)\b[^>]*?\s(?:href|src)="([^"]+)"/g)) {
        const url = new URL(href.replaceAll('&amp;', '&'), `http://site${own}`);
        if (url.host !== 'site') continue;
        const file = decodeURIComponent(fileOf(url.pathname));
        if (!existsSync(join(root, file))) dead.push(`${page}: ${href}`);
        else if (url.hash !== '' && file.endsWith('.html') && !read(file).includes(`id="${decodeURIComponent(url.hash.slice(1))}"`)) dead.push(`${page}: ${href}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('every page exists in both languages and names its other one', () => {
    const english = pages.filter((page) => page.startsWith('en/')).map((page) => page.slice(3));
    const russian = pages.filter((page) => page.startsWith('ru/')).map((page) => page.slice(3));
    expect(russian.sort()).toEqual(english.sort());
    for (const page of english) expect(read(`en/${page}`)).toContain(`hreflang="ru" href="/ru/${page.replace(/index\.html$/, '')}"`);
  });

  test('every page has a policy and no inline handler or style that goes around it', () => {
    for (const page of pages) {
      const html = read(page);
      expect([page, html.match(/http-equiv="content-security-policy" content="[^"]*script-src 'self'/g)?.length]).toEqual([page, 1]);
      expect([page, /<[a-z][^>]*\son[a-z]+="/.test(html)]).toEqual([page, false]);
    }
  });
});
