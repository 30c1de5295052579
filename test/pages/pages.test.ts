import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './axe.ts';
import { hasChromium, openSite, prompt, type Site, typeLines } from './harness.ts';

const addresses = ['', 'dockerfile/cowsay/', 'errata/', 'self-assessment/', 'glossary/', 'about/', 'licences/', 'how-real/', 'docker-reference/', 'cheat-sheet/', 'docker/install/', 'commands/clean/'].flatMap((each) => [`/en/${each}`, `/ru/${each}`]);

/** What is wider than the screen and not in a panel that scrolls. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('.header *, main *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 120));
  })()`);
}

describe.skipIf(!hasChromium)('pages', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(addresses)('%s: no faults for axe, no complaints', async (address) => {
    const { page, context, complaints } = await site.visit(address, { colorScheme: address.startsWith('/ru/') ? 'dark' : 'light' });
    await prompt(page);
    expect({ faults: await faults(page), complaints }).toEqual({ faults: [], complaints: [] });
    await context.close();
  });

  test.each([
    ['en', 'dark', 1440],
    ['ru', 'light', 1280],
    ['ru', 'dark', 360],
  ] as const)('a lesson half done, %s, %s, %i px wide: no faults for axe, nothing cut', async (locale, colorScheme, width) => {
    const { page, context, complaints } = await site.visit(`/${locale}/dockerfile/cowsay/`, { colorScheme, viewport: { width, height: 800 } });
    await prompt(page);
    await page.keyboard.press('Alt+1');
    await typeLines(page, 'mkdir cowsay && touch cowsay/Dockerfile && cd cowsay', 'docker build -t test/cowsay-dockerfile .');
    await page.locator('#task-folder[data-state="done"]').waitFor();
    if (width < 800) {
      await page.locator('[data-dock-handle]').click();
      await page.locator('.strip-fold').click();
    }
    await page.locator('.strip .check').click();
    await page.locator('.strip .task-message[data-tone="failed"]').waitFor();
    await page.locator('.strip .task-actions button').nth(1).click();
    await page.locator('.strip .task-actions button').nth(2).click();
    await page.locator('.strip .task-solution pre').waitFor();
    const cut = await page.evaluate(`[...document.querySelectorAll('.strip button, .strip p, .dock-bar button, .strip-title')].filter((each) => each.offsetParent && each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 100))`);
    expect({ cut, faults: await faults(page) }).toEqual({ cut: [], faults: [] });
    await page.locator('[data-dock-add]').click();
    await page.locator('[data-tab="terminal-2"][aria-selected="true"]').waitFor();
    await page.locator('[data-tab="editor"]').click();
    await page.locator('.tree-name', { hasText: 'Dockerfile' }).click();
    await page.locator('.cm-content').waitFor();
    expect({ faults: await faults(page), complaints }).toEqual({ faults: [], complaints: [] });
    await context.close();
  });

  test('by keyboard alone: to the terminal, out of it, to the lesson', async () => {
    const { page, context } = await site.visit('/en/dockerfile/cowsay/');
    await prompt(page);
    const active = (): Promise<string> => page.evaluate(`document.activeElement.getAttribute('aria-label') ?? document.activeElement.id + document.activeElement.textContent.slice(0, 40)`);
    await page.keyboard.press('Tab');
    expect(await active()).toBe('Skip to the lesson');
    await page.keyboard.press('Tab');
    expect(await active()).toBe('Skip to the terminal');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await active()).toBe('Terminal of lab. Alt and 0 leaves it.');
    // Tab and Escape belong to the shell.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await active()).toContain('Terminal of lab');
    await page.keyboard.press('Alt+0');
    expect(await active()).toContain('lesson');
    await page.keyboard.press('Alt+2');
    await page.locator('#panel-editor :focus').waitFor();
    await context.close();
  });

  test('nothing is wider than the screen: phone, 200 % zoom, tablet, laptop', async () => {
    const { page, context } = await site.visit('/ru/');
    for (const address of addresses.filter((each) => !each.includes('licences'))) {
      await page.goto(site.url + address.slice(1));
      for (const [width, height] of [[360, 740], [640, 400], [820, 1100], [1280, 800]] as const) {
        await page.setViewportSize({ width, height });
        expect([address, width, await tooWide(page)]).toEqual([address, width, []]);
      }
    }
    await context.close();
  });

  test('/ chooses the language of the browser, and the one chosen before', async () => {
    const { page, context } = await site.visit('/', { locale: 'ru-RU' });
    await page.waitForURL('**/ru/');
    await page.locator('a.language').click();
    await page.waitForURL('**/en/');
    await page.goto(site.url);
    await page.waitForURL('**/en/');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
  });

  test('a missing page says so in both languages', async () => {
    const { page, context } = await site.visit('/en/nowhere/');
    expect(await page.locator('main').innerText()).toMatch(/No such page[\s\S]*Такой страницы нет/);
    await context.close();
  });

  test('the theme is remembered', async () => {
    const { page, context } = await site.visit('/en/', { colorScheme: 'light' });
    await page.locator('[data-theme-toggle]').click();
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.locator('a.language').click();
    await page.waitForURL('**/ru/');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await context.close();
  });

  test('the search finds inflected words, in the language of the page, after a switch too', async () => {
    const { page, context, complaints } = await site.visit('/en/about/');
    const search = async (word: string): Promise<string> => {
      await page.keyboard.press('Control+k');
      await page.locator('dialog.search input').fill(word);
      await page.locator('.search-found a').first().waitFor();
      const found = await page.locator('.search-found').innerText();
      await page.keyboard.press('Escape');
      await page.locator('dialog.search').waitFor({ state: 'detached' });
      return found;
    };
    expect(await search('layers')).toContain('layer');
    await page.locator('a.language').click();
    await page.waitForURL('**/ru/about/');
    expect(await search('слоями')).toMatch(/сло[йея]/i);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the course map opens and closes where it is folded away', async () => {
    const { page, context } = await site.visit('/ru/dockerfile/cowsay/', { viewport: { width: 820, height: 1000 } });
    const map = page.locator('#course-map');
    expect(await map.isVisible()).toBe(false);
    await page.locator('[data-map-open]').click();
    await map.locator('[aria-current="page"]').waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await map.waitFor({ state: 'hidden' });
    expect(await page.evaluate(`document.activeElement.hasAttribute('data-map-open')`)).toBe(true);
    await context.close();
  });

  test.each([['en', 'imports', /did not load[\s\S]*again/], ['ru', 'imports', /загрузился не полностью[\s\S]*ещё раз/], ['en', 'syntax', /did not load/]] as const)('a terminal whose scripts do not come leaves the lesson, a sentence and a way to try again: %s, %s', async (locale, broken, sentence) => {
    const context = await site.browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route(/_astro\/.*\.js$/, (route) => {
      const isDock = route.request().url().includes('/Head.astro');
      if (broken === 'syntax' && isDock) return route.fulfill({ contentType: 'text/javascript', body: 'const newer = {{' });
      return broken === 'imports' && !isDock && route.request().resourceType() === 'script' ? route.abort() : route.continue();
    });
    await page.goto(`${site.url}${locale}/dockerfile/cowsay/`);
    const failed = page.locator('.dock-failed');
    await failed.waitFor({ state: 'visible' });
    expect(await failed.innerText()).toMatch(sentence);
    expect(await page.locator('.dock-starting').first().isVisible()).toBe(false);
    await page.unrouteAll({ behavior: 'wait' });
    await failed.locator('a').click();
    await prompt(page);
    expect(await failed.isVisible()).toBe(false);
    await context.close();
  });

  test.each([['en', /too old[\s\S]*structuredClone/], ['ru', /слишком старый[\s\S]*structuredClone/]] as const)('an old browser gets the lesson and a sentence: %s', async (locale, sentence) => {
    const context = await site.browser.newContext();
    await context.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'structuredClone');
    });
    const page = await context.newPage();
    await page.goto(`${site.url}${locale}/dockerfile/cowsay/`);
    expect(await page.locator('[data-notice="old"]').innerText()).toMatch(sentence);
    expect(await page.locator('main h2').count()).toBeGreaterThan(3);
    await context.close();
  });
});
