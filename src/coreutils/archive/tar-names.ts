import type { TarEntry } from '../../base/index.ts';
import { localTime, modeString, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { matchGlob } from '../files/glob.ts';
import { parseScript } from '../sed/script.ts';
import { substitute } from '../sed/replace.ts';
import type { TarArguments } from './tar-options.ts';

/** Whether --exclude's pattern means a member: from any component on, with all below it. */
export function excluded(glob: string, path: string): boolean {
  const pattern = glob.replace(/\/$/, '');
  const parts = path.split('/');
  return parts.some((_, index) => matchGlob(pattern, parts.slice(index).join('/')) || matchGlob(pattern, parts.slice(0, index + 1).join('/')) || parts.slice(index).some((__, end) => matchGlob(pattern, parts.slice(index, index + end + 1).join('/'))));
}

/** Members by name: the operands, and which of them were met. */
export class Wanted {
  readonly #tool: Tool;
  readonly #names: readonly string[];
  readonly #globs: boolean;
  readonly #warn: boolean;
  readonly #found = new Set<string>();

  constructor(tool: Tool, args: TarArguments) {
    this.#tool = tool;
    this.#names = args.operands.map((name) => name.replace(/(?<=.)\/+$/, ''));
    this.#globs = args.last('wildcards', 'noWildcards') === 'wildcards';
    this.#warn = !args.has('wildcards') && !args.has('noWildcards');
  }

  has(path: string): boolean {
    if (this.#names.length === 0) return true;
    const match = this.#names.find((one) => path === one || path.startsWith(`${one}/`) || (this.#globs && matchGlob(one, path)));
    if (match !== undefined) this.#found.add(match);
    return match !== undefined;
  }

  /** Says which were not there; true when there were some. */
  async missing(): Promise<boolean> {
    const missing = this.#names.filter((name) => !this.#found.has(name));
    if (this.#warn && !this.#tool.busybox && missing.some((name) => /[*?[]/.test(name))) {
      await this.#tool.error('Pattern matching characters used in file names');
      await this.#tool.error('Use --wildcards to enable pattern matching, or --no-wildcards to suppress this warning');
    }
    for (const name of missing) await this.#tool.error(`${name}: Not found in archive`);
    return missing.length > 0;
  }
}

/** What --transform makes of names: sed's `s` commands, one after the other. */
export function transformer(args: TarArguments): (path: string) => string {
  const scripts = args.values('transform').map((text) => {
    try {
      const commands = parseScript([{ text, file: undefined }], false);
      if (commands.some(({ name, regex }) => name !== 's' || !regex)) throw new UsageError('Invalid transform expression', false);
      return commands;
    } catch (error) {
      if (error instanceof UsageError) throw new UsageError('Invalid transform expression', false);
      throw error;
    }
  });
  return (path) => scripts.flat().reduce((name, command) => (command.regex ? substitute(command, command.regex, name) ?? name : name), path);
}

/** A line of `tar tv`. `width` remembers how wide owner and size have been. */
export function longLine(tool: Tool, entry: TarEntry, args: TarArguments, width: { value: number }): string {
  const numeric = args.has('numeric');
  const letter = { file: '-', directory: 'd', symlink: 'l', hardlink: 'h', character: 'c', block: 'b', fifo: 'p' }[entry.type];
  const owner = `${numeric || entry.uname === '' ? entry.uid : entry.uname}/${numeric || entry.gname === '' ? entry.gid : entry.gname}`;
  const size = entry.type === 'character' || entry.type === 'block' ? `${entry.devMajor},${entry.devMinor}` : String(entry.size);
  width.value = Math.max(width.value, owner.length + 1 + size.length);
  const link = entry.type === 'symlink' ? ` -> ${entry.linkPath}` : entry.type === 'hardlink' ? ` link to ${entry.linkPath}` : '';
  const time = strftime(args.has('fullTime') ? '%Y-%m-%d %H:%M:%S' : '%Y-%m-%d %H:%M', localTime(entry.mtime, timeZoneOf(tool.process)));
  return `${letter}${modeString(entry.mode).slice(1)} ${owner} ${size.padStart(width.value - owner.length - 1)} ${time} ${entry.path}${entry.type === 'directory' ? '/' : ''}${link}\n`;
}

/** Says once that `/` or `../` at a name's start is left out, and leaves it out. */
export class Prefixes {
  readonly #tool: Tool;
  readonly #keep: boolean;
  readonly #said = new Set<string>();

  constructor(tool: Tool, args: TarArguments) {
    this.#tool = tool;
    this.#keep = args.has('absolute');
  }

  async strip(path: string): Promise<string> {
    if (this.#keep) return path;
    const prefix = /^(?:.*(?<=^|\/)\.\.(?:\/|$)|\/+)/.exec(path)?.[0] ?? '';
    if (prefix === '') return path;
    if (!this.#said.has(prefix)) await this.#tool.error(`Removing leading \`${/^\/+$/.test(prefix) ? '/' : prefix}' from member names`);
    this.#said.add(prefix);
    return path.slice(prefix.length) || '.';
  }
}

/** A number of components for --strip-components. */
export function stripCount(args: TarArguments): number {
  const text = args.value('strip') ?? '0';
  if (!/^\d+$/.test(text)) throw new UsageError(`${text}: Invalid number of elements`);
  return Number(text);
}

/** Changes to a folder that -C names. */
export function changeTo(tool: Tool, folder: string, reasonOf: (error: unknown) => string): void {
  try {
    tool.process.chdir(folder);
  } catch (error) {
    throw new UsageError(`${folder}: Cannot open: ${reasonOf(error)}\n${tool.name}: Error is not recoverable: exiting now`, false);
  }
}
