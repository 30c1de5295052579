import { parse } from 'yaml';
import source from '../../../content/course.yaml?raw';
import { courseSchema, type Chapter, type Course, type Row } from './course-schema.ts';

export type { Chapter } from './course-schema.ts';

/** The course manifest, checked when the site is built. */
export const course: Course = courseSchema.parse(parse(source));

/** All chapters in order. */
export const chapters: readonly Chapter[] = course.parts.flatMap((part) => part.chapters);

/** The chapter with this id; throws a sentence that names the manifest when there is none. */
export function chapterById(id: string): Chapter {
  const found = chapters.find((chapter) => chapter.id === id);
  if (found === undefined) throw new Error(`content/course.yaml has no chapter "${id}"`);
  return found;
}

/** The row with this id and its chapter. */
export function rowById(id: string): { row: Row; chapter: Chapter } {
  for (const chapter of chapters) {
    const row = chapter.rows.find((each) => each.id === id);
    if (row !== undefined) return { row, chapter };
  }
  throw new Error(`content/course.yaml has no row "${id}"`);
}

/** The chapter after this one, or undefined after the last. */
export function chapterAfter(chapter: Chapter): Chapter | undefined {
  return chapters[chapters.indexOf(chapter) + 1];
}
