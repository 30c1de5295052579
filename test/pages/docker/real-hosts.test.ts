import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LabServer, serveLabs } from '../../../src/server/index.ts';
import { removeOwnDisks } from '../../backend/docker-server.ts';
import { enterAtPrompt, hasChromium, openSite, prompt, type Site, typeLines, untilScreen } from '../harness.ts';
import { clear, dockerLessons, solve, tasksOf } from '../lessons.ts';
import { buildStandIn, framePath } from '../webcontainer/built-stand-in.ts';

const lesson = '/en/dockerfile/cowsay/';

async function choose(page: Page, where: 'sandbox' | 'docker' | 'webcontainer'): Promise<void> {
  await page.locator(`.where-choice [data-where="${where}"]`).click();
  await page.locator(`.where-choice [data-where="${where}"][aria-pressed="true"]:enabled`).waitFor();
}

describe.skipIf(!hasChromium)('real hosts in the dock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-pages-'));
  let site: Site;
  let server: LabServer;
  let files = '';
  const start = (root: string, port: number): Promise<LabServer> => serveLabs({ root, port, sessions: { folder: join(folder, 'sessions') } });
  beforeAll(async () => {
    site = await openSite(async (root) => {
      files = root;
      server = await start(root, 0);
      return { url: server.url, close: () => server.close() };
    });
    await server.ready();
  }, 240_000);
  afterAll(async () => {
    await site.close();
    removeOwnDisks();
    rmSync(folder, { recursive: true });
  }, 60_000);

  /** Waits until no host starts or ends: that changes the machine's networks, and Chromium gives up what a page is loading then. */
  async function quiet(): Promise<void> {
    await server.ready();
    const interfaces = (): string => readdirSync('/sys/class/net').sort().join(' ');
    for (let last = interfaces(), since = Date.now(); Date.now() - since < 1_500; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const now = interfaces();
      if (now !== last) [last, since] = [now, Date.now()];
    }
  }

  async function visit(...where: Parameters<Site['visit']>): ReturnType<Site['visit']> {
    await quiet();
    return site.visit(...where);
  }

  // One after the other, for the same reason.
  test.for(dockerLessons)('$address, typed: every task is done, seen at once by the checks', async ({ address, lab }) => {
    const { page, context, complaints } = await visit(`/en/${address}/`, { viewport: { width: 1800, height: 2400 } });
    await prompt(page);
    await choose(page, 'docker');
    await untilScreen(page, /learner@[^\n]*\$/);
    for (const task of tasksOf(lab)) await solve(page, lab, task);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('it is real; the tree shows what the terminal made; reset gives a fresh host', async () => {
    const { page, context, complaints } = await visit(lesson);
    await prompt(page);
    await choose(page, 'docker');
    await untilScreen(page, /learner@lab:~\$/);
    // No sandbox has this.
    await typeLines(page, 'docker info --format "{{.Driver}} {{.OSType}}"; uname -s; ls /proc/1/exe > /dev/null 2>&1; echo');
    await untilScreen(page, /overlay2 linux\nLinux/);
    await enterAtPrompt(page, 'terminal', 'touch Dockerfile');
    // The tree shows what the terminal made.
    await page.keyboard.press('Alt+2');
    await page.locator('.tree-name', { hasText: 'Dockerfile' }).first().waitFor();
    await page.keyboard.press('Alt+1');

    await page.locator('[data-dock-more]').click();
    await page.locator('[data-dock-menu] button', { hasText: 'Reset the lab' }).click();
    await page.locator('dialog.confirm button[value="yes"]').click();
    await page.locator('.strip-count', { hasText: /^0 of/ }).waitFor();
    await untilScreen(page, /^learner@lab:~\$$/);
    await typeLines(page, 'ls; docker images -q | wc -l');
    await untilScreen(page, /wc -l\n0/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a switch takes the files along, both ways, and keeps what is done; a reload finds the same shell', async () => {
    const { page, context } = await visit(lesson);
    await prompt(page);
    await typeLines(page, 'mkdir cowsay; touch cowsay/Dockerfile; echo first > note; ln -s note link; docker volume create here');
    await page.locator('#task-folder[data-state="done"]').waitFor();
    await untilScreen(page, /\nhere/);

    await choose(page, 'docker');
    await untilScreen(page, /learner@lab:~\$/);
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
    await clear(page, 'terminal');
    await typeLines(page, 'cat link; ls cowsay; stat -c %U note; docker volume ls -q; echo second > note; echo more > more; WAS=here');
    await untilScreen(page, /\nfirst\nDockerfile\nlearner\n[^\n]*\$/);

    await quiet();
    await page.reload();
    await prompt(page);
    await untilScreen(page, /first\nDockerfile/);
    await typeLines(page, 'echo still $WAS');
    await untilScreen(page, /\nstill here/);

    await choose(page, 'sandbox');
    await untilScreen(page, /learner@lab:~\$/);
    await clear(page, 'terminal');
    await typeLines(page, 'cat note note~ more; docker volume ls -q');
    await untilScreen(page, /\nsecond\nfirst\nmore\nhere/);
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');

    // Each lab remembers where; what was left there is there.
    await choose(page, 'docker');
    await clear(page, 'terminal');
    await typeLines(page, 'cat note note~; echo $WAS');
    await untilScreen(page, /\nsecond\nfirst\nhere/);
    await context.close();
  });

  test('from real Docker to a WebContainer and back, files and what is done go along', async () => {
    const { page, context } = await visit(lesson);
    await context.route((url) => url.pathname === framePath, async (route) => route.fulfill({ contentType: 'text/javascript', body: await buildStandIn(files) }));
    await prompt(page);
    await choose(page, 'docker');
    await untilScreen(page, /learner@lab:~\$/);
    await enterAtPrompt(page, 'terminal', 'mkdir cowsay; touch cowsay/Dockerfile; echo first > note');
    await page.locator('#task-folder[data-state="done"]').waitFor();

    await quiet();
    await page.locator('[data-dock-more]').click();
    await page.getByRole('menuitem', { name: 'Where the hosts run…' }).click();
    await page.locator('[data-where="webcontainer"]').click();
    await page.getByRole('button', { name: 'Load it from StackBlitz' }).click();
    await page.waitForURL(/\?webcontainer/);
    await prompt(page);
    await choose(page, 'webcontainer');
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
    await enterAtPrompt(page, 'terminal', 'clear; cat note; ls cowsay; echo second > note; echo more > more');
    await untilScreen(page, /^first\nDockerfile/m);

    await quiet();
    await choose(page, 'docker');
    await untilScreen(page, /learner@lab:~\$/);
    await clear(page, 'terminal');
    await typeLines(page, 'cat note note~ more; docker info --format "{{.Driver}} {{.OSType}}"');
    await untilScreen(page, /\nsecond\nfirst\nmore\noverlay2 linux/);
    expect(await page.locator('#task-folder').getAttribute('data-state')).toBe('done');
    await context.close();
  });

  test('the server goes away and comes back: the page says so, connects again, and the host is as it was', async () => {
    const { page, context } = await visit(lesson);
    await prompt(page);
    await choose(page, 'docker');
    await untilScreen(page, /learner@lab:~\$/);
    await typeLines(page, 'echo there > still; sync; echo set');
    await untilScreen(page, /\nset/);
    const { port } = server;
    await server.close();
    await page.locator('[data-dock-starting]', { hasText: 'Reconnecting' }).waitFor();
    server = await start(process.env['DRYDOCK_SITE'] ?? 'dist', port);
    await page.locator('[data-dock-starting]').waitFor({ state: 'hidden', timeout: 90_000 });
    expect(await page.locator('[data-notice]').allInnerTexts()).toEqual([]);
    await typeLines(page, 'cat still');
    expect(await untilScreen(page, /\nthere/)).toContain('learner@lab');
    await context.close();
  });
});
