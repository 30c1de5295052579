import { isSystemError } from '../../kernel/uapi/index.ts';
import { dirName, epochOf, joinPath, localTime, rawProgram, strftime, timeZoneOf, type Tool } from '../program/index.ts';
import { matchGlob } from '../files/glob.ts';
import { readZip, unpackEntry, type ZipEntry, ZipError } from './zip-file.ts';

interface Wishes {
  list: boolean;
  namesOnly: boolean;
  pipe: boolean;
  test: boolean;
  overwrite: 'ask' | 'always' | 'never';
  quiet: number;
  junk: boolean;
  folder: string | undefined;
  exclude: string[];
  names: string[];
}

function parse(words: readonly string[]): Wishes {
  const wishes: Wishes = { list: false, namesOnly: false, pipe: false, test: false, overwrite: 'ask', quiet: 0, junk: false, folder: undefined, exclude: [], names: [] };
  const rest = [...words];
  let excluding = false;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-Z1' || word === '-Z') wishes.namesOnly = true;
    else if (word.startsWith('-') && word.length > 1) {
      for (const [index, letter] of [...word.slice(1)].entries()) {
        if (letter === 'l' || letter === 'v') wishes.list = true;
        else if (letter === 'p' || letter === 'c') wishes.pipe = true;
        else if (letter === 't') wishes.test = true;
        else if (letter === 'o') wishes.overwrite = 'always';
        else if (letter === 'n') wishes.overwrite = 'never';
        else if (letter === 'q') wishes.quiet++;
        else if (letter === 'j') wishes.junk = true;
        else if (letter === 'x') excluding = true;
        else if (letter === 'd') {
          wishes.folder = word.slice(index + 2) || rest.shift();
          break;
        }
      }
    } else (excluding ? wishes.exclude : wishes.names).push(word);
  }
  return wishes;
}

export const unzip = rawProgram('unzip', async (tool, words) => {
  const { process, out } = tool;
  const wishes = parse(words);
  const [given, ...wanted] = wishes.names;
  if (given === undefined) {
    out.write('UnZip 6.00 of 20 April 2009, by Debian. Original by Info-ZIP.\n\nUsage: unzip [-Z] [-opts[modifiers]] file[.zip] [list] [-x xlist] [-d exdir]\n');
    return 0;
  }
  const archive = process.exists(given) ? given : `${given}.zip`;
  if (!process.exists(archive)) {
    await tool.errorText(`unzip:  cannot find or open ${given}, ${given}.zip or ${given}.ZIP.\n`);
    return 9;
  }
  let entries: ZipEntry[];
  try {
    entries = readZip(process.readFile(archive));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    if (!wishes.quiet) out.write(`Archive:  ${archive}\n`);
    await out.flush();
    await tool.errorText(`  End-of-central-directory signature not found.  Either this file is not\n  a zipfile, or it constitutes one disk of a multi-part archive.  In the\n  latter case the central directory and zipfile comment will be found on\n  the last disk(s) of this archive.\nunzip:  cannot find zipfile directory in one of ${archive} or\n        ${archive}.zip, and cannot find ${archive}.ZIP, period.\n`);
    return 9;
  }
  const chosen = entries.filter((entry) => (wanted.length === 0 || wanted.some((pattern) => matchGlob(pattern, entry.name))) && !wishes.exclude.some((pattern) => matchGlob(pattern, entry.name)));
  if (wishes.namesOnly) {
    for (const entry of chosen) out.write(`${entry.name}\n`);
    return 0;
  }
  if (!wishes.quiet && !wishes.pipe) out.write(`Archive:  ${archive}\n`);
  if (wishes.list) {
    list(tool, chosen);
    return 0;
  }
  let status = 0;
  for (const entry of chosen) status = Math.max(status, await extract(tool, wishes, entry));
  await out.flush();
  for (const pattern of wanted) if (!entries.some((entry) => matchGlob(pattern, entry.name))) {
    await tool.errorText(`caution: filename not matched:  ${pattern}\n`);
    status = 11;
  }
  if (wishes.test) out.write(status === 0 ? `No errors detected in compressed data of ${archive}.\n` : `At least one error was detected in ${archive}.\n`);
  return status;
});

function list({ out }: Tool, entries: readonly ZipEntry[]): void {
  out.write('  Length      Date    Time    Name\n---------  ---------- -----   ----\n');
  for (const entry of entries) out.write(`${String(entry.size).padStart(9)}  ${strftime('%Y-%m-%d %H:%M', localTime(entry.time, 'UTC'))}   ${entry.name}\n`);
  out.write(`---------                     -------\n${String(entries.reduce((sum, entry) => sum + entry.size, 0)).padStart(9)}                     ${entries.length} file${entries.length === 1 ? '' : 's'}\n`);
}

function makeFolders(tool: Tool, path: string): void {
  if (path === '.' || path === '/' || path === '' || tool.process.exists(path)) return;
  makeFolders(tool, dirName(path));
  tool.process.mkdir(path);
}

async function extract(tool: Tool, wishes: Wishes, entry: ZipEntry): Promise<number> {
  const { process, out } = tool;
  let bytes: Uint8Array;
  try {
    bytes = unpackEntry(entry);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    out.write(`    testing: ${entry.name.padEnd(22)}   ${error.message}\n`);
    return 2;
  }
  const folder = entry.name.endsWith('/');
  if (wishes.pipe) {
    out.write(bytes);
    return 0;
  }
  if (wishes.test) {
    out.write(`    testing: ${entry.name.padEnd(22)}   OK\n`);
    return 0;
  }
  const inner = entry.name.split('/').filter((part) => part !== '..' && part !== '').join('/');
  const name = wishes.junk ? inner.slice(inner.lastIndexOf('/') + 1) : inner;
  const path = wishes.folder === undefined ? name : joinPath(wishes.folder, name);
  if (folder) {
    if (wishes.junk || process.exists(path)) return 0;
    makeFolders(tool, path);
    if (!wishes.quiet) out.write(`   creating: ${path}/\n`);
    return 0;
  }
  if (process.exists(path) && wishes.overwrite === 'never') return 0;
  if (process.exists(path) && wishes.overwrite === 'ask') {
    await out.flush();
    await tool.errorText(`replace ${path}? [y]es, [n]o, [A]ll, [N]one, [r]ename: `);
    const answer = new TextDecoder().decode(await process.read(0)).trim();
    if (answer === '') {
      await tool.errorText(' NULL\n(EOF or read error, treating as "[N]one" ...)\n');
      wishes.overwrite = 'never';
      return 0;
    }
    if (answer === 'A') wishes.overwrite = 'always';
    else if (answer === 'N') wishes.overwrite = 'never';
    if (!/^[yA]/.test(answer)) return 0;
  }
  makeFolders(tool, dirName(path));
  try {
    process.writeFile(path, bytes);
    if (entry.mode & 0o777) process.chmod(path, entry.mode & 0o777);
    const time = localTime(entry.time, 'UTC');
    const moment = epochOf(time.year, time.month, time.day, time.hour, time.minute, time.second, timeZoneOf(process));
    process.utimes(path, moment, moment);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`error:  cannot create ${path}\n        ${error.message}\n`);
    return 50;
  }
  if (!wishes.quiet) out.write(`${entry.stored ? ' extracting' : '  inflating'}: ${path.padEnd(22)}  \n`);
  return 0;
}
