import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './axe.ts';
import { hasChromium, openSite, prompt, type Site, typeLines } from './harness.ts';
import { tabTo } from './quiz-keyboard.ts';

const words = {
  en: { step: 'Step', last: 'Step 18 of 18', fast: 'Three repeated', timer: '200 ms', connected: 'Connected.', refused: 'Refused.', reset: 'then reset', fault: '4 numbers', play: 'Play', pause: 'Pause', unwrapped: 'reads 74 bytes' },
  ru: { step: 'Шаг', last: 'Шаг 18 из 18', fast: 'Три повторных', timer: '200 мс', connected: 'Соединение есть.', refused: 'Отказано.', reset: 'тут же сброшено', fault: 'четыре числа', play: 'Пуск', pause: 'Пауза', unwrapped: 'читает 74 байта' },
} as const;

/** Brings a picture near the screen after the prompt, and waits until it lives. */
async function awake(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-picture="${id}"]`);
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`[data-picture="${id}"][data-picture-live]`).waitFor();
  return figure;
}

const narrow = { viewport: { width: 360, height: 740 } };
const said = (figure: Locator): Promise<string> => figure.locator('.picture-said').innerText();
const wide = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth > innerWidth');

/** Chooses an option of a focused select by its first letters. */
async function choose(page: Page, selector: string, value: string): Promise<void> {
  await tabTo(page, selector);
  for (let presses = 0; presses < 20; presses++) {
    const now = await page.locator(selector).inputValue();
    if (now === value) return;
    const values = (await page.evaluate(`[...document.querySelector(${JSON.stringify(selector)}).options].map(({ value }) => value)`)) as string[];
    await page.keyboard.press(values.indexOf(value) > values.indexOf(now) ? 'ArrowDown' : 'ArrowUp');
  }
  throw new Error(`${selector} has no ${value}`);
}

describe.skipIf(!hasChromium)('pictures', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  describe.each(['en', 'ru'] as const)('by keyboard alone: %s', (locale) => {
    const say = words[locale];
    const options = locale === 'ru' ? { ...narrow, colorScheme: 'dark' as const } : {};

    test('an address and its mask', async () => {
      const { page, context, complaints } = await site.visit(`/${locale}/networks/addresses/`, options);
      await prompt(page);
      const figure = await awake(page, 'mask');
      await tabTo(page, '#mask-address');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('172.28.117.5/20');
      expect(await said(figure)).toContain('117 & 240 = 112');
      expect(await figure.locator('.picture-facts').innerText()).toMatch(/172\.28\.112\.0\/20[\s\S]*172\.28\.112\.1 – 172\.28\.127\.254[\s\S]*172\.28\.127\.255/);
      await tabTo(page, '#mask-prefix');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('#mask-address').inputValue()).toBe('172.28.117.5/21');
      expect(await figure.locator('.mask-bits .of-network').count()).toBe(3 * 21);
      await tabTo(page, '#mask-address');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('172.28.117');
      expect(await figure.locator('.picture-fault').innerText()).toContain(say.fault);
      expect(await faults(page, '[data-picture]')).toEqual([]);
      await tabTo(page, '.picture-presets button');
      await page.keyboard.press('Enter');
      expect(await figure.locator('.picture-fault').innerText()).toBe('');
      expect(await wide(page)).toBe(false);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('a packet down and up, and a conversation with a loss', async () => {
      const { page, context, complaints } = await site.visit(`/${locale}/networks/tcp-ip/`, options);
      await prompt(page);
      const layers = await awake(page, 'layers');
      await tabTo(page, '[data-picture="layers"] [data-step="next"]');
      for (const envelopes of [2, 3, 4]) {
        await page.keyboard.press('Enter');
        expect(await layers.locator('[data-state="now"] .envelope').count()).toBe(envelopes);
      }
      await tabTo(page, '[data-picture="layers"] [data-layer="internet"]');
      await page.keyboard.press('Enter');
      expect(await layers.locator('.picture-fields').innerText()).toMatch(/172\.17\.0\.1[\s\S]*172\.17\.0\.2/);
      expect(await page.evaluate('document.activeElement.dataset.layer')).toBe('internet');
      await tabTo(page, '[data-picture="layers"] [data-step="next"]');
      await page.keyboard.press('End');
      expect(await said(layers)).toContain(say.unwrapped);
      expect(await layers.locator('[data-step="next"]').getAttribute('aria-disabled')).toBe('true');

      const loss = await awake(page, 'tcp-loss');
      await choose(page, '#tcp-loss-lost', 'data-2');
      await tabTo(page, '[data-picture="tcp-loss"] [data-step="next"]');
      const seen: string[] = [];
      let waiting = 0;
      for (let step = 0; step < 18; step++) {
        seen.push(await said(loss));
        waiting = Math.max(waiting, await loss.locator('[data-piece="waiting"]').count());
        await page.keyboard.press('ArrowRight');
      }
      expect(new Set(seen).size).toBe(18);
      expect(seen.filter((text) => text.includes(say.fast))).toHaveLength(1);
      expect(waiting).toBe(3);
      expect(await loss.locator('.stepper-place').innerText()).toBe(say.last);
      expect(await loss.locator('[data-piece="missing"]').count()).toBe(1);
      expect(await loss.locator('.message.is-lost').count()).toBe(2);
      await choose(page, '#tcp-loss-lost', 'data-5');
      await tabTo(page, '[data-picture="tcp-loss"] [data-step="play"]');
      await page.keyboard.press('Enter');
      expect(await page.locator('[data-picture="tcp-loss"] [data-step="play"]').innerText()).toBe(say.pause);
      await page.keyboard.press('End');
      expect(await page.locator('[data-picture="tcp-loss"] [data-step="play"]').innerText()).toBe(say.play);
      expect(await loss.locator('.picture-words').textContent()).toContain(say.timer);
      expect(await faults(page, '[data-picture]')).toEqual([]);
      expect(await wide(page)).toBe(false);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('who reaches a server', async () => {
      const { page, context, complaints } = await site.visit(`/${locale}/networks/loopback/`, options);
      await prompt(page);
      const figure = await awake(page, 'reach');
      expect(await said(figure)).toContain(say.reset);
      await choose(page, '#reach-server', 'container-all');
      expect(await said(figure)).toContain(say.connected);
      await choose(page, '#reach-client', 'other-host');
      expect(await said(figure)).toContain(say.refused);
      await choose(page, '#reach-target', 'host');
      expect(await said(figure)).toContain(say.connected);
      await choose(page, '#reach-publication', 'none');
      expect(await said(figure)).toContain(say.refused);
      await choose(page, '#reach-server', 'host-loopback');
      expect(await page.locator('#reach-publication option').count()).toBe(1);
      await tabTo(page, '[data-picture="reach"] summary');
      await page.keyboard.press('Enter');
      expect(await figure.locator('.picture-commands').innerText()).toContain('--network host busybox httpd -f -p 127.0.0.1:8088');
      expect(await faults(page, '[data-picture]')).toEqual([]);
      expect(await wide(page)).toBe(false);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  test('a connection made in the terminal is drawn; a changed language leaves nothing behind', async () => {
    const { page, context, complaints } = await site.visit('/en/networks/tcp-ip/');
    await prompt(page);
    const layers = await awake(page, 'layers');
    await typeLines(page, 'curl -s http://127.0.0.1:8080/ | wc -c');
    await page.locator('#layers-live option').filter({ hasText: '127.0.0.1:8080' }).waitFor({ state: 'attached' });
    const value = await page.locator('#layers-live option').filter({ hasText: 'curl' }).first().getAttribute('value');
    await page.locator('#layers-live').selectOption(value);
    expect(await layers.locator('[data-state="now"] .envelope').innerText()).toContain('GET / HTTP/1.1');
    expect(await layers.locator('.layer-ends').innerText()).toContain('curl');
    const loss = await awake(page, 'tcp-loss');
    const same = await page.locator('#tcp-loss-live option').filter({ hasText: 'curl' }).first().getAttribute('value');
    await page.locator('#tcp-loss-live').selectOption(same);
    expect(await loss.locator('.picture-words li').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('SYN'), expect.stringContaining('FIN')]));
    expect(await loss.locator('.sequence-udp').isVisible()).toBe(false);
    expect(await faults(page, '[data-picture]')).toEqual([]);
    await page.locator('a.language').click();
    await page.waitForURL('**/ru/**');
    const russian = await awake(page, 'layers');
    expect(await russian.locator('.stepper-place').innerText()).toContain(words.ru.step);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each(['en', 'ru'])('without script a drawing stands there, and says the same: %s', async (locale) => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const [lesson, id, text] of [['addresses', 'mask', /117 & 240 = 112/], ['tcp-ip', 'layers', /172\.17\.0\.2[\s\S]*0x0800/], ['tcp-ip', 'tcp-loss', /1001/], ['loopback', 'reach', /docker-proxy[\s\S]*127\.0\.0\.1:8088:80/]] as const) {
      await page.goto(`${site.url}${locale}/networks/${lesson}/`);
      expect(await page.locator(`[data-picture="${id}"]`).textContent()).toMatch(text);
    }
    await context.close();
  });
});
