import { expect, test } from 'vitest';
import { ask } from './ask.ts';
import { drawAssessment, resultsByRow } from './assessment.ts';
import { parseQuiz } from './authoring/index.ts';
import { answerLines, explain } from './explain.ts';
import { judge, rightAnswer } from './judge.ts';
import { localized } from './localized.ts';
import type { Question, Quiz } from './quiz.ts';

const source = `chapter: tcp-ip
questions:
  - { id: one, kind: single, row: 3.1-a, text: { en: Which, ru: Какой }, options: [{ text: TCP, right: true, why: { en: Yes, ru: Да } }, { text: UDP, why: { en: No, ru: Нет } }] }
  - { id: many, kind: multiple, row: 3.1-a, text: { en: Which, ru: Какие }, options: [{ text: TCP, right: true, why: { en: a, ru: а } }, { text: UDP, right: true, why: { en: b, ru: б } }, { text: IP, why: { en: c, ru: в } }] }
  - { id: row, kind: order, row: 3.1-b, text: { en: Order, ru: Порядок }, why: { en: So, ru: Так }, items: ["1", "2", "3", "4"] }
  - id: pairs
    kind: match
    row: 3.1-b
    text: { en: Match, ru: Сопоставьте }
    pairs: [{ left: TCP, right: { en: transport, ru: транспортный }, why: { en: x, ru: х } }, { left: UDP, right: { en: transport, ru: транспортный }, why: { en: y, ru: у } }, { left: IP, right: { en: internet, ru: межсетевой }, why: { en: z, ru: ж } }]
    extra: [{ en: none, ru: никакой }]
  - { id: typed, kind: entry, row: 3.1-c, entry: ipv4, text: { en: Type, ru: Введите }, accepts: [127.0.0.1], why: { en: w, ru: ш }, mistakes: [{ is: [0.0.0.0], why: { en: all, ru: все } }] }
  - { id: fresh, kind: generated, row: 3.1-c, generator: network-address }
`;
const quiz: Quiz<string> = localized(parseQuiz('demo', source), 'en') as Quiz<string>;
const question = (id: string, seed = 1): Question<string> => ask(quiz.items.find((item) => item.id === id)!, seed, 'en');
const idOf = (id: string, text: string): string => {
  const found = question(id);
  const parts = found.kind === 'order' ? found.items : found.kind === 'match' ? found.choices : found.kind === 'entry' ? [] : found.options;
  return parts.find((part) => part.text === text)!.id;
};

test('every kind: its right answer is right, with all reasons; no answer yet is no verdict', () => {
  for (const item of quiz.items) {
    const asked = ask(item, 5, 'en');
    const answer = rightAnswer(asked);
    expect([item.id, judge(asked, answer)?.right]).toEqual([item.id, true]);
    expect(explain(asked, answer, judge(asked, answer)).length).toBeGreaterThan(0);
    expect(answerLines(asked).every((line) => line !== '')).toBe(true);
    expect([item.id, judge(asked, [])]).toEqual([item.id, undefined]);
  }
});

test('a wrong answer gets the reasons of what was given, and no others', () => {
  const reasons = (id: string, given: string[]): unknown => {
    const judgement = judge(question(id), given);
    return [judgement?.right, judgement?.missing, explain(question(id), given, judgement).map(({ text }) => text)];
  };
  expect(reasons('one', [idOf('one', 'UDP')])).toEqual([false, 1, ['No']]);
  expect(reasons('many', [idOf('many', 'TCP')])).toEqual([false, 1, ['a']]);
  expect(reasons('many', ['TCP', 'UDP', 'IP'].map((each) => idOf('many', each)))).toEqual([false, 0, expect.arrayContaining(['a', 'b', 'c'])]);
  expect(reasons('typed', ['0.0.0.0'])).toEqual([false, 0, ['all']]);
  expect(reasons('typed', ['10.0.0.1'])).toEqual([false, 0, []]);
  expect(judge(question('typed'), ['127.0.0'])).toBeUndefined();
  expect(explain(question('typed'), ['10.0.0.1'], undefined, true).map(({ text }) => text)).toEqual(['w']);
});

