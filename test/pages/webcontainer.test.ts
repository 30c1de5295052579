import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './axe.ts';
import { hasChromium, openSite, prompt, reload, type Site, typeLines, typeLinesOn, untilScreen, type Visit } from './harness.ts';
import { buildStandIn, framePath } from './webcontainer/built-stand-in.ts';
import { serveAsStaticHost } from './webcontainer/static-host.ts';

const lesson = 'dockerfile/cowsay/';
const words = {
  en: { menu: 'Where the hosts run…', yes: 'Load it from StackBlitz', servers: /loaded from StackBlitz’s servers/, untested: /not run in Drydock’s tests/, none: 'No WebContainer; this is the sandbox.', unreachable: /stackblitz\.com\) were not reached/, isolated: /isolated from other sites/ },
  ru: { menu: 'Где работают хосты…', yes: 'Загрузить со StackBlitz', servers: /с серверов StackBlitz/, untested: /в тестах Drydock не запускалась/, none: 'WebContainer недоступен, это песочница.', unreachable: /stackblitz\.com\) недоступны/, isolated: /изолированная от других сайтов/ },
} as const;

/** With the keyboard: the menu's entry, and in the switch the last button. The dialog stands open then. */
async function ask(page: Page, locale: keyof typeof words = 'en'): Promise<void> {
  await page.locator('[data-dock-more]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: words[locale].menu }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-where="sandbox"]:focus').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('dialog.confirm').waitFor();
}

async function choose(page: Page, locale: keyof typeof words = 'en'): Promise<void> {
  await ask(page, locale);
  await page.getByRole('button', { name: words[locale].yes }).press('Enter');
}

async function withWork(site: Site, locale: keyof typeof words = 'en', options: Parameters<Site['visit']>[1] = {}): Promise<Visit> {
  const visit = await site.visit(`/${locale}/${lesson}`, options);
  await prompt(visit.page);
  await typeLines(visit.page, 'mkdir cowsay; touch cowsay/Dockerfile; echo mine > cowsay/words; ls cowsay');
  await untilScreen(visit.page, /Dockerfile\s+words/);
  await visit.page.locator('#task-folder[data-state="done"]').waitFor();
  return visit;
}

async function hasWork(page: Page): Promise<void> {
  await typeLines(page, 'cat cowsay/words');
  await untilScreen(page, /cat cowsay\/words\nmine/);
  expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
}

const isIsolated = (page: Page): Promise<boolean> => page.evaluate('crossOriginIsolated');

