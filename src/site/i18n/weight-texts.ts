import { fill, type SiteLocale } from './locale.ts';
import { weightEn, type WeightKey } from './weight-en.ts';
import { weightRu } from './weight-ru.ts';

export type { WeightKey } from './weight-en.ts';

const units: readonly WeightKey[] = ['unitB', 'unitKB', 'unitMB', 'unitGB'];

/** What the weight view says in `locale`. */
export function weightText(locale: SiteLocale, key: WeightKey, values?: Readonly<Record<string, string | number>>): string {
  return fill((locale === 'ru' ? weightRu : weightEn)[key], values);
}

/** Bytes as `docker images` counts them: `80.1 MB`, `80,1 МБ`. */
export function weightSize(locale: SiteLocale, bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const n = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(bytes / 1000 ** power);
  return weightText(locale, units[power] ?? 'unitB', { n }).replaceAll(' ', '\u00a0');
}
