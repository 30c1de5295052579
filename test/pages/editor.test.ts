import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openSite, prompt, type Site, typeLines, untilScreen } from './harness.ts';

const lesson = (locale: string): string => `/${locale}/dockerfile/cowsay/`;

/** Writes a file in the terminal and opens it in the editor. */
async function edit(page: Page, path: string, text: string): Promise<void> {
  await page.keyboard.press('Alt+1');
  await typeLines(page, `printf ${JSON.stringify(text)} > ${path}; echo "$((6 * 7)) ${path}"`);
  await untilScreen(page, new RegExp(`42 ${path}`));
  await page.keyboard.press('Alt+2');
  await page.locator('.tree-name', { hasText: path }).click();
  await page.locator('.editor-name[aria-pressed="true"]', { hasText: path }).waitFor();
}

/** Collects what the editor says to screen readers, which stands there for a moment only; the result waits for a text of which it is part. */
async function listen(page: Page): Promise<(text: string) => Promise<void>> {
  await page.evaluate(`
    const announced = document.querySelector('.cm-announced');
    window.said = [];
    new MutationObserver(() => said.push(announced.textContent)).observe(announced, { childList: true, subtree: true });
  `);
  return async (text) => {
    await page.evaluate(`new Promise((resolve) => {
      const look = () => (said.some((each) => each.includes(${JSON.stringify(text)})) ? resolve(said.length = 0) : requestAnimationFrame(look));
      look();
    })`);
  };
}

