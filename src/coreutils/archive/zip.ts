import { fileType } from '../../kernel/uapi/index.ts';
import { baseName, isDirectory, isSymlink, joinPath, localTime, rawProgram, reason, timeZoneOf, type Tool } from '../program/index.ts';
import { matchGlob } from '../files/glob.ts';
import { packEntry, readZip, writeZip, type ZipEntry } from './zip-file.ts';

interface Wishes {
  recursive: boolean;
  quiet: boolean;
  junk: boolean;
  move: boolean;
  update: boolean;
  remove: boolean;
  symlinks: boolean;
  noDirectories: boolean;
  level: number;
  exclude: string[];
  names: string[];
}

function parse(words: readonly string[]): Wishes {
  const wishes: Wishes = { recursive: false, quiet: false, junk: false, move: false, update: false, remove: false, symlinks: false, noDirectories: false, level: 6, exclude: [], names: [] };
  let excluding = false;
  for (const word of words) {
    if (!word.startsWith('-') || word === '-') {
      (excluding ? wishes.exclude : wishes.names).push(word);
      continue;
    }
    excluding = false;
    if (word === '--exclude') excluding = true;
    for (const letter of word.startsWith('--') ? '' : word.slice(1)) {
      if (letter === 'r') wishes.recursive = true;
      else if (letter === 'q') wishes.quiet = true;
      else if (letter === 'j') wishes.junk = true;
      else if (letter === 'm') wishes.move = true;
      else if (letter === 'u' || letter === 'f') wishes.update = true;
      else if (letter === 'd') wishes.remove = true;
      else if (letter === 'y') wishes.symlinks = true;
      else if (letter === 'D') wishes.noDirectories = true;
      else if (letter === 'x') excluding = true;
      else if (/\d/.test(letter)) wishes.level = Number(letter);
    }
  }
  return wishes;
}

export const zip = rawProgram('zip', async (tool, words) => {
  const { process, out } = tool;
  const wishes = parse(words);
  const [given, ...operands] = wishes.names;
  if (given === undefined) {
    out.write("Copyright (c) 1990-2008 Info-ZIP - Type 'zip \"-L\"' for software license.\nZip 3.0 (July 5th 2008). Usage:\nzip [-options] [-b path] [-t mmddyyyy] [-n suffixes] [zipfile list] [-xi list]\n");
    return 0;
  }
  const archive = /\.[^/]*$/.test(baseName(given)) ? given : `${given}.zip`;
  const say = (line: string): void => {
    if (!wishes.quiet) out.write(`${line}\n`);
  };
  const old = process.exists(archive) ? readZip(process.readFile(archive)) : [];
  if (wishes.remove) {
    const gone = old.filter((entry) => operands.some((pattern) => matchGlob(pattern, entry.name)));
    for (const entry of gone) say(`deleting: ${entry.name}`);
    const rest = old.filter((entry) => !gone.includes(entry));
    if (rest.length === 0) process.unlink(archive);
    else process.writeFile(archive, writeZip(rest));
    return gone.length > 0 ? 0 : 12;
  }
  const found: string[] = [];
  let failed = false;
  const collect = (path: string): void => {
    if (isDirectory(process.lstat(path).mode)) {
      if (!wishes.noDirectories && !wishes.junk) found.push(`${path.replace(/\/+$/, '')}/`);
      if (wishes.recursive) for (const { name } of process.readdir(path)) collect(joinPath(path, name));
    } else found.push(path);
  };
  for (const operand of operands) {
    try {
      collect(operand);
    } catch {
      await out.flush();
      out.write(`\tzip warning: name not matched: ${operand}\n`);
      failed = true;
    }
  }
  const chosen = found.filter((path) => path !== archive && !wishes.exclude.some((pattern) => matchGlob(pattern, path.replace(/^\.?\//, ''))));
  if (chosen.length === 0) {
    out.write(`\nzip error: Nothing to do! (${archive})\n`);
    return 12;
  }
  const entries = [...old];
  for (const path of chosen) await addFile(tool, wishes, path, entries, say);
  process.writeFile(archive, writeZip(entries));
  if (wishes.move) for (const path of chosen.toReversed()) if (path.endsWith('/')) process.rmdir(path.slice(0, -1)); else process.unlink(path);
  return failed && found.length === 0 ? 12 : failed ? 18 : 0;
});

async function addFile(tool: Tool, wishes: Wishes, path: string, entries: ZipEntry[], say: (line: string) => void): Promise<void> {
  const { process } = tool;
  const name = wishes.junk ? baseName(path) : path.replace(/^(\.?\/)+/, '');
  if (name === '' || name === './') return;
  const stat = wishes.symlinks ? process.lstat(path) : process.stat(path);
  const local = localTime(stat.mtime, timeZoneOf(process));
  const time = Date.UTC(local.year, local.month, local.day, local.hour, local.minute, local.second);
  const at = entries.findIndex((entry) => entry.name === name);
  const before = entries[at];
  if (before && wishes.update && before.time >= Math.floor(time / 2000) * 2000) return;
  let bytes: Uint8Array;
  try {
    bytes = path.endsWith('/') ? new Uint8Array() : isSymlink(stat.mode) ? new TextEncoder().encode(process.readlink(path)) : process.readFile(path);
  } catch (error) {
    await tool.errorText(`\tzip warning: could not open for reading: ${path}\n`.replace(/\n$/, ` ${reason(error) ? '' : ''}\n`).replace(/ \n/, '\n'));
    return;
  }
  const entry = packEntry(name, bytes, stat.mode & (0o7777 | fileType.regular | fileType.directory | fileType.symlink), time, wishes.level);
  if (before) entries[at] = entry;
  else entries.push(entry);
  const saved = entry.stored || entry.size === 0 ? 0 : Math.round((1 - entry.packed.length / entry.size) * 100);
  say(`${before ? 'updating' : '  adding'}: ${name} (${entry.stored ? 'stored' : 'deflated'} ${saved}%)`);
  await process.checkpoint();
}
