import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openSite, prompt, reload, screen, type Site, typeLines, untilScreen } from './harness.ts';

const lesson = '/en/dockerfile/cowsay/';

async function treeNames(page: Page): Promise<string[]> {
  return page.locator('.tree-name').allInnerTexts();
}

describe.skipIf(!hasChromium)('the dock', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('Run types into the terminal, Save writes to the host, the tree follows', async () => {
    const { page, context, complaints } = await site.visit(lesson);
    await prompt(page);
    await page.locator('.block[data-run] [data-block="run"]').first().click();
    await untilScreen(page, /mkdir cowsay/);
    await page.locator('[data-tab="editor"]').click();
    await page.locator('.tree-name', { hasText: 'cowsay' }).waitFor();
    await page.locator('.block[data-save="cowsay/Dockerfile"] [data-block="save"]').first().click();
    await page.locator('.tree-name', { hasText: 'Dockerfile' }).waitFor();
    await page.keyboard.press('Alt+1');
    await typeLines(page, 'head -n 1 ~/cowsay/Dockerfile');
    await untilScreen(page, /FROM debian:wheezy/);
    await typeLines(page, 'touch ~/cowsay/made-here');
    await page.keyboard.press('Alt+2');
    await page.locator('.tree-name', { hasText: 'made-here' }).waitFor();
    expect(await treeNames(page)).toEqual(['cowsay', 'Dockerfile', 'made-here']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the editor saves to the host and shows what the terminal changed', async () => {
    const { page, context } = await site.visit(lesson);
    await prompt(page);
    await typeLines(page, 'echo one > note.txt');
    await page.keyboard.press('Alt+2');
    await page.locator('.tree-name', { hasText: 'note.txt' }).click();
    const text = page.locator('.cm-content');
    await text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('two');
    await page.locator('.editor-names .tree-dirty').waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.editor-names .tree-dirty').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+1');
    await typeLines(page, 'cat note.txt; echo three >> note.txt');
    await untilScreen(page, /one\ntwo/);
    await page.keyboard.press('Alt+2');
    await page.locator('.cm-content', { hasText: 'three' }).waitFor();
    expect(await page.locator('.editor-conflict').isVisible()).toBe(false);
    await context.close();
  });

  test('language and page change under the terminal, what runs in it goes on', async () => {
    const { page, context, complaints } = await site.visit(lesson);
    await prompt(page);
    await typeLines(page, 'cat');
    await page.locator('a.language').click();
    await page.waitForURL('**/ru/dockerfile/cowsay/');
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await page.locator('#tab-editor').innerText()).toBe('Редактор');
    await page.locator('#course-map a[href="/ru/errata/"]').click();
    await page.waitForURL('**/ru/errata/');
    await typeLines(page, 'still here');
    await untilScreen(page, /still here\nstill here/);
    await page.keyboard.press('Control+c');
    await page.goBack();
    await page.locator('.strip-count').waitFor();
    expect(await page.locator('.strip-count').innerText()).toBe('0 из 9');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('place and size are remembered', async () => {
    const { page, context } = await site.visit(lesson);
    await prompt(page);
    await page.locator('[data-dock-grip]').focus();
    const width = (): Promise<number> => page.locator('#dock').evaluate((dock) => dock.getBoundingClientRect().width);
    const before = await width();
    await page.keyboard.press('ArrowLeft');
    expect(await width()).toBe(before + 32);
    await page.reload();
    await prompt(page);
    expect(await width()).toBe(before + 32);
    await page.locator('#dock [data-dock-place="bottom"]').click();
    await page.locator('#dock [data-dock-place="full"]').click();
    await page.locator('#dock [data-dock-place="restore"]').click();
    expect(await page.locator('html').getAttribute('data-dock')).toBe('bottom');
    await page.locator('#dock [data-dock-place="closed"]').click();
    await page.locator('#dock-open').click();
    expect(await page.locator('html').getAttribute('data-dock')).toBe('bottom');
    await context.close();
  });

  test.each([
    ['en', /open in another tab[\s\S]*Everything there is safe/, /moved to another tab/],
    ['ru', /открыт в другой вкладке[\s\S]*Там всё цело/, /перенесён в другую вкладку/],
  ] as const)('a second tab says what is safe and can take the host over; nothing is lost: %s', async (locale, open, moved) => {
    const address = `/${locale}/dockerfile/cowsay/`;
    const { page, context } = await site.visit(address);
    await prompt(page);
    await typeLines(page, 'echo kept > kept.txt; echo written');
    await untilScreen(page, /\nwritten/);
    const second = await context.newPage();
    await second.goto(site.url.replace(/\/$/, '') + address);
    await second.locator('[data-notice="host"]').waitFor();
    expect(await second.locator('[data-notice="host"]').innerText()).toMatch(open);
    await second.locator('[data-notice="host"] .button.primary').click();
    await prompt(second);
    await page.locator('[data-notice="host"]', { hasText: moved }).waitFor();
    await typeLines(second, 'cat kept.txt');
    expect(await untilScreen(second, /\nkept/)).toContain('cat kept.txt');
    await context.close();
  });

  test('further terminals on a host: opened by a button, closed by exit, Delete or the cross', async () => {
    const { page, context, complaints } = await site.visit(lesson);
    await prompt(page);
    await typeLines(page, 'echo shared > note; sleep 1000');
    await page.locator('[data-dock-add]').focus();
    await page.keyboard.press('Enter');
    const second = page.locator('[data-tab="terminal-2"]');
    const text = (panel: string, pattern: RegExp): Promise<void> => page.locator(`#panel-${panel} .xterm-rows`, { hasText: pattern }).waitFor();
    expect(await second.innerText()).toContain('Terminal 2');
    await text('terminal-2', /\$/);
    await page.keyboard.type('cat note; pgrep -c sleep; tty');
    await page.keyboard.press('Enter');
    await text('terminal-2', /shared1\/dev\/pts\/1/);
    await page.locator('[data-dock-add]').click();
    await text('terminal-3', /\$/);
    expect(await page.locator('#tab-editor').getAttribute('aria-keyshortcuts')).toBe('Alt+4');
    await page.keyboard.type('exit');
    await page.keyboard.press('Enter');
    await page.locator('[data-tab="terminal-3"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+2');
    expect(await second.getAttribute('aria-selected')).toBe('true');
    await second.focus();
    await page.keyboard.press('Delete');
    await second.waitFor({ state: 'detached' });
    expect(await page.locator('#tab-terminal').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Control+c');
    await untilScreen(page, /\^C\n/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a page with another lab: its own host, and each one comes back as it was left', async () => {
    const { page, context, complaints } = await site.visit(lesson);
    await prompt(page);
    // The lesson of another lab: a page of ours that names it.
    await page.route('**/en/about/', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace('name="drydock-lab" content="cowsay"', 'name="drydock-lab" content="ports"') });
    });
    await typeLines(page, 'echo of the cow > cow; echo moo');
    await untilScreen(page, /\nmoo/);
    await page.locator('#course-map a[href="/en/about/"]').click();
    await page.waitForURL('**/en/about/');
    await page.locator('#panel-terminal .xterm-rows:not(:has-text("moo"))').waitFor();
    await typeLines(page, 'ls cow; echo of the port > port; echo quay');
    expect(await untilScreen(page, /No such file or directory\nquay/)).not.toContain('of the cow');
    await page.locator('#course-map a[href="/en/dockerfile/cowsay/"]').click();
    await untilScreen(page, /echo moo\nmoo[\s\S]*came back/);
    await typeLines(page, 'cat cow; ls port');
    await untilScreen(page, /\nof the cow\nls: cannot access 'port'/);
    await page.goBack();
    await untilScreen(page, /quay[\s\S]*came back/);
    await typeLines(page, 'cat port');
    await untilScreen(page, /\nof the port/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a reload is a reboot: files and history stay, and the screen is shown', async () => {
    const { page, context } = await site.visit(lesson);
    await prompt(page);
    await typeLines(page, 'echo first > a.txt; echo done');
    await untilScreen(page, /\ndone/);
    await reload(page);
    expect(await screen(page)).toMatch(/done[\s\S]*reloaded/);
    await typeLines(page, 'cat a.txt');
    await untilScreen(page, /\nfirst/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await untilScreen(page, /\$ echo first > a\.txt; echo done$/);
    await context.close();
  });

  test('reset asks first, then the host is new', async () => {
    const { page, context } = await site.visit(lesson);
    await prompt(page);
    await typeLines(page, 'mkdir cowsay && touch cowsay/Dockerfile; ls');
    await page.locator('.strip-count', { hasText: '1 of 9' }).waitFor();
    const choose = async (): Promise<void> => {
      await page.locator('[data-dock-more]').click();
      await page.locator('[data-dock-menu] button', { hasText: 'Reset' }).click();
    };
    await choose();
    await page.locator('dialog.confirm button', { hasText: 'Cancel' }).click();
    await typeLines(page, 'ls -d cow*');
    await untilScreen(page, /ls -d cow\*\ncowsay/);
    await choose();
    await page.locator('dialog.confirm .danger').click();
    await page.locator('.strip-count', { hasText: '0 of 9' }).waitFor();
    await typeLines(page, 'ls; echo empty');
    expect(await untilScreen(page, /ls; echo empty\nempty/)).not.toContain('cowsay');
    await context.close();
  });

  test('a phone: the sheet, the key row', async () => {
    const { page, context, complaints } = await site.visit(lesson, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await prompt(page);
    expect(await page.locator('html').getAttribute('data-sheet')).toBe('line');
    await page.locator('[data-dock-handle]').tap();
    await page.locator('#panel-terminal .xterm').tap();
    await page.keyboard.type('sleep 1000');
    await page.keyboard.press('Enter');
    await page.locator('[data-key="Ctrl"]').tap();
    await page.keyboard.type('c');
    await untilScreen(page, /\^C\n.*\$$/);
    await page.locator('[data-dock-handle]').tap();
    expect(await page.locator('html').getAttribute('data-sheet')).toBe('full');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the first page: its command is one key away', async () => {
    const { page, context } = await site.visit('/en/');
    await prompt(page);
    await page.keyboard.press('Enter');
    expect(await untilScreen(page, /Hello from Docker!/)).toContain('docker run hello-world');
    await context.close();
  });
});