describe.skipIf(!hasChromium)('the editor', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each([
    ['en', 'docker compose would complain: 2', 'Line 3: Additional property imagee is not allowed', 'No mistakes any more'],
    ['ru', 'Замечания docker compose: 2', 'Строка 3: Additional property imagee is not allowed', 'Ошибок больше нет'],
  ])('mistakes in a Compose file, with their lines, by key and aloud: %s', async (locale, summary, first, none) => {
    const { page, context, complaints } = await site.visit(lesson(locale));
    await prompt(page);
    await edit(page, 'compose.yaml', 'services:\\n  web:\\n    imagee: nginx\\n    ports: 80\\n');
    await page.locator('.cm-checks summary', { hasText: summary }).click();
    expect(await page.locator('.cm-checks li').first().innerText()).toBe(first);
    expect(await page.locator('.cm-lintRange-error').first().innerText()).toBe('imagee');
    const said = await listen(page);
    await page.locator('.cm-content').focus();
    await page.keyboard.press('F8');
    await said(first);
    await page.keyboard.press('F8');
    await said(' 4: ');
    await page.keyboard.press('Shift+F8');
    await said(first);
    // What is wrong is selected: what is typed takes its place.
    await page.keyboard.type('image');
    await page.locator('.cm-checks summary', { hasText: /: 1$/ }).waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('["80:80"]');
    await said(none);
    expect(await page.locator('.cm-checks').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('mistakes in JSON and in a Dockerfile; the language of the page is theirs', async () => {
    const { page, context, complaints } = await site.visit(lesson('en'));
    await prompt(page);
    await edit(page, 'daemon.json', '{\\n  \\"debug\\": true,\\n}\\n');
    await page.locator('.cm-checks summary').click();
    expect(await page.locator('.cm-checks li').innerText()).toBe('Line 3: JSON has no comma before }: delete it.');
    await page.locator('a.language').click();
    await page.waitForURL('**/ru/**');
    await page.locator('.cm-checks li', { hasText: 'Строка 3: В JSON перед } запятой не бывает: удалите её.' }).waitFor();
    await edit(page, 'Dockerfile', 'FROM alpine\\nMAINTAINER me\\n');
    await page.locator('.cm-checks li', { hasText: 'Строка 2, MaintainerDeprecated' }).waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('find and replace in the page\'s language, undo and redo', async () => {
    const { page, context, complaints } = await site.visit(lesson('ru'));
    await prompt(page);
    await edit(page, 'note.txt', 'a port\\nb port\\n');
    const text = page.locator('.cm-content');
    const said = await listen(page);
    await text.focus();
    await page.keyboard.press('Control+f');
    await page.locator('.cm-search input[aria-label="Найти"]').waitFor();
    await page.keyboard.type('port');
    await page.locator('.cm-search input[name="replace"]').fill('quay');
    await page.locator('.cm-search button[name="replaceAll"]', { hasText: 'заменить все' }).click();
    await said('заменено совпадений: 2');
    expect(await text.innerText()).toMatch(/a quay\nb quay/);
    await page.keyboard.press('Escape');
    await page.locator('.cm-search').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    expect(await text.innerText()).toMatch(/a port\nb port/);
    await page.locator('.editor-redo').click();
    expect(await text.innerText()).toMatch(/a quay\nb quay/);
    await page.locator('.editor-undo').click();
    expect(await text.innerText()).toMatch(/a port\nb port/);
    expect(await page.locator('.editor-undo').isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a mode for Python: loaded with the first such file, and it colours', async () => {
    const { page, context, complaints } = await site.visit(lesson('en'));
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await prompt(page);
    await edit(page, 'note.txt', 'def\\n');
    const before = scripts.length;
    await edit(page, 'app.py', 'def moo():\\n    return 42\\n');
    await page.locator('.cm-line', { hasText: 'def moo' }).locator('span', { hasText: /^def$/ }).waitFor();
    const colour = (word: string): Promise<string> => page.evaluate(`getComputedStyle([...document.querySelectorAll('.cm-line span')].find((span) => span.textContent === '${word}')).color`);
    expect(await colour('def')).not.toBe(await colour('42'));
    expect(scripts.slice(before).filter((path) => path.endsWith('.js'))).not.toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('save by key; what is not saved is marked, asked about, and here again after a reload', async () => {
    const { page, context, complaints } = await site.visit(lesson('en'));
    await prompt(page);
    await edit(page, 'note.txt', 'one\\n');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('two');
    await page.locator('.editor-names .tree-dirty').waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.editor-said', { hasText: 'Saved note.txt' }).waitFor();
    expect(await page.locator('.editor-names .tree-dirty').count()).toBe(0);
    await page.keyboard.type(' three');
    await page.locator('.editor-close').click();
    await page.locator('dialog.confirm button', { hasText: 'Cancel' }).click();
    await page.evaluate('window.drydock.save()');
    await page.reload();
    await prompt(page);
    await page.keyboard.press('Alt+2');
    await page.locator('.editor-said', { hasText: 'Your unsaved changes are here again: note.txt' }).waitFor();
    await page.locator('.cm-content', { hasText: 'two three' }).waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+s');
    await page.locator('.editor-names .tree-dirty').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+1');
    await typeLines(page, 'cat note.txt');
    await untilScreen(page, /\none\ntwo three/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('my files beside those of a solution, where it writes some', async () => {
    const { page, context, complaints } = await site.visit(lesson('en'));
    await prompt(page);
    await typeLines(page, 'mkdir cowsay && echo "FROM debian:wheezy" > cowsay/Dockerfile');
    const show = async (task: string): Promise<void> => {
      await page.locator(`[data-task="${task}"] .task-actions button`, { hasText: 'Show solution' }).click();
      await page.locator(`[data-task="${task}"] .task-solution pre`).waitFor();
    };
    await show('entrypoint');
    await page.locator('[data-task="entrypoint"] .task-compare').waitFor();
    // What decides it is loaded by now.
    await show('folder');
    expect(await page.locator('[data-task="folder"] .task-compare').count()).toBe(0);
    await page.locator('[data-task="entrypoint"] .task-compare').click();
    const pane = page.locator('.compare');
    await pane.locator('.compare-said', { hasText: 'You have no cowsay/entrypoint.sh yet' }).waitFor();
    await pane.locator('.compare-names button', { hasText: 'Dockerfile' }).click();
    await pane.locator('.cm-insertedLine, .cm-merge-b .cm-changedLine', { hasText: 'ENTRYPOINT' }).first().waitFor();
    await pane.locator('.cm-deletedChunk, .cm-merge-a .cm-changedLine', { hasText: 'wheezy' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.compare-body .cm-editor').first().waitFor({ state: 'detached' });
    expect(await page.locator('.tree-name', { hasText: 'entrypoint.sh' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('Tab indents; after Escape it leaves the text', async () => {
    const { page, context } = await site.visit(lesson('en'));
    await prompt(page);
    await edit(page, 'note.txt', 'one\\n');
    const text = page.locator('.cm-content');
    const inText = (): Promise<boolean> => page.evaluate(`document.activeElement.classList.contains('cm-content')`);
    expect(await text.getAttribute('aria-label')).toBe('note.txt. Tab indents; to leave the text, press Escape, then Tab.');
    await text.focus();
    await page.keyboard.press('Tab');
    expect(await text.innerText()).toMatch(/^ {2}one/);
    expect(await inText()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await inText()).toBe(false);
    await context.close();
  });
});
