import { expect, test } from 'vitest';
import { courseSchema } from './course-schema.ts';
import { scanLesson } from './lesson-scan.ts';

const text = { en: 'a', ru: 'б' };
const chapter = { id: 'one', number: '1.4', address: 'a/one', status: 'planned', minutes: 20, title: text, abstract: text, rows: [{ id: '1.4-a', title: text }] };
const course = (...chapters: object[]): object => ({ parts: [{ id: 'p', title: text, abstract: text, chapters }] });
const mistakes = (value: object): string[] => (courseSchema.safeParse(value).error?.issues ?? []).map((issue) => issue.message);

test('a course with every text in both languages passes', () => {
  expect(mistakes(course(chapter))).toEqual([]);
});

test.each([
  ['a missing language', { ...chapter, title: { en: 'a' } }, /expected string/],
  ['an empty text', { ...chapter, title: { en: 'a', ru: ' ' } }, /Too small/],
  ['a row of another chapter', { ...chapter, rows: [{ id: '1.5-a', title: text }] }, /row "1.5-a" stands in chapter 1.4/],
  ['an unknown key', { ...chapter, colour: 'red' }, /Unrecognized key/],
  ['an address with a slash at its end', { ...chapter, address: 'a/' }, /Invalid string/],
])('%s is a mistake', (_, broken, message) => {
  expect(mistakes(course(broken)).join('\n')).toMatch(message);
});

test('ids, addresses and rows appear once', () => {
  expect(mistakes(course(chapter, chapter))).toEqual(['chapter "one" appears twice', 'address "a/one" appears twice', 'row "1.4-a" appears twice']);
});

test('a section holds what stands below its subheadings', () => {
  const mdx = ['---', 'x: 1', '---', 'Hello', '## One', '<Row id="1.4-a" />', '### Inner', '```sh run', 'ls # <Row id="9.9-z" />', '```', '## Two', '<Task id="t" />'].join('\n');
  const [whole, one, inner, two] = scanLesson(mdx).sections;
  expect([whole?.rows, whole?.tasks, whole?.blocks.length]).toEqual([['1.4-a'], ['t'], 1]);
  expect([one?.title, one?.rows, one?.blocks[0]?.fence.run]).toEqual(['One', ['1.4-a'], true]);
  expect([inner?.rows, inner?.blocks.length, two?.blocks.length, two?.tasks]).toEqual([[], 1, 0, ['t']]);
});
