import { editorEn, type EditorKey } from './editor-en.ts';
import { editorRu } from './editor-ru.ts';
import { fill, type SiteLocale } from './locale.ts';

/** A text of the editor in `locale`. */
export function editorText(locale: SiteLocale, key: EditorKey, values?: Readonly<Record<string, string | number>>): string {
  return fill((locale === 'ru' ? editorRu : editorEn)[key], values);
}
