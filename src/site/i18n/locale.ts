/** Languages of the site; every address starts with one of them. */
export const siteLocales = ['en', 'ru'] as const;
export type SiteLocale = (typeof siteLocales)[number];

/** The language of an address such as `/ru/errata/`; English when it has none. */
export function localeOfPath(path: string): SiteLocale {
  const first = path.split('/')[1];
  return siteLocales.find((locale) => locale === first) ?? 'en';
}

/** The same address in another language; the first page for an address without a language. */
export function pathInLocale(path: string, locale: SiteLocale): string {
  const [, first, ...rest] = path.split('/');
  return siteLocales.some((each) => each === first) ? `/${locale}/${rest.join('/')}` : `/${locale}/`;
}

/** Puts values in for `{name}`. An unknown name stays as it is, so that a test can see it. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
