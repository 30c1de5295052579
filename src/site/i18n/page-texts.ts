import { fill, type SiteLocale } from './locale.ts';
import { pageEn, type PageKey } from './page-en.ts';
import { pageRu } from './page-ru.ts';

export { localeOfPath, pathInLocale, siteLocales, type SiteLocale } from './locale.ts';
export type { PageKey } from './page-en.ts';

/** Texts of a page in one language. */
export type PageTexts = (key: PageKey, values?: Readonly<Record<string, string | number>>) => string;

/** What pages say in `locale`; used when pages are built. */
export function pageTexts(locale: SiteLocale): PageTexts {
  const texts: Readonly<Record<PageKey, string>> = locale === 'ru' ? pageRu : pageEn;
  return (key, values) => fill(texts[key], values);
}
