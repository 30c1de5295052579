import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { answerLines, ask, judge, localized, type Quiz, rightAnswer } from '../../quiz/index.ts';
import { quizIds, readQuiz } from '../build/index.ts';
import { courseSchema } from './course-schema.ts';

const chapters = courseSchema.parse(parse(readFileSync('content/course.yaml', 'utf8'))).parts.flatMap((part) => part.chapters);

describe.each(quizIds())('content/quizzes/%s.yaml', (id) => {
  // Reading checks it: a mistake fails here with file, line, expected and found.
  const quiz = readQuiz(id);
  const chapter = chapters.find((each) => each.id === quiz.chapter);

  test('belongs to a chapter, asks about its rows, all of them, and is the only one there', () => {
    expect([...new Set(quiz.items.map(({ row }) => row))].filter((row) => !chapter?.rows.some((each) => each.id === row))).toEqual([]);
    const networks = chapter?.number.startsWith('2.') === true || chapter?.number.startsWith('3.') === true;
    const due = networks ? (chapter?.rows ?? []).map((row) => row.id) : [];
    expect(due.filter((row) => !quiz.items.some((item) => item.row === row))).toEqual([]);
    expect(quizIds().filter((other) => readQuiz(other).chapter === quiz.chapter)).toEqual([id]);
    expect(quiz.items.length).toBeGreaterThanOrEqual(networks ? 8 : 4);
  });

  test('stands in the lesson of its chapter, in both languages', () => {
    if (chapter?.status !== 'finished') return;
    for (const locale of ['en', 'ru']) expect(readFileSync(`content/${locale}/${chapter.address}.mdx`, 'utf8')).toContain(`<Quiz id="${id}" />`);
  });

  test('both languages: every question can be answered, and its answer be read', () => {
    for (const locale of ['en', 'ru'] as const) {
      for (const item of (localized(quiz, locale) as Quiz<string>).items) {
        const question = ask(item, 11, locale);
        expect([item.id, judge(question, rightAnswer(question))?.right, answerLines(question).includes('')]).toEqual([item.id, true, false]);
      }
    }
  });

  test('Russian texts are Russian', () => {
    const latin = JSON.stringify(localized(quiz, 'ru')).match(/"(?:text|why)":"[^"]+"/g)?.filter((text) => {
      const words = text.replace(/`[^`]*`/g, '').replace(/^"\w+":/, '');
      return /[a-z]{3,}/.test(words) && !/[а-яё]/i.test(words);
    });
    expect(latin ?? []).toEqual([]);
  });
});
