import { dockEn, type DockKey } from './dock-en.ts';
import { dockRu } from './dock-ru.ts';
import { fill, type SiteLocale } from './locale.ts';

export type { DockKey } from './dock-en.ts';

/** A text of the dock in `locale`. */
export function dockText(locale: SiteLocale, key: DockKey, values?: Readonly<Record<string, string | number>>): string {
  return fill((locale === 'ru' ? dockRu : dockEn)[key], values);
}
