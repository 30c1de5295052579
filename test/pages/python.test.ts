import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openSite, prompt, type Site, typeLines, untilScreen } from './harness.ts';

describe.skipIf(!hasChromium)('Python in the page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('runs programs, waits for a terminal and for others, ends at Ctrl-C; all of it comes from the site', async () => {
    const { page, context, complaints } = await site.visit('/en/dockerfile/cowsay/');
    await prompt(page);
    await typeLines(page, `python3 -c 'import sys; print("sum", 40 + 2, sys.version_info[:2])'`);
    await untilScreen(page, /sum 42 \(3, 13\)/, 60_000);
    await typeLines(page, 'python3');
    await untilScreen(page, />>>$/, 60_000);
    await typeLines(page, 'import socket, subprocess', 'subprocess.run(["hostname"], capture_output=True).stdout');
    await untilScreen(page, /b'lab\\n'/);
    await typeLines(page, 'while True: pass', '');
    await untilScreen(page, /while True: pass\s+\.\.\.$/);
    await page.keyboard.press('Control+c');
    await untilScreen(page, /KeyboardInterrupt\s+>>>$/);
    await page.keyboard.press('Control+d');
    await untilScreen(page, /\$$/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
