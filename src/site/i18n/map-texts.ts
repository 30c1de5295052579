import { fill, type SiteLocale } from './locale.ts';
import { mapEn, type MapKey } from './map-en.ts';
import { mapRu } from './map-ru.ts';

export type { MapKey } from './map-en.ts';

/** Texts of the live map in one language. */
export interface MapTexts {
  (key: MapKey, values?: Readonly<Record<string, string | number>>): string;
  /** Bytes as `docker images` counts them, in thousands: `80.1 MB`, `80,1 МБ`. */
  size(bytes: number): string;
  /** Names in a list: `web, db`. */
  list(names: readonly string[]): string;
}

const units: readonly MapKey[] = ['unitB', 'unitKB', 'unitMB', 'unitGB'];

/** What the live map says in `locale`. */
export function mapTexts(locale: SiteLocale): MapTexts {
  const texts: Readonly<Record<MapKey, string>> = locale === 'ru' ? mapRu : mapEn;
  const text = (key: MapKey, values?: Readonly<Record<string, string | number>>): string => fill(texts[key], values);
  const numbers = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  return Object.assign(text, {
    size(bytes: number): string {
      const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
      return text(units[power] ?? 'unitB', { n: numbers.format(bytes / 1000 ** power) }).replaceAll(' ', '\u00a0');
    },
    list: (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : text('nobody')),
  });
}
