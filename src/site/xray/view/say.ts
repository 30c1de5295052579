import { locale } from '../../dock/texts.ts';
import { xrayText, type XrayKey } from '../../i18n/xray-texts.ts';

/** A text of the X-ray in the page's language. */
export function t(key: XrayKey, values?: Readonly<Record<string, string | number>>): string {
  return xrayText(locale(), key, values);
}
