import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { isDirectory, rawProgram, type Tool } from '../program/index.ts';

const folder = '/usr/share/games/fortunes';

interface CookieFile {
  path: string;
  name: string;
  cookies: string[];
  /** Share in percent that the command line asks for. */
  percent: number | undefined;
}

export const fortune = rawProgram('fortune', async (tool, words) => {
  const { process } = tool;
  const chosen: { name: string; percent: number | undefined }[] = [];
  let length: 'any' | 'short' | 'long' = 'any';
  let limit = 160;
  let pattern: string | undefined;
  let ignoreCase = false;
  let listing = false;
  let showName = false;
  let equal = false;
  let pause = false;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!/^-./.test(word)) {
      const percent = /^(\d+)%$/.exec(word);
      chosen.push({ name: percent ? rest.shift() ?? '' : word, percent: percent ? Number(percent[1]) : undefined });
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      if (letter === 's') length = 'short';
      else if (letter === 'l') length = 'long';
      else if (letter === 'i') ignoreCase = true;
      else if (letter === 'f') listing = true;
      else if (letter === 'c') showName = true;
      else if (letter === 'e') equal = true;
      else if (letter === 'w') pause = true;
      else if (letter === 'n' || letter === 'm') {
        const value = word.slice(at + 1) || (rest.shift() ?? '');
        if (letter === 'n') limit = Number(value);
        else pattern = value;
        break;
      } else if (letter === 'v' || letter === 'h') {
        tool.out.write('fortune-mod version 9708\n');
        return 0;
      } else if (!'aou'.includes(letter)) {
        await tool.errorText(`${tool.name}: invalid option -- '${letter}'\nfortune-mod version 9708\nfortune [-afilosw] [-m pattern] [-n number] [ [#%] file/directory/all]\n`);
        return 1;
      }
    }
  }
  const files = await collect(tool, chosen);
  if (files.length === 0) {
    await tool.errorText('No fortunes found\n');
    return 1;
  }
  if (listing) {
    list(tool, files);
    return 0;
  }
  if (pattern !== undefined) return await search(tool, files, new RegExp(pattern, ignoreCase ? 'i' : ''));
  const fits = (text: string): boolean => (length === 'any' ? true : length === 'short' ? text.length <= limit : text.length > limit);
  const usable = files.map((file) => ({ ...file, cookies: file.cookies.filter(fits) })).filter((file) => file.cookies.length > 0);
  const file = pickFile(process, usable, equal);
  if (!file) {
    await tool.errorText('No fortunes found\n');
    return 1;
  }
  const cookie = file.cookies[pick(process, file.cookies.length)] ?? '';
  tool.out.write(`${showName ? `(${file.path})\n%\n` : ''}${cookie}`);
  if (pause) {
    await tool.out.flush();
    await process.sleep(Math.max(6, cookie.length / 20) * 1000);
  }
  return 0;
});

function pick(process: Process, count: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = process.random(4);
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % count;
}

function pickFile(process: Process, files: readonly CookieFile[], equal: boolean): CookieFile | undefined {
  const asked = files.filter((file) => file.percent !== undefined);
  const weigh = (file: CookieFile): number => (asked.length ? file.percent ?? 0 : equal ? 1 : file.cookies.length);
  let at = pick(process, Math.max(1, files.reduce((sum, file) => sum + weigh(file), 0)));
  for (const file of files) {
    at -= weigh(file);
    if (at < 0) return file;
  }
  return files.at(-1);
}

async function collect(tool: Tool, chosen: readonly { name: string; percent: number | undefined }[]): Promise<CookieFile[]> {
  const { process } = tool;
  const files: CookieFile[] = [];
  const addFile = (path: string, percent: number | undefined): void => {
    const cookies = process.readTextFile(path).split(/^%\n/m).filter((text) => text.trim() !== '');
    if (cookies.length) files.push({ path, name: path.slice(path.lastIndexOf('/') + 1), cookies, percent });
  };
  const addFolder = (path: string, percent: number | undefined): number => {
    const names = process.readdir(path).filter(({ name }) => !/\.(dat|u8|c|h|p|i|f|pas|ftn|ins\.c|ins,pas|ins\.ftn|sml)$/.test(name) && !name.startsWith('.')).map(({ name }) => name).sort();
    for (const name of names) if (!isDirectory(process.stat(`${path}/${name}`).mode)) addFile(`${path}/${name}`, percent);
    return names.length;
  };
  for (const { name, percent } of chosen.length ? chosen : [{ name: folder, percent: undefined }]) {
    const path = name === 'all' ? folder : process.exists(name) && name.includes('/') ? name : process.exists(`${folder}/${name}`) && name !== '' ? `${folder}/${name}` : name;
    try {
      if (isDirectory(process.stat(path).mode)) addFolder(path, percent);
      else addFile(path, percent);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  return files;
}

function list(tool: Tool, files: readonly CookieFile[]): void {
  const total = files.reduce((sum, file) => sum + file.cookies.length, 0);
  const folders = new Set(files.map((file) => file.path.slice(0, file.path.lastIndexOf('/'))));
  for (const path of folders) {
    const own = files.filter((file) => file.path.startsWith(`${path}/`));
    tool.out.write(`${((own.reduce((sum, file) => sum + file.cookies.length, 0) / total) * 100).toFixed(2).padStart(5)}% ${path}\n`);
    for (const file of own) tool.out.write(`    ${((file.cookies.length / total) * 100).toFixed(2).padStart(5)}% ${file.name}\n`);
  }
}

async function search(tool: Tool, files: readonly CookieFile[], pattern: RegExp): Promise<number> {
  let found = false;
  for (const file of files) {
    const matches = file.cookies.filter((cookie) => pattern.test(cookie));
    if (matches.length === 0) continue;
    found = true;
    await tool.errorText(`(${file.name})\n%\n`);
    tool.out.write(`${matches.join('%\n')}%\n`);
    await tool.out.flush();
  }
  return found ? 0 : 1;
}
