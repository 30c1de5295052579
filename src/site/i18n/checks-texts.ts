import { checksEn, type ChecksKey } from './checks-en.ts';
import { checksRu } from './checks-ru.ts';
import { fill, type SiteLocale } from './locale.ts';

/** What the build checks say in `locale`. */
export function checksText(locale: SiteLocale, key: ChecksKey, values?: Readonly<Record<string, string | number>>): string {
  return fill((locale === 'ru' ? checksRu : checksEn)[key], values);
}
