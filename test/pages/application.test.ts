import { readFileSync } from 'node:fs';
import type { Page, Response } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { previewText } from '../../src/site/i18n/preview-texts.ts';
import { hasChromium, openSite, prompt, typeLines, untilScreen } from './harness.ts';

const lab = 'labs/identidock';
const solution = (task: string): string => readFileSync(`${lab}/${task}/solve.sh`, 'utf8');
/** The here-document by which a solution writes a file. */
const written = (task: string): string[] => /^cat > \S+ <<'END'\n[\s\S]*?^END$/m.exec(solution(task))?.[0].split('\n') ?? [];
/** How a solution edits the program. */
const edits = (task: string): string[] => solution(task).split('\n').filter((line) => line.startsWith('sed -i '));
const pngMagic = '89504e470d0a1a0a';

/** Types a command, with what its here-document holds, and waits until the shell is back and the status 0; returns the screen. */
async function run(page: Page, [command = '', ...more]: readonly string[], timeoutMs = 15_000): Promise<string> {
  await page.locator('#panel-terminal .xterm-helper-textarea').focus();
  await page.keyboard.press('Control+l');
  await untilScreen(page, /^[^\n]*\$$/);
  await typeLines(page, `${command}; echo status-$?`, ...more);
  const text = await untilScreen(page, /^status-\d+\n[^\n]*\$$/m, timeoutMs);
  expect(text).toMatch(/^status-0$/m);
  return text;
}

/** Waits for the application's page in the preview; returns the size of each of its pictures when they are decoded. */
async function greeting(page: Page, name: string): Promise<unknown> {
  await page.frameLocator('.pv-frame').locator('p', { hasText: `${name}, this is you:` }).waitFor();
  return page.frames().at(-1)?.evaluate('Promise.all([...document.images].map((image) => image.decode().then(() => [image.naturalWidth, image.naturalHeight])))');
}

describe.skipIf(!hasChromium)('a small web application, from an empty folder (needs Chromium)', () => {
  test.each(['en', 'ru'] as const)('is a page with a picture in the end, without a network: %s', async (locale) => {
    const site = await openSite();
    try {
      const { page, context, complaints } = await site.visit(`/${locale}/`, { serviceWorkers: 'allow' });
      await page.waitForSelector('html[data-offline="ready"]', { timeout: 60_000, state: 'attached' });
      await site.stopServing();
      await context.setOffline(true);
      await page.goto(`${site.url}${locale}/app/identidock/`);
      await prompt(page);

      await run(page, ['mkdir -p ~/empty/app && cd ~/empty']);
      await run(page, ["cat > app/identidock.py <<'END'", ...readFileSync(`${lab}/files/identidock/app/identidock.py`, 'utf8').trimEnd().split('\n'), 'END']);
      for (const edit of [...edits('reach'), ...edits('escape')]) await run(page, [edit]);
      for (const task of ['image', 'production', 'three']) await run(page, written(task));
      await run(page, ['chmod +x cmd.sh']);
      await run(page, ['docker compose up -d && until curl -s -o /dev/null localhost:5000; do sleep 0.1; done'], 60_000);

      const pictures: Response[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/monster/')) pictures.push(response);
      });
      await page.locator('[data-side-button="preview"]').click();
      await page.getByRole('button', { name: previewText(locale, 'portOf', { port: 5000, name: 'empty-identidock-1' }) }).click();
      const form = page.frameLocator('.pv-frame');
      for (const _ of ['drawn', 'from the cache']) {
        expect(await greeting(page, 'guest')).toEqual([[80, 80]]);
        await form.locator('input[name="name"]').fill('Grace');
        await form.locator('button').click();
        expect(await greeting(page, 'Grace')).toEqual([[80, 80]]);
        await page.getByRole('button', { name: previewText(locale, 'reload') }).click();
      }
      expect(await greeting(page, 'guest')).toEqual([[80, 80]]);

      const bodies = await Promise.all(pictures.map((each) => each.body()));
      expect(bodies.map((body) => body.subarray(0, 8).toString('hex'))).toEqual(Array.from({ length: 5 }, () => pngMagic));
      expect([bodies[2]?.equals(bodies[0] as Buffer), bodies[3]?.equals(bodies[1] as Buffer), bodies[1]?.equals(bodies[0] as Buffer)]).toEqual([true, true, false]);
      const counted = await run(page, ["docker compose logs identidock > log; grep -c 'GET /monster/.* 200' log; grep -c 'not in the cache' log; docker compose exec -T redis redis-cli dbsize"]);
      expect(counted).toMatch(/\n5\n2\n2\nstatus-0\n/);
      expect(complaints).toEqual([]);
      await context.close();
    } finally {
      await site.close();
    }
  });
});
