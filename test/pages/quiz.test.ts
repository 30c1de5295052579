import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ask, drawAssessment, judge, localized, type Question, type Quiz, rightAnswer } from '../../src/quiz/index.ts';
import { parseQuiz } from '../../src/quiz/authoring/index.ts';
import { faults } from './axe.ts';
import { hasChromium, openSite, prompt, type Site } from './harness.ts';
import { answerByKeyboard, tabTo } from './quiz-keyboard.ts';

type Locale = 'en' | 'ru';
const names = ['localhost-and-ports', 'tcp-ip-stack', 'addresses-and-masks', 'loopback'];
const count = 25;
const readQuiz = (name: string, locale: Locale): Quiz<string> => localized(parseQuiz(name, readFileSync(`content/quizzes/${name}.yaml`, 'utf8')), locale) as Quiz<string>;
const quizzes = (locale: Locale): Quiz<string>[] => names.map((name) => readQuiz(name, locale));
const drawn = (seed: number, locale: Locale): { name: string; row: string; question: Question<string> }[] =>
  drawAssessment(quizzes(locale), count, seed).map(({ name, item }) => ({ name, row: item.row, question: ask(item, seed, locale) }));

/** A seed whose questions, but for the first, are of every kind, a calculation among them. */
const seed = Array.from({ length: 200 }, (_, index) => index).find((each) => {
  const rest = drawn(each, 'en').slice(1).map(({ question }) => question);
  return ['single', 'multiple', 'order', 'match', 'entry'].every((kind) => rest.some((question) => question.kind === kind)) && rest.some(({ working }) => working !== undefined);
});

const words = {
  en: { right: 'Right.', wrong: 'Not yet.', once: 'Not right.', repeat: 'repeat', good: '✓ you know it' },
  ru: { right: 'Верно.', wrong: 'Пока нет.', once: 'Неверно.', repeat: 'повторить', good: '✓ вы это знаете' },
} as const;

/** Brings the page's questions near the screen, and waits until they live. */
async function awake(page: Page): Promise<void> {
  await page.locator('[data-quiz]').scrollIntoViewIfNeeded();
  await page.locator('[data-quiz-live]').waitFor();
}

