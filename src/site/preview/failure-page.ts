import { largestPortBody, portFailures } from '../../protocol/index.ts';
import type { SiteLocale } from '../i18n/locale.ts';
import { previewText, type PreviewKey } from '../i18n/preview-texts.ts';
import type { PublishedPort } from './published-ports.ts';

/** What a browser would call it, and what it says. */
const failures: Readonly<Record<string, { name: string; title: PreviewKey; text: PreviewKey }>> = {
  [portFailures.refused]: { name: 'ERR_CONNECTION_REFUSED', title: 'refusedTitle', text: 'refusedText' },
  [portFailures.reset]: { name: 'ERR_CONNECTION_RESET', title: 'resetTitle', text: 'resetText' },
  [portFailures.timeout]: { name: 'ERR_TIMED_OUT', title: 'timeoutTitle', text: 'timeoutText' },
  [portFailures.notHttp]: { name: 'ERR_INVALID_HTTP_RESPONSE', title: 'notHttpTitle', text: 'notHttpText' },
  [portFailures.tooLarge]: { name: 'ERR_TOO_LARGE', title: 'tooLargeTitle', text: 'tooLargeText' },
};

/** A failed request, for the page that tells of it. */
export interface Failure {
  /** One of `portFailures`, or any other code. */
  code: string;
  message: string;
  host: string;
  port: number;
  /** What is published on the host now. */
  published: readonly PublishedPort[];
  dark: boolean;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The short name of a failure, as Chromium has it; `ERR_FAILED` for one that is not known. */
export function failureName(code: string): string {
  return failures[code]?.name ?? 'ERR_FAILED';
}

/** A page in place of the one that could not be had: what happened, why that may be, what is published. HTML without script. */
export function failurePage(locale: SiteLocale, { code, message, host, port, published, dark }: Failure): string {
  const t = (key: PreviewKey, values?: Readonly<Record<string, string | number>>): string => escaped(previewText(locale, key, values));
  const { title, text }: { title: PreviewKey; text: PreviewKey } = failures[code] ?? { title: 'otherTitle', text: 'otherText' };
  const publisher = published.find((each) => each.port === port)?.container ?? '';
  const values = { host, port, seconds: 10, size: largestPortBody / 2 ** 20, why: message, name: publisher };
  const now = published.length > 0 ? t('publishedNow', { host, ports: published.map((each) => `${each.port} (${each.container})`).join(', ') }) : t('noneNow', { host });
  const [ground, ink, soft] = dark ? ['#0a131f', '#dde5ef', '#a4b4c8'] : ['#ffffff', '#14263d', '#4b5b70'];
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${t(title, values)}</title>
<style>body{margin:0;padding:2rem 1.5rem;background:${ground};color:${ink};font:1rem/1.5 'IBM Plex Sans',system-ui,sans-serif}main{max-width:34rem;margin:auto}h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0 0 .75rem}small{color:${soft};font:.8125rem ui-monospace,monospace}</style>
<main><h1>${t(title, values)}</h1><p>${t(code === portFailures.refused && publisher !== '' ? 'insideText' : text, values)}</p><p>${now}</p><p><small>${failureName(code)}</small></p></main></html>`;
}
