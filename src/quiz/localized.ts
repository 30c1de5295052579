import type { Bilingual } from './quiz.ts';

/** `T` with every text in one language. */
export type InOneLanguage<T> = T extends Bilingual ? string : T extends object ? { [K in keyof T]: InOneLanguage<T[K]> } : T;

/** A copy of plain data in which each `{ en, ru }` is replaced by its text in `locale`. */
export function localized<T>(data: T, locale: keyof Bilingual): InOneLanguage<T> {
  return translate(data, locale) as InOneLanguage<T>;
}

function translate(data: unknown, locale: keyof Bilingual): unknown {
  if (Array.isArray(data)) return data.map((item) => translate(item, locale));
  if (typeof data !== 'object' || data === null) return data;
  const keys = Object.keys(data);
  if (keys.length === 2 && 'en' in data && 'ru' in data) return data[locale];
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, translate(value, locale)]));
}
