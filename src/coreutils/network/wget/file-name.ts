import type { Process } from '../../../kernel/uapi/index.ts';
import type { WgetArguments } from './options.ts';

/** The file that a URL's document goes to; `disposition`: what the server calls it, with --content-disposition. */
export function fileNameOf(args: WgetArguments, url: URL, disposition?: string): string {
  const segments = url.pathname.slice(1).split('/').map(unescape);
  const last = segments.pop() ?? '';
  const query = url.search === '' ? '' : `?${unescape(url.search.slice(1)).replaceAll('/', '%2F')}`;
  const name = disposition ?? `${last === '' ? args.value('defaultPage') ?? 'index.html' : last.replaceAll('/', '%2F')}${query}`;
  const folders: string[] = [];
  const prefix = args.value('prefix');
  if (prefix !== undefined) folders.push(prefix.length > 1 ? prefix.replace(/\/+$/, '') : prefix);
  if (keepsFolders(args)) {
    if (args.has('protocolDirectories')) folders.push(url.protocol.slice(0, -1));
    if (!args.has('noHostDirectories') && !hasLetter(args, 'H')) folders.push(url.host);
    folders.push(...segments.slice(Number(args.value('cutDirectories') ?? '0')).map((segment) => segment.replaceAll('/', '%2F')));
  }
  return [...folders.map((folder) => (folder === '/' ? '' : folder)), name].join('/');
}

/** Whether folders of the URL become folders here. */
export function keepsFolders(args: WgetArguments): boolean {
  return args.has('force') && !args.has('noDirectories') && !hasLetter(args, 'd');
}

/** Whether one of the options that -n introduces was given (`-nc`). */
export function hasLetter(args: WgetArguments, letter: string): boolean {
  return args.values('letters').some((letters) => letters.includes(letter));
}

/** Percent signs undone, but for what no file name may have. */
function unescape(text: string): string {
  let plain: string;
  try {
    plain = decodeURIComponent(text);
  } catch {
    return text;
  }
  return plain.replaceAll(/[\0-\x1f\x7f]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** A name that no file has yet: with `.1`, `.2` … behind it. */
export function unusedName(process: Process, name: string): string {
  if (!process.exists(name)) return name;
  let number = 1;
  while (process.exists(`${name}.${number}`)) number++;
  return `${name}.${number}`;
}

/** The name in a Content-Disposition header. */
export function dispositionName(header: string | null): string | undefined {
  const name = /filename="?([^";]+)"?/i.exec(header ?? '')?.[1];
  return name?.slice(name.lastIndexOf('/') + 1).trim();
}

/** The name with what -E puts behind it for a content type. */
export function withExtension(name: string, type: string): string {
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return /\.html?$/i.test(name) ? name : `${name}.html`;
  return /^text\/css\b/i.test(type) && !/\.css$/i.test(name) ? `${name}.css` : name;
}
