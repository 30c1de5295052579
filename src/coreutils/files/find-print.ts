import { isSymlink, localTime, modeString, quoteIfNeeded, strftime, timeZoneOf, type IdNames, type Tool } from '../program/index.ts';
import { dirName } from '../program/index.ts';
import type { Found } from './found.ts';

const typeLetters: Record<number, string> = { 0o100000: 'f', 0o040000: 'd', 0o120000: 'l', 0o010000: 'p', 0o140000: 's', 0o060000: 'b', 0o020000: 'c' };

/** Letters of directives that -printf does not know. */
export function unknownDirectives(format: string): string[] {
  return [...format.matchAll(/%[-0 #+]*\d*(?:\.\d+)?([ABCT].|[^])/gs)].map((match) => match[1] ?? '').filter((letter) => !/^[%abcdDfFgGhHiklmMnpPsStuUyYZ]|^[ABCT]/.test(letter));
}

/** `-printf`. */
export function formatPrintf(tool: Tool, format: string, file: Found, names: IdNames): string {
  const { process } = tool;
  const zone = timeZoneOf(process);
  const { stat } = file;
  const time = (ms: number, letter: string): string => {
    const at = localTime(ms, zone);
    if (letter === '@') return `${Math.floor(ms / 1000)}.${String(at.nano).padStart(9, '0')}0`;
    if (letter === '+') return strftime('%Y-%m-%d+%H:%M:%S', at) + `.${String(at.nano).padStart(9, '0')}0`;
    if (letter === 'T') return strftime('%H:%M:%S', at) + `.${String(at.nano).padStart(9, '0')}0`;
    if (letter === 'S') return strftime('%S', at) + `.${String(at.nano).padStart(9, '0')}0`;
    return strftime(`%${letter}`, at);
  };
  return format.replace(/%([-0 #+]*)(\d*)(?:\.\d+)?([ACT].|[a-zA-Z%])/g, (whole, flags: string, width: string, directive: string) => {
    let value: string;
    switch (directive.charAt(0)) {
      case '%': return '%';
      case 'p': value = file.path; break;
      case 'P': value = file.path === file.base ? '' : file.path.slice(file.base.length).replace(/^\/+/, ''); break;
      case 'f': value = file.name; break;
      case 'h': value = dirName(file.path); break;
      case 'H': value = file.base; break;
      case 'd': value = String(file.depth); break;
      case 's': value = String(stat.size); break;
      case 'k': value = String(Math.ceil(stat.blocks / 2)); break;
      case 'b': value = String(stat.blocks); break;
      case 'm': value = (stat.mode & 0o7777).toString(8); break;
      case 'M': value = modeString(stat.mode); break;
      case 'u': value = names.user(stat.uid); break;
      case 'U': value = String(stat.uid); break;
      case 'g': value = names.group(stat.gid); break;
      case 'G': value = String(stat.gid); break;
      case 'n': value = String(stat.nlink); break;
      case 'i': value = String(stat.ino); break;
      case 'D': value = String(stat.dev); break;
      case 'l': value = isSymlink(stat.mode) ? process.readlink(file.path) : ''; break;
      case 'y': case 'Y': value = typeLetters[stat.mode & 0o170000] ?? 'U'; break;
      case 't': value = time(stat.mtime, 'c'); break;
      case 'a': value = time(stat.atime, 'c'); break;
      case 'c': value = time(stat.ctime, 'c'); break;
      case 'T': value = time(stat.mtime, directive.charAt(1)); break;
      case 'A': value = time(stat.atime, directive.charAt(1)); break;
      case 'C': value = time(stat.ctime, directive.charAt(1)); break;
      default: return whole;
    }
    return width === '' ? value : flags.includes('-') ? value.padEnd(Number(width)) : value.padStart(Number(width), flags.includes('0') ? '0' : ' ');
  });
}

/** `-ls`. */
export function lsLine(tool: Tool, file: Found, names: IdNames): string {
  const { process } = tool;
  const { stat } = file;
  const recent = process.clock.now() - stat.mtime < 15778476000 && stat.mtime <= process.clock.now();
  const when = strftime(recent ? '%b %e %H:%M' : '%b %e  %Y', localTime(stat.mtime, timeZoneOf(process)));
  const link = isSymlink(stat.mode) ? ` -> ${process.readlink(file.path)}` : '';
  return `${String(stat.ino).padStart(9)} ${String(Math.ceil(stat.blocks / 2)).padStart(6)} ${modeString(stat.mode)} ${String(stat.nlink).padStart(3)} ${names.user(stat.uid).padEnd(8)} ${names.group(stat.gid).padEnd(8)} ${String(stat.size).padStart(8)} ${when} ${quoteIfNeeded(file.path).includes("'") ? file.path.replace(/[ \\]/g, '\\$&') : file.path}${link}\n`;
}
