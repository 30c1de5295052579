import { dockText, type DockKey } from '../i18n/dock-texts.ts';
import { localeOfPath, type SiteLocale } from '../i18n/locale.ts';

type Values = Readonly<Record<string, string | number>>;

/** The page's language now; navigation may change it while the dock stays. */
export function locale(): SiteLocale {
  return localeOfPath(location.pathname);
}

/** A text of the dock in the page's language. */
export function t(key: DockKey, values?: Values): string {
  return dockText(locale(), key, values);
}

/** Shows a text that follows the page's language. */
export function say(element: HTMLElement, key: DockKey, values?: Values): void {
  element.dataset['t'] = key;
  if (values) element.dataset['tValues'] = JSON.stringify(values);
  else delete element.dataset['tValues'];
  element.textContent = t(key, values);
}

/** Gives a name that follows the page's language. */
export function name(element: HTMLElement, key: DockKey, values?: Values): void {
  element.dataset['tLabel'] = key;
  if (values) element.dataset['tValues'] = JSON.stringify(values);
  element.setAttribute('aria-label', t(key, values));
  if (element instanceof HTMLButtonElement) element.title = t(key, values);
}

/** Says everything below `root` again in the page's language. */
export function relabel(root: HTMLElement): void {
  for (const element of [root, ...root.querySelectorAll<HTMLElement>('[data-t], [data-t-label]')]) {
    const { t: key, tLabel, tValues } = element.dataset;
    const values = tValues === undefined ? undefined : (JSON.parse(tValues) as Values);
    if (key !== undefined) element.textContent = t(key as DockKey, values);
    if (tLabel !== undefined) name(element, tLabel as DockKey, values);
  }
}
