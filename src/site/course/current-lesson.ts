import type { SiteLocale } from '../i18n/locale.ts';
import type { Chapter } from './course-schema.ts';

declare global {
  /** What a lesson's components know of the page they stand on. */
  interface LessonOnPage {
    chapter: Chapter;
    locale: SiteLocale;
    outcomes: readonly string[];
  }
}

/** The lesson that a component stands in; a sentence for the author when it stands elsewhere. */
export function lessonOf(locals: App.Locals, tag: string): LessonOnPage {
  if (!locals.lesson) throw new Error(`<${tag}> belongs into a lesson below content/`);
  return locals.lesson;
}
