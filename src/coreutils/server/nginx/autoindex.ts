import { encodeUtf8 } from '../../../base/index.ts';
import type { Exchange, Reply } from './exchange.ts';
import { isFolder } from './site-stat.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');
const html = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The listing of a folder, folders first, names cut at 50 characters. */
export function listing(exchange: Exchange, folder: string): Reply {
  const { process, path, scope } = exchange;
  const entries = process.readdir(folder).flatMap(({ name }) => {
    if (name.startsWith('.')) return [];
    try {
      const stat = process.stat(`${folder}${name}`);
      return [{ name, folder: isFolder(stat), stat }];
    } catch (error) {
      if (isSystemError(error)) return [];
      throw error;
    }
  }).sort((a, b) => Number(b.folder) - Number(a.folder) || (a.name < b.name ? -1 : 1));
  const exact = scope.on('autoindex_exact_size', true);
  const title = html(path);
  let text = `<html>\r\n<head><title>Index of ${title}</title></head>\r\n<body>\r\n<h1>Index of ${title}</h1><hr><pre><a href="../">../</a>\r\n`;
  for (const { name, folder: isDirectory, stat } of entries) {
    const slash = isDirectory ? '/' : '';
    const shown = [...name].length > 50 ? `${html([...name].slice(0, 47).join(''))}..&gt;` : `${html(name)}${slash}`;
    const date = new Date(stat.mtime);
    const when = `${two(date.getUTCDate())}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
    const size = isDirectory ? '-' : exact ? String(stat.size) : rounded(stat.size);
    text += `<a href="${encodeURIComponent(name).replace(/'/g, '%27')}${slash}">${shown}</a>${' '.repeat(Math.max(0, 50 - [...name].length - slash.length))} ${when} ${size.padStart(exact ? 19 : 7)}\r\n`;
  }
  return { status: 200, type: 'text/html', headers: [], body: encodeUtf8(`${text}</pre><hr></body>\r\n</html>\r\n`) };
}

function rounded(size: number): string {
  if (size > 1024 * 1024 * 1024 - 1) return `${Math.round(size / 1073741824)}G`;
  if (size > 1024 * 1024 - 1) return `${Math.round(size / 1048576)}M`;
  return size > 9999 ? `${Math.round(size / 1024)}K` : String(size);
}