describe.skipIf(!hasChromium)('quizzes', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(['en', 'ru'] as const)('the self-assessment by keyboard alone, a reload midway: %s', async (locale) => {
    if (seed === undefined) throw new Error('no seed draws every kind');
    const all = drawn(seed, locale);
    const { page, context, complaints } = await site.visit(`/${locale}/about/`, { viewport: { width: 360, height: 740 }, colorScheme: locale === 'ru' ? 'dark' : 'light' });
    const begun = { version: 1, labs: {}, quizzes: { 'self-assessment': { seed, answers: { [all[0]?.name ?? '']: { first: true, given: [], shown: false } } } } };
    await page.evaluate((text) => localStorage.setItem('drydock.progress', text), JSON.stringify(begun));
    await page.goto(`${site.url}${locale}/self-assessment/`);
    await awake(page);
    expect(await faults(page)).toEqual([]);
    // The first wrong answer: its row is what to repeat.
    const missed = all.findIndex(({ question }, index) => index > 0 && question.kind === 'single');
    for (const [index, { question }] of all.entries()) {
      if (index === 0) continue;
      if (index === 8) {
        await page.reload();
        await awake(page);
      }
      expect(await page.locator('.quiz-position').innerText()).toMatch(new RegExp(`^\\S+ ${index + 1} \\S+ ${count}$`));
      const right = rightAnswer(question);
      const given = index === missed && question.kind === 'single' ? question.options.filter((option) => !option.right).slice(0, 1).map(({ id }) => id) : right;
      await answerByKeyboard(page, question, given);
      const verdict = page.locator('.verdict');
      expect([question.id, await verdict.innerText()]).toEqual([question.id, expect.stringContaining(words[locale][judge(question, given)?.right === true ? 'right' : 'once'])]);
      expect(await page.locator('.question-said').innerText()).not.toHaveLength((await verdict.innerText()).length);
      expect(await page.locator('.working dd code').count()).toBe(question.working?.lines.length ?? 0);
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect([question.id, wide]).toEqual([question.id, false]);
      expect(index % 6 === 1 ? await faults(page) : []).toEqual([]);
      await page.keyboard.press('Enter');
    }
    await page.locator('.quiz-topics').waitFor();
    const verdicts = async (): Promise<Record<string, string>> => Object.fromEntries(await Promise.all((await page.locator('.quiz-topics tbody tr').all()).map(async (row) => [await row.getAttribute('data-row'), await row.locator('td').last().innerText()])));
    const said = await verdicts();
    for (const [row, text] of Object.entries(said)) expect([row, text]).toEqual([row, expect.stringContaining(words[locale][row === all[missed]?.row ? 'repeat' : 'good'])]);
    expect(Object.keys(said).sort()).toEqual([...new Set(all.map(({ row }) => row))].sort());
    expect(await faults(page)).toEqual([]);
    await page.reload();
    await awake(page);
    expect(await verdicts()).toEqual(said);
    expect(await page.locator('.map-more [data-quiz-state]').textContent()).toMatch(/24 \S+ 25/);
    // New numbers, by keyboard too.
    await tabTo(page, '.assessment .button');
    await page.keyboard.press('Enter');
    await page.locator('.quiz-position').waitFor();
    const kept = (await page.evaluate(`JSON.parse(localStorage.getItem('drydock.progress')).quizzes['self-assessment']`)) as { seed: number; last: unknown };
    expect(kept).toMatchObject({ last: { right: 24, of: 25 } });
    expect(kept.seed).not.toBe(seed);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each(['en', 'ru'] as const)('a lesson’s quiz: a wrong answer, another try, an answer given up, a reload: %s', async (locale) => {
    const { page, context, complaints } = await site.visit(`/${locale}/dockerfile/cowsay/`);
    await awake(page);
    const say = words[locale];
    const attempt = async (): Promise<number> => ((await page.evaluate(`JSON.parse(localStorage.getItem('drydock.progress'))?.quizzes['dockerfile-cowsay']?.seed`)) as number | undefined) ?? 0;
    const items = readQuiz('dockerfile-cowsay', locale).items;
    const form = (id: string): string => `form[data-question="${id}"]`;
    const [first, match, third, fourth] = items;
    if (!first || !match || !third || !fourth) throw new Error('the quiz has four questions');

    // An answer that is none yet is no try.
    await tabTo(page, `${form(first.id)} [type=submit]`);
    await page.keyboard.press('Enter');
    expect(await page.locator(`${form(first.id)} .verdict-open`).count()).toBe(1);
    // Wrong, with its reason and no other; then right, with all reasons.
    const shown = await page.locator(`${form(first.id)} .answer`).allInnerTexts();
    const indexOf = async (id: string, text: RegExp): Promise<number> => (await page.locator(`${form(id)} .answer`).allInnerTexts()).findIndex((each) => text.test(each));
    const right = await indexOf(first.id, /COPY/);
    const wrong = (right + 1) % shown.length;
    await tabTo(page, `${form(first.id)} input`);
    await page.keyboard.press('Space');
    for (let step = 0; step < wrong; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const said = page.locator(`${form(first.id)} .question-said`);
    expect(await said.innerText()).toContain(say.wrong);
    expect(await said.locator('.reasons').count()).toBe(0);
    for (let step = 0; step < shown.length - 1; step++) await page.keyboard.press('ArrowDown');
    expect(await said.innerText()).toBe('');
    await page.keyboard.press('Enter');
    expect(await said.innerText()).toContain(say.right);
    expect(await said.locator('.reasons li').count()).toBe(shown.length);

    const seedNow = await attempt();
    for (const item of [match, third]) await answerByKeyboard(page, ask(item, seedNow, locale), rightAnswer(ask(item, seedNow, locale)), form(item.id));
    const last = ask(fourth, seedNow, locale);
    const no = last.kind === 'single' ? last.options.filter((option) => !option.right).slice(0, 1).map(({ id }) => id) : [];
    await answerByKeyboard(page, last, no, form(fourth.id));
    await tabTo(page, `${form(fourth.id)} .question-actions .button:not([hidden]):not([type=submit])`);
    await page.keyboard.press('Enter');
    expect(await page.locator(`${form(fourth.id)} .reasons [data-right="true"]`).innerText()).toContain('latest');
    expect(await page.locator('.quiz-foot .quiz-score').innerText()).toMatch(/2 \S+ 4/);
    expect(await faults(page)).toEqual([]);

    await page.reload();
    await awake(page);
    expect(await page.locator('form[data-state="solved"]').count()).toBe(4);
    expect(await page.locator('.quiz-foot .quiz-score').innerText()).toMatch(/2 \S+ 4/);
    expect(await page.locator('.map [data-quiz-state="dockerfile-cowsay"]').textContent()).toMatch(/2 \S+ 4/);
    // The language changes, the answers stay.
    await page.locator('a.language').click();
    await page.waitForURL(locale === 'en' ? '**/ru/**' : '**/en/**');
    await awake(page);
    expect(await page.locator('form[data-state="solved"]').count()).toBe(4);

    await tabTo(page, '.quiz-foot .button');
    await page.keyboard.press('Enter');
    expect(await page.locator('form[data-state]').count()).toBe(0);
    expect(await attempt()).not.toBe(seedNow);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a question again with new numbers counts once; lines can be dragged', async () => {
    const { page, context } = await site.visit('/en/networks/tcp-ip/');
    await awake(page);
    const kept = async (): Promise<{ seed: number; answers: object }> => (await page.evaluate(`JSON.parse(localStorage.getItem('drydock.progress')).quizzes['tcp-ip-stack']`)) as { seed: number; answers: object };
    const form = page.locator('form[data-question="acknowledgement"]');
    const before = await form.locator('legend').innerText();
    // The last numbers of the text, after the question's own.
    const [first = 0, length = 0] = (before.match(/\d+/g) ?? []).slice(-2).map(Number);
    await form.locator('input').fill(String(first + length));
    await page.keyboard.press('Enter');
    expect(await form.locator('.verdict').innerText()).toContain(words.en.right);
    const { answers } = await kept();
    await form.getByRole('button', { name: 'Another one' }).click();
    expect(await form.locator('legend').innerText()).not.toBe(before);
    expect(await form.getAttribute('data-state')).toBeNull();
    await form.locator('input').fill('1');
    await page.keyboard.press('Enter');
    expect(await form.locator('.verdict').innerText()).toContain(words.en.wrong);
    expect((await kept()).answers).toEqual(answers);
    expect(await page.locator('.quiz-score').innerText()).toMatch(/Answered: 1 of .* first try: 1\./);

    const lines = page.locator('form[data-question="handshake"] .order > li');
    const order = await lines.allInnerTexts();
    // Until then the lesson's tasks may still grow, and the lines move under the pointer.
    await prompt(page);
    await lines.nth(0).hover();
    await page.mouse.down();
    await lines.nth(1).hover();
    await page.locator('.order > [data-dragged]').waitFor();
    await lines.nth(2).hover();
    await lines.nth(2).hover();
    await page.mouse.up();
    await page.locator('.order > [data-dragged]').waitFor({ state: 'detached' });
    expect((await lines.allInnerTexts()).map((line) => order.indexOf(line)).slice(0, 3)).toEqual([1, 2, 0]);
    await context.close();
  });

  test('questions work without the worker', async () => {
    const context = await site.browser.newContext();
    await context.route(/worker/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${site.url}en/self-assessment/`);
    await awake(page);
    await tabTo(page, '.assessment .button');
    await page.keyboard.press('Enter');
    expect(await page.locator('.quiz-position').innerText()).toContain('25');
    await context.close();
  });

  test.each(['en', 'ru'])('questions can be read, with their answers, without a script: %s', async (locale) => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}${locale}/dockerfile/cowsay/`);
    expect(await page.locator('.quiz .question').count()).toBe(4);
    await page.locator('.quiz summary').first().click();
    expect(await page.locator('.quiz details').first().innerText()).toMatch(/COPY/);
    await page.goto(`${site.url}${locale}/self-assessment/`);
    expect(await page.locator('[data-quiz] p').last().innerText()).toMatch(/script|скрипт/);
    await context.close();
  });
});
