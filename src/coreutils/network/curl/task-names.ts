import { textOf } from '../../program/index.ts';
import type { GlobalSettings, Settings } from './settings.ts';
import { parseUrl, UrlError, urlText } from './url.ts';
import { percentEncode } from './url-encoding.ts';

/** Ends the transfers of a command line before their end. */
export class Stop extends Error {
  readonly status: number;

  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** The name that -O gives a file. Throws Stop for what is no URL. */
export function remoteName(global: GlobalSettings, url: string): string {
  try {
    const { path } = parseUrl(url);
    const name = path.replace(/\/$/, '');
    const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (last !== '') return last;
    global.warn('No remote file name, uses "curl_response"');
    return 'curl_response';
  } catch (error) {
    if (!(error instanceof UrlError)) throw error;
    global.error('Failed to extract a filename from the URL to use for storage');
    throw new Stop(3);
  }
}

/** The URL with the name of an upload, -G's data and --url-query. Throws Stop for what is no URL. */
export function fullUrl(settings: Settings, text: string, upload: string | undefined): string {
  const query = settings.on('get') && settings.post ? textOf(settings.post) : settings.query;
  const named = upload !== undefined && upload !== '-' && upload !== '.';
  if (query === undefined && !named) return text;
  try {
    const url = parseUrl(text);
    if (named && url.query === undefined && url.path.endsWith('/')) url.path += percentEncode(upload.slice(upload.lastIndexOf('/') + 1));
    else if (query === undefined) return text;
    if (query !== undefined) url.query = url.query === undefined || url.query === '' ? query : `${url.query}&${query}`;
    return urlText(url);
  } catch (error) {
    if (!(error instanceof UrlError)) throw error;
    if (query === undefined) throw new Stop(3);
    settings.global.error('(3) Could not parse the URL, failed to set query');
    throw new Stop(3);
  }
}
