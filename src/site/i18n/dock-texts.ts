import { dockEn, type DockKey } from './dock-en.ts';
import { dockRu } from './dock-ru.ts';
import { fill, type SiteLocale } from './locale.ts';

export type { DockKey } from './dock-en.ts';

type Texts = Readonly<Partial<Record<DockKey, string>>>;

const texts: Record<SiteLocale, Texts> = { en: dockEn, ru: dockRu };

/** Adds texts of a part of the dock that is loaded when it is needed. */
export function addDockTexts(added: Readonly<Record<SiteLocale, Texts>>): void {
  texts.en = { ...texts.en, ...added.en };
  texts.ru = { ...texts.ru, ...added.ru };
}

/** A text of the dock in `locale`; the key itself for one that is not loaded yet. */
export function dockText(locale: SiteLocale, key: DockKey, values?: Readonly<Record<string, string | number>>): string {
  return fill(texts[locale][key] ?? key, values);
}