describe.skipIf(!hasChromium)('a WebContainer where there is none (needs Chromium)', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('nothing of it is loaded before it is chosen, nor kept for offline use', async () => {
    const { page, context, complaints } = await withWork(site);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await ask(page);
    const dialog = page.locator('dialog.confirm');
    expect(await dialog.innerText()).toMatch(words.en.servers);
    expect(await dialog.innerText()).toMatch(words.en.untested);
    expect(await faults(page, 'dialog.confirm')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('[data-where="sandbox"]').getAttribute('aria-pressed')).toBe('true');
    expect(asked.filter((url) => /webcontainer|stackblitz/i.test(new URL(url).pathname) && !url.includes('/_astro/'))).toEqual([]);
    expect([complaints, page.frames().length, await isIsolated(page)]).toEqual([[], 1, false]);
    const { files } = (await (await fetch(`${site.url}offline.json`)).json()) as { files: string[] };
    expect(files.filter((file) => file.startsWith('/webcontainer/'))).toEqual([]);
    // What all pages load holds nothing of the package: it is the frame's alone.
    const root = process.env['DRYDOCK_SITE'] ?? 'dist';
    const scripts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js') && /Only a single WebContainer/.test(readFileSync(join(root, path), 'utf8')));
    expect(scripts).toEqual([join('webcontainer', 'frame.js')]);
    await context.close();
  });

  test.each(['en', 'ru'] as const)('StackBlitz cannot be reached (%s): it says so, and the sandbox is there with files and tasks', async (locale) => {
    const say = words[locale];
    const { page, context } = await withWork(site, locale);
    const asked: string[] = [];
    await context.route(/stackblitz|webcontainer\.io/, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await choose(page, locale);
    const notice = page.locator('[data-notice="webcontainer"]');
    await notice.waitFor();
    await page.locator('[data-where="sandbox"][aria-pressed="true"]:enabled').waitFor();
    expect(await notice.innerText()).toContain(say.none);
    expect(await notice.innerText()).toMatch(say.unreachable);
    expect(await notice.getAttribute('role')).toBe('alert');
    await prompt(page);
    await hasWork(page);
    // The page that asked was isolated, and its policy was the same as ever: StackBlitz is the frame's alone.
    expect(await isIsolated(page)).toBe(true);
    expect(await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content')).toContain("frame-src 'self';");
    expect([asked.length > 0, page.frames().length]).toEqual([true, 1]);
    expect(await faults(page, '.dock-notices')).toEqual([]);
    const before = asked.length;
    await notice.locator('.primary').click();
    await reload(page);
    expect([page.url(), await isIsolated(page), asked.length]).toEqual([`${site.url}${locale}/${lesson}`, false, before]);
    expect(await page.locator('.where').count()).toBe(0);
    await hasWork(page);
    await context.close();
  });

  test('StackBlitz does not answer: one need not wait', async () => {
    const { page, context } = await withWork(site);
    const asked = Promise.withResolvers<void>();
    await context.route(/stackblitz/, () => asked.resolve());
    await choose(page);
    await asked.promise;
    expect(await page.locator('[data-dock-starting]').innerText()).toContain('StackBlitz');
    await page.locator('[data-where="sandbox"]').press('Enter');
    await page.locator('[data-where="sandbox"][aria-pressed="true"]:enabled').waitFor();
    await hasWork(page);
    expect(page.frames().length).toBe(1);
    expect(await page.locator('[data-notice]').count()).toBe(0);
    await context.close();
  });

  test('nobody isolates the page: it says so, and asks nothing of StackBlitz', async () => {
    const plain = await openSite((root) => serveAsStaticHost(root));
    const { page, context, complaints } = await withWork(plain);
    await choose(page);
    const notice = page.locator('[data-notice="webcontainer"]');
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(words.en.isolated);
    await prompt(page);
    await hasWork(page);
    expect(complaints).toEqual([]);
    await context.close();
    await plain.close();
  });
});

describe.skipIf(!hasChromium)('a stand-in for a WebContainer, on a host of static files (needs Chromium)', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(async (root) => {
      return serveAsStaticHost(root, new Map([[framePath, await buildStandIn(root)]]));
    });
  });
  afterAll(() => site?.close());

  test('files and tasks go along, outlive a reload, and come back; real Node has a terminal, and its port a preview', async () => {
    const { page, context, complaints } = await withWork(site, 'en', { serviceWorkers: 'allow' });
    await choose(page);
    await page.waitForURL(/\?webcontainer/);
    await prompt(page);
    expect([await isIsolated(page), await page.locator('[data-where="webcontainer"]').getAttribute('aria-pressed')]).toEqual([true, 'true']);
    expect(await page.locator('.where-note').innerText()).toMatch(words.en.untested);
    await hasWork(page);
    await page.locator('#tab-node').click();
    await page.locator('[data-side-button="preview"]').click();
    await typeLinesOn(page, 'node', 'serve');
    await page.locator('.pv-port', { hasText: '3000' }).click();
    await page.frameLocator('.pv-frame').locator('h1', { hasText: 'From Node' }).waitFor();
    expect(await page.locator('.pv-address').inputValue()).toBe('http://node:3000/');
    await page.locator('[data-side-button="preview"]').click();
    await page.locator('#tab-terminal').click();

    await typeLines(page, 'echo newer > cowsay/words; echo $((40+2))');
    await untilScreen(page, /\n42/);
    await reload(page);
    expect(await page.locator('[data-where="webcontainer"]').getAttribute('aria-pressed')).toBe('true');
    await typeLines(page, 'cat cowsay/words');
    await untilScreen(page, /words\nnewer/);

    await page.locator('[data-where="sandbox"]').click();
    await page.locator('[data-where="sandbox"][aria-pressed="true"]:enabled').waitFor();
    await page.locator('#tab-node').waitFor({ state: 'detached' });
    await typeLines(page, 'clear; cat cowsay/words cowsay/words~');
    await untilScreen(page, /^newer\nmine/m);
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
    expect(page.url()).toBe(`${site.url}en/${lesson}`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('it breaks: what was kept is there when it is started again, and in the sandbox; a reset leaves nothing', async () => {
    const { page, context } = await withWork(site, 'en', { serviceWorkers: 'allow' });
    await choose(page);
    await page.waitForURL(/\?webcontainer/);
    await prompt(page);
    await typeLines(page, 'echo newer > cowsay/words; echo $((40+2))');
    await untilScreen(page, /\n42/);
    await page.evaluate('window.drydock.save()');
    const breaks = async (): Promise<void> => {
      await page.locator('#tab-node').click();
      await untilScreen(page, />/, 15_000, 'node');
      await typeLinesOn(page, 'node', 'crash');
      await page.locator('[data-notice="host"]').waitFor();
    };
    await breaks();
    await page.locator('[data-notice="host"] button').click();
    await page.locator('[data-notice="host"]').waitFor({ state: 'detached' });
    // While it starts, too, this button can be pressed; the prompt's own shell cannot be typed into.
    await page.locator('[data-dock-starting]').waitFor({ state: 'hidden' });
    await page.locator('#tab-terminal').click();
    await typeLines(page, 'clear; cat cowsay/words');
    await untilScreen(page, /^newer/m);
    await breaks();
    await page.locator('[data-where="sandbox"]').click();
    await page.locator('[data-where="sandbox"][aria-pressed="true"]:enabled').waitFor();
    await typeLines(page, 'clear; cat cowsay/words');
    await untilScreen(page, /^newer/m);
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
    const kept = (): Promise<number> => page.evaluate("caches.open('drydock-webcontainer').then((cache) => cache.keys()).then(({ length }) => length)");
    expect(await kept()).toBe(1);
    await page.locator('[data-dock-more]').click();
    await page.getByRole('menuitem', { name: 'Reset the lab…' }).click();
    await page.locator('dialog.confirm .danger').click();
    await page.locator('#task-folder:not([data-state="done"])').waitFor();
    await expect.poll(kept).toBe(0);
    await context.close();
  });
});
