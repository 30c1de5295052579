import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openSite, prompt, reload, type Site, typeLines, untilScreen } from './harness.ts';

const lesson = '/en/dockerfile/cowsay/';
const words = {
  en: { crash: 'The host has stopped.', again: 'Start it again', storage: 'Your work is not being saved.', full: /storage is full/, refused: /refused to store it/ },
  ru: { crash: 'Хост остановился.', again: 'Запустить снова', storage: 'Ваша работа не сохраняется.', full: /Хранилище браузера заполнено/, refused: /Браузер отказался сохранять/ },
} as const;

async function notice(page: Page, id: string): Promise<string> {
  const box = page.locator(`[data-notice="${id}"]`);
  await box.waitFor();
  return box.innerText();
}

describe.skipIf(!hasChromium)('when something goes wrong', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(['en', 'ru'] as const)('the sandbox breaks: %s says so, starts again, and nothing is lost', async (locale) => {
    const say = words[locale];
    const { page, context } = await site.visit(`/${locale}/dockerfile/cowsay/`);
    await prompt(page);
    await typeLines(page, 'mkdir cowsay; touch cowsay/Dockerfile');
    await page.locator('#task-folder[data-state="done"]').waitFor();
    await typeLines(page, 'echo last words > last; echo written');
    await untilScreen(page, /\nwritten/);
    // At once, before the next save is due.
    const [worker] = page.workers();
    await worker?.evaluate('setTimeout(() => { throw new Error("a beam cracked"); })');
    const told = await notice(page, 'host');
    expect(told).toContain(say.crash);
    expect(told).toContain('a beam cracked');
    await page.locator('[data-notice="host"] button', { hasText: say.again }).click();
    await page.locator('[data-notice="host"]').waitFor({ state: 'detached' });
    await typeLines(page, 'cat last');
    await untilScreen(page, /cat last\nlast words/);
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
    await context.close();
  });

  test('the worker cannot be loaded: the lesson can be read, and a second try works', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route('**/_astro/machine-*.js', (route) => route.abort());
    await page.goto(site.url + lesson.slice(1));
    expect(await notice(page, 'host')).toContain(words.en.crash);
    expect(await page.locator('main h2').count()).toBeGreaterThan(3);
    await page.unroute('**/_astro/machine-*.js');
    await page.locator('[data-notice="host"] .primary').click();
    await prompt(page);
    await typeLines(page, 'echo alive');
    await untilScreen(page, /\nalive/);
    await context.close();
  });

  test.each(['en', 'ru'] as const)('the storage is full: %s says so; all goes on, and is kept when there is space again', async (locale) => {
    const say = words[locale];
    const { page, context } = await site.visit(`/${locale}/dockerfile/cowsay/`);
    await prompt(page);
    const debug = await context.newCDPSession(page);
    const origin = new URL(site.url).origin;
    await debug.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await typeLines(page, 'head -c 300000 /dev/urandom > big; echo made');
    const told = await notice(page, 'storage');
    expect(told).toContain(say.storage);
    expect(told).toMatch(say.full);
    // Trying again while it is still full does not claim success.
    await page.locator('[data-notice="storage"] .primary').click();
    await typeLines(page, 'wc -c < big');
    await untilScreen(page, /\n300000/);
    expect(await notice(page, 'storage')).toContain(say.storage);
    await debug.send('Storage.overrideQuotaForOrigin', { origin });
    await page.locator('[data-notice="storage"] .primary').click();
    await page.locator('[data-notice="storage"]').waitFor({ state: 'detached' });
    await page.reload();
    await prompt(page);
    await typeLines(page, 'wc -c big');
    await untilScreen(page, /\n300000 big/);
    await context.close();
  });

  test.each(['en', 'ru'] as const)('a browser that keeps nothing (%s): the terminal works, and says so', async (locale) => {
    const say = words[locale];
    const context = await site.browser.newContext();
    const page = await context.newPage();
    // Workers have no init scripts: theirs is written anew.
    await page.route(/_astro\/worker-[^/]*\.js$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `Object.defineProperty(globalThis, 'indexedDB', { value: undefined });\n${await answer.text()}` });
    });
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await page.goto(`${site.url}${locale}/dockerfile/cowsay/`);
    await prompt(page);
    await typeLines(page, 'mkdir cowsay && touch cowsay/Dockerfile; ls cowsay');
    await untilScreen(page, /\nDockerfile/);
    const told = await notice(page, 'storage');
    expect(told).toContain(say.storage);
    expect(told).toMatch(say.refused);
    await page.locator('#task-folder[data-state="done"]').waitFor();
    await context.close();
  });

  test('a reload right after a change keeps it', async () => {
    const { page, context } = await site.visit(lesson);
    await prompt(page);
    await typeLines(page, 'echo quick > quick');
    await reload(page);
    await typeLines(page, 'cat quick');
    expect(await untilScreen(page, /cat quick\nquick/)).toContain('reloaded');
    await context.close();
  });
});
