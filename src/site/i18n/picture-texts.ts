import { fill, type SiteLocale } from './locale.ts';
import { pictureEn, type PictureKey } from './picture-en.ts';
import { pictureRu } from './picture-ru.ts';

export type { PictureKey } from './picture-en.ts';

/** Texts of the pictures in one language. */
export interface PictureTexts {
  (key: PictureKey, values?: Readonly<Record<string, string | number>>): string;
  /** A whole number as the language writes it: `4,096`, `4 096`. */
  number(value: number): string;
  /** So many bytes, in the right form: `1 byte`, `74 байта`. */
  bytes(value: number): string;
}

/** What pictures say in `locale`. */
export function pictureTexts(locale: SiteLocale): PictureTexts {
  const texts: Readonly<Record<PictureKey, string>> = locale === 'ru' ? pictureRu : pictureEn;
  const plural = new Intl.PluralRules(locale);
  const forms: Readonly<Partial<Record<Intl.LDMLPluralRule, PictureKey>>> = { one: 'bytes_one', few: 'bytes_few' };
  const format = new Intl.NumberFormat(locale);
  return Object.assign((key: PictureKey, values?: Readonly<Record<string, string | number>>) => fill(texts[key], values), {
    number: (value: number) => format.format(value),
    bytes: (value: number) => fill(texts[forms[plural.select(value)] ?? 'bytes_many'], { n: value }),
  });
}