test('a match names the pairs that are wrong; one still open is no answer', () => {
  const match = question('pairs');
  if (match.kind !== 'match') throw new Error('not a match');
  const transport = idOf('pairs', 'transport');
  const judgement = judge(match, [transport, transport, transport]);
  expect(explain(match, [], judgement).map(({ about, text }) => [about, text])).toEqual([['IP', 'z']]);
  expect(explain(match, [], undefined, true).map(({ about }) => about ?? '').sort((a, b) => a.localeCompare(b))).toEqual(['IP — internet', 'TCP — transport', 'UDP — transport']);
  expect(judge(match, [transport, transport, ''])).toBeUndefined();
  expect(match.choices.map(({ text }) => text).sort()).toEqual(['internet', 'none', 'transport']);
});

test('the same seed asks the same; items are never in order from the start', () => {
  for (let seed = 0; seed < 200; seed++) {
    const order = question('row', seed);
    expect(order).toEqual(question('row', seed));
    const shown = order.kind === 'order' ? order.items.map(({ id }) => id) : [];
    expect(judge(order, shown)?.right).toBe(false);
  }
  expect(question('fresh', 1)).not.toEqual(question('fresh', 2));
});

test('an assessment draws evenly over the rows, each question once, the same for the same seed', () => {
  const other = { ...quiz, id: 'other' };
  for (const seed of [1, 2, 3]) {
    const drawn = drawAssessment([quiz, other], 6, seed);
    expect(new Set(drawn.map(({ name }) => name)).size).toBe(6);
    expect(resultsByRow(drawn.map(({ item }) => ({ row: item.row, right: true }))).sort((a, b) => a.row.localeCompare(b.row))).toEqual(['3.1-a', '3.1-b', '3.1-c'].map((row) => ({ row, right: 2, of: 2 })));
    expect(drawAssessment([quiz, other], 6, seed)).toEqual(drawn);
  }
  expect(drawAssessment([quiz], 25, 1)).toHaveLength(6);
});

test.each([
  ['an unknown key', source.replace('row: 3.1-c, entry', 'colour: red, row: 3.1-c, entry'), 'content/quizzes/demo.yaml:12: questions.4: unknown key `colour`'],
  ['a missing language', source.replace('en: Which, ru: Какой', 'en: Which'), 'content/quizzes/demo.yaml:3: questions.0.text: expected { en, ru }; found {"en":"Which"}'],
  ['a word in one language', source.replace('text: TCP, right', 'text: Word, right'), 'content/quizzes/demo.yaml:3: questions.0.options.0.text: expected { en, ru } (one text for both only'],
  ['no right answer', source.replace('right: true, why: { en: Yes', 'why: { en: Yes'), 'content/quizzes/demo.yaml:3: questions.0.options: expected exactly one option with `right: true`; found ['],
  ['nothing but right answers', source.replace('text: IP, why', 'text: IP, right: true, why'), 'content/quizzes/demo.yaml:4: questions.1.options: expected two or more options'],
  ['an answer of another kind', source.replace('accepts: [127.0.0.1]', 'accepts: [localhost]'), 'content/quizzes/demo.yaml:12: questions.4.accepts.0: expected an answer of the kind ipv4; found "localhost"'],
  ['a mistake that is right', source.replace('is: [0.0.0.0]', 'is: [127.0.0.1]'), 'content/quizzes/demo.yaml:12: questions.4.mistakes.0.is.0: expected a wrong answer'],
  ['a generator that does not exist', source.replace('generator: network-address', 'generator: nothing'), 'content/quizzes/demo.yaml:13: questions.5.generator: '],
  ['an id used twice', source.replace('id: many', 'id: one'), 'content/quizzes/demo.yaml:4: questions.1.id: expected an id that no other question has; found "one"'],
  ['an unknown kind', source.replace('kind: order', 'kind: sort'), 'content/quizzes/demo.yaml:5: questions.2.kind: '],
  ['a syntax error', 'chapter: [\n', 'content/quizzes/demo.yaml:2: '],
])("an author's mistake is named by file and line: %s", (_, text, message) => {
  expect(() => parseQuiz('demo', text)).toThrow(message);
});
