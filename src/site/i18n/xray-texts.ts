import { fill, type SiteLocale } from './locale.ts';
import { xrayEn, type XrayKey } from './xray-en.ts';
import { xrayRu } from './xray-ru.ts';

export type { XrayKey } from './xray-en.ts';

/** A text of the X-ray in `locale`. */
export function xrayText(locale: SiteLocale, key: XrayKey, values?: Readonly<Record<string, string | number>>): string {
  const texts: Readonly<Record<XrayKey, string>> = locale === 'ru' ? xrayRu : xrayEn;
  return fill(texts[key], values);
}
