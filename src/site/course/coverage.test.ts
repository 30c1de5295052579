import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { siteLocales } from '../i18n/locale.ts';
import { courseSchema } from './course-schema.ts';
import { readLab } from '../build/index.ts';
import { lessonFrontmatter } from './lesson-frontmatter.ts';
import { type LessonSection, scanLesson, wholeLesson } from './lesson-scan.ts';

const course = courseSchema.parse(parse(readFileSync('content/course.yaml', 'utf8')));
const chapters = course.parts.flatMap((part) => part.chapters);
const finished = chapters.filter((chapter) => chapter.status === 'finished');
const fileOf = (locale: string, address: string): string => join('content', locale, `${address}.mdx`);
const sectionsWith = (mdx: string, row: string): LessonSection[] => scanLesson(mdx).sections.filter((section) => section.depth > 1 && section.rows.includes(row));

test('content/ holds the lessons of finished chapters and no others', () => {
  for (const locale of siteLocales) {
    const files = readdirSync(join('content', locale), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
    expect(files.sort()).toEqual(finished.map((chapter) => `${chapter.address}.mdx`).sort());
  }
});

describe.each(finished.map((chapter) => [chapter.number, chapter] as const))('chapter %s', (_, chapter) => {
  const texts = siteLocales.filter((locale) => existsSync(fileOf(locale, chapter.address))).map((locale) => [locale, readFileSync(fileOf(locale, chapter.address), 'utf8')] as const);

  test('exists in every language', () => {
    expect(texts.map(([locale]) => locale)).toEqual([...siteLocales]);
  });

  test.each(texts)('%s: every row has a section with a runnable block, a block to save or a task', (_locale, mdx) => {
    for (const { id } of chapter.rows) {
      const practised = sectionsWith(mdx, id).some((section) => section.tasks.length > 0 || section.blocks.some(({ fence }) => fence.run || fence.save !== undefined));
      expect([id, practised]).toEqual([id, true]);
    }
  });

  test.each(texts)('%s: every erratum of a row is shown', (_locale, mdx) => {
    const due = chapter.rows.filter((row) => row.erratum).map((row) => row.id);
    expect([...new Set(wholeLesson(scanLesson(mdx)).errata)].sort()).toEqual(due.sort());
  });

  test.each(texts)('%s: every task of the lab stands in the lesson once, in order', (_locale, mdx) => {
    if (chapter.lab === undefined) return;
    expect(wholeLesson(scanLesson(mdx)).tasks).toEqual(readLab(chapter.lab).tasks.map((task) => task.id));
  });

  test.each(texts)('%s: frontmatter', (_locale, mdx) => {
    const front = lessonFrontmatter.parse(parse(/^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? ''));
    expect(front.chapter).toBe(chapter.id);
    // A program within a block may well import.
    expect(mdx.replaceAll(/^```[^]*?^```$/gm, '')).not.toMatch(/^(import|export)\s/m);
  });

  test('both languages have the same rows, tasks and commands in the same order', () => {
    const outlines = texts.map(([, mdx]) => {
      const whole = wholeLesson(scanLesson(mdx));
      // What one reads may be translated, comments and printed sentences too; what one runs is compared by shape.
      return { rows: whole.rows, tasks: whole.tasks, errata: whole.errata, blocks: whole.blocks.map(({ language, fence }) => ({ language, run: fence.run, save: fence.save, host: fence.host, output: fence.output })) };
    });
    expect(outlines[1]).toEqual(outlines[0]);
  });
});
