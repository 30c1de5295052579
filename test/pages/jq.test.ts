import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openSite, prompt, type Site, typeLines, untilScreen } from './harness.ts';

describe.skipIf(!hasChromium)('jq in the page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('filters, reads as it goes, ends at Ctrl-C; all of it comes from the site', async () => {
    const { page, context, complaints } = await site.visit('/en/dockerfile/cowsay/');
    await prompt(page);
    await typeLines(page, `echo '{"a":[1,null]}' | jq -c '.a, 40 + 2'`);
    await untilScreen(page, /\[1,null\]\s+42\s/, 30_000);
    await typeLines(page, `(echo '{"b":1}'; sleep 600) | jq -c '.b, "first"'`);
    await untilScreen(page, /\s1\s+"first"/);
    await page.keyboard.press('Control+c');
    await untilScreen(page, /\^C\s.*\$$/);
    await typeLines(page, `jq -n 'def f: f; f'`);
    await untilScreen(page, /def f: f; f'$/);
    await page.keyboard.press('Control+c');
    await untilScreen(page, /f; f'\s+\^C\s.*\$$/);
    await typeLines(page, 'jq --arg x after -nr \'"and \\($x)"\'');
    await untilScreen(page, /and after/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
