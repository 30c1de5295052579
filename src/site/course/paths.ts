import type { Chapter } from './course-schema.ts';

/** Where a chapter's lesson is. */
export function chapterPath(chapter: Chapter, locale: string): string {
  return `/${locale}/${chapter.address}/`;
}

/** The chapter whose lesson is at `path`. */
export function chapterOfPath(chapters: readonly Chapter[], path: string): Chapter | undefined {
  const address = path.split('/').slice(2).join('/').replace(/\/$/, '');
  return chapters.find((chapter) => chapter.address === address);
}
