import type { Exchange, Reply } from './exchange.ts';
import { fileOf } from './variables.ts';
import { isFolder, statOf } from './site-stat.ts';
import { isSystemError, type Stat } from '../../../kernel/uapi/index.ts';
import { failure } from './configuration.ts';
import { complain } from './complaint.ts';
import { listing } from './autoindex.ts';
import { specialReply } from './special-page.ts';

/** Answers with a file, a listing, or where an index is: a path to go on with. */
export async function serveFile(exchange: Exchange): Promise<Reply | { goto: string }> {
  const { process, method, path, scope } = exchange;
  const file = fileOf(exchange, path);
  if (path.endsWith('/')) {
    if (/^(GET|HEAD|POST)$/.test(method)) {
      for (const name of scope.one('index')?.args ?? ['index.html']) {
        const index = name.startsWith('/') ? name : `${path}${name}`;
        const stat = statOf(exchange, index);
        if (stat && !isFolder(stat)) return { goto: index };
      }
      const own = statOf(exchange, path);
      if (!own && !process.exists(file)) return await refusal(exchange, file, 'ENOENT');
      if (scope.on('autoindex') && method !== 'POST') return listing(exchange, file);
      await complain(exchange, 'error', `directory index of "${file}" is forbidden`);
      return specialReply(exchange, 403);
    }
    return specialReply(exchange, 405);
  }
  let stat: Stat;
  try {
    stat = process.stat(file);
    if (!isFolder(stat)) process.close(process.open(file, 'r'));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const log = error.code !== 'ENOENT' && error.code !== 'ENOTDIR' ? true : scope.on('log_not_found', true);
    if (log) await complain(exchange, error.code === 'EACCES' || error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'error' : 'crit', `open() "${file}" failed (${failure(error)})`);
    return specialReply(exchange, error.code === 'EACCES' ? 403 : error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG' ? 404 : 500);
  }
  if (isFolder(stat)) return { ...specialReply(exchange, 301), location: `${path}/${exchange.query === '' ? '' : `?${exchange.query}`}` };
  if (method !== 'GET' && method !== 'HEAD') return specialReply(exchange, 405);
  const bytes = process.readFile(file);
  const lastModified = new Date(stat.mtime).toUTCString();
  const etag = `"${Math.floor(stat.mtime / 1000).toString(16)}-${bytes.length.toString(16)}"`;
  return { status: 200, type: typeOf(exchange, path), length: bytes.length, lastModified, headers: [...(scope.on('etag', true) ? [['ETag', etag] as const] : []), ['Accept-Ranges', 'bytes']], body: bytes };
}

async function refusal(exchange: Exchange, file: string, code: 'ENOENT'): Promise<Reply> {
  await complain(exchange, 'error', `"${file}index.html" is not found (2: No such file or directory)`);
  return specialReply(exchange, code === 'ENOENT' ? 404 : 403);
}

/** The media type of a name, as `types` has it. */
function typeOf(exchange: Exchange, path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  const types = exchange.scope.all('types');
  const found = extension === undefined ? undefined : types.flatMap(({ block }) => block).find(({ args }) => args.includes(extension))?.name;
  const type = found ?? (types.length === 0 && extension !== undefined ? { html: 'text/html', gif: 'image/gif', jpg: 'image/jpeg' }[extension] : undefined) ?? exchange.scope.value('default_type', 'text/plain');
  return withCharset(exchange, type);
}

/** A text type with the charset that is configured. */
export function withCharset(exchange: Exchange, type: string): string {
  const charset = exchange.scope.value('charset', 'off');
  return charset === 'off' || !/^(text\/|application\/(javascript|rss\+xml))/.test(type) ? type : `${type}; charset=${charset}`;
}
