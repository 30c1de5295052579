import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, openSite, prompt, screen, type Site, typeLines, untilScreen } from './harness.ts';

describe.skipIf(!hasChromium)('without a network (needs Chromium)', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  it('after one visit every page is there, and the sandbox works', async () => {
    const { page, context } = await site.visit('/en/', { serviceWorkers: 'allow' });
    await prompt(page);
    await page.waitForSelector('html[data-offline="ready"]', { timeout: 60_000, state: 'attached' });
    await site.stopServing();
    await page.goto(`${site.url}ru/dockerfile/cowsay/`);
    await prompt(page);
    await typeLines(page, 'docker run --rm alpine echo without-$((40+2))');
    await untilScreen(page, /without-42/, 30_000);
    expect(await screen(page)).not.toContain('error');
    await page.goto(`${site.url}en/networks/addresses/`);
    await prompt(page);
    expect((await page.goto(`${site.url}en/nowhere/`))?.status()).toBe(404);
    await context.close();
  });
});
