import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveLabs } from '../../src/server/index.ts';
import { hasChromium, openSite, prompt, reload, type Site, typeLines, untilScreen } from './harness.ts';

const words = {
  en: { sandbox: 'Sandbox', docker: 'Real Docker', none: 'There is no real Docker host.', running: /No Docker engine answers/, permitted: /may not use Docker/, back: 'Use the sandbox', again: 'Try again', note: /no isolation/, making: /the package archive/ },
  ru: { sandbox: 'Песочница', docker: 'Настоящий Docker', none: 'Настоящего хоста с Docker нет.', running: /Docker не отвечает/, permitted: /нет прав на Docker/, back: 'Перейти в песочницу', again: 'Попробовать снова', note: /изоляции от него нет/, making: /архив пакетов/ },
} as const;

describe.skipIf(!hasChromium)('a server that should have real hosts and has none', () => {
  let site: Site;
  /** How the next attempt to get hosts goes. */
  let attempt: (building: (part: 'packages') => void) => Promise<never>;
  beforeAll(async () => {
    site = await openSite((root) => serveLabs({ root, port: 0, driver: (building) => attempt(building) }));
  });
  afterAll(() => site.close());

  const refuse = (code: string) => (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));

  test.each(['en', 'ru'] as const)('%s: why, what to do, and back in the sandbox with nothing lost', async (locale) => {
    const say = words[locale];
    attempt = refuse('docker-not-running');
    const { page, context } = await site.visit(`/${locale}/dockerfile/cowsay/`);
    await prompt(page);
    const choice = page.locator('.where-choice');
    expect(await choice.locator('button').allInnerTexts()).toEqual([say.sandbox, say.docker, 'WebContainer']);
    expect(await page.locator('.where-note').isVisible()).toBe(false);
    await typeLines(page, 'mkdir cowsay; touch cowsay/Dockerfile');
    await page.locator('#task-folder[data-state="done"]').waitFor();

    await choice.locator('[data-where="docker"]').click();
    const notice = page.locator('[data-notice="host"]');
    await notice.waitFor();
    expect(await notice.innerText()).toContain(say.none);
    expect(await notice.innerText()).toMatch(say.running);
    expect(await page.locator('.where-note').innerText()).toMatch(say.note);
    expect(await page.locator('#task-folder').getAttribute('data-state')).not.toBe('todo');

    // What is being made is told; then there is another reason.
    const made = Promise.withResolvers<never>();
    attempt = (building) => {
      building('packages');
      return made.promise;
    };
    await notice.locator('button', { hasText: say.again }).click();
    await page.locator('[data-dock-starting]', { hasText: say.making }).waitFor();
    made.reject(Object.assign(new Error('no'), { code: 'docker-not-permitted' }));
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(say.permitted);

    await notice.locator('button', { hasText: say.back }).click();
    await notice.waitFor({ state: 'detached' });
    await typeLines(page, 'ls cowsay');
    await untilScreen(page, /ls cowsay\nDockerfile/);
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
    await reload(page);
    expect(await choice.locator('[data-where="sandbox"]').getAttribute('aria-pressed')).toBe('true');
    await context.close();
  });

  test('a server without real hosts offers none', async () => {
    const plain = await openSite();
    const { page, context, complaints } = await plain.visit('/en/dockerfile/cowsay/');
    await prompt(page);
    expect(await page.locator('.where').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
    await plain.close();
  });
});
