import { fill, type SiteLocale } from './locale.ts';
import { previewEn, type PreviewKey } from './preview-en.ts';
import { previewRu } from './preview-ru.ts';

export type { PreviewKey } from './preview-en.ts';

/** A text of the preview in `locale`. */
export function previewText(locale: SiteLocale, key: PreviewKey, values?: Readonly<Record<string, string | number>>): string {
  const texts: Readonly<Record<PreviewKey, string>> = locale === 'ru' ? previewRu : previewEn;
  return fill(texts[key], values);
}
