import { type Arguments, defineProgram, humanSize, IdNames, isDirectory, isSymlink, joinPath, localTime, modeString, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { matchGlob } from './glob.ts';
import { Colors } from './ls-colors.ts';

const options = {
  all: '-a  All files are listed.',
  directories: '-d  List directories only.',
  fullPath: '-f  Print the full path prefix for each file.',
  level: '-L=  Descend only level directories deep.',
  pattern: '-P=  List only those files that match the pattern given.',
  ignore: '-I=  Do not list files that match the given pattern.',
  noReport: '--noreport  Turn off file/directory count at end of tree listing.',
  permissions: '-p  Print the protections for each file.',
  size: '-s  Print the size in bytes of each file.',
  human: '-h  Print the size in a more human readable way.',
  user: '-u  Displays file owner or UID number.',
  group: '-g  Displays file group owner or GID number.',
  date: '-D  Print the date of last modification.',
  json: '-J  Prints out an JSON representation of the tree.',
  reverse: '-r  Reverse the order of the sort.',
  byTime: '-t  Sort files by last modification time.',
  unsorted: '-U  Leave files unsorted.',
  version: '-v  Sort files alphanumerically by version.',
  prune: '--prune  Prune empty directories from the output.',
  output: '-o=  Output to file instead of stdout.',
  literal: '-N  Print non-printable characters as is.',
  quoted: '-Q  Quote filenames with double quotes.',
  follow: '-l  Follow symbolic links like directories.',
  oneFileSystem: '-x  Stay on current filesystem only.',
  filesFirst: '--filesfirst  List files before directories.',
  classify: '-F  Appends \'/\', \'=\', \'*\', \'@\' or \'|\'.',
  noIndent: '-i  Don\'t print indentation lines.',
  noColor: '-n  Turn colorization off always.',
  color: '-C  Turn colorization on always.',
  directoriesFirst: '--dirsfirst  List directories before files.',
};

export const tree = defineProgram({ name: 'tree', usage: '[-adfiFpshnC] [-L level] [-P pattern] [-I pattern] [<directory list>]', version: 'v2.2.1', options, run, prepare });

/** Mistakes in the words of tree, which reads its options itself. */
function prepare(words: string[]): string[] {
  const letters = new Set(Object.values(options).flatMap((line) => (/^-(\w)/.exec(line)?.[1] ?? '').split('')));
  for (const [index, word] of words.entries()) {
    const [, bundle] = /^-([a-zA-Z]+)$/.exec(word) ?? [];
    if (word === '--') break;
    const takes = /[LPIo]/.exec(bundle ?? '');
    const stray = [...(bundle ?? '')].find((letter) => !letters.has(letter));
    if (stray !== undefined && (!takes || (bundle ?? '').indexOf(stray) < takes.index)) throw new UsageError(`Invalid argument -\`${stray}'.`, false);
    if (takes && words[index + 1] === undefined) throw new UsageError(`Missing argument to -${takes[0]} option.`, false);
    if (/^--[a-z]/.test(word) && !/^--(noreport|dirsfirst|filesfirst|prune|help|version)$/.test(word)) throw new UsageError(`Invalid argument \`${word}'.`, false);
  }
  return words;
}

interface Node {
  name: string;
  path: string;
  stat: Stat;
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const level = args.value('level');
  if (level !== undefined && !(Number(level) > 0)) throw new UsageError('Invalid level, must be greater than 0.', false);
  return await new Drawing(tool, args).run(args.operands.length ? args.operands : ['.']);
}

/** One run of tree: draws, and counts what it drew. */
class Drawing {
  readonly #tool: Tool;
  readonly #args: Arguments<keyof typeof options>;
  readonly #counts = { directories: 0, files: 0 };
  readonly #lines: readonly [string, string, string];
  readonly #colors: Colors | undefined;
  readonly #names: IdNames;
  readonly #limit: number;
  #text = '';

  constructor(tool: Tool, args: Arguments<keyof typeof options>) {
    const { env } = tool.process;
    this.#tool = tool;
    this.#args = args;
    this.#names = new IdNames(tool.process);
    this.#limit = Number(args.value('level') ?? Infinity);
    const utf8 = /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
    this.#lines = utf8 ? ['│\u00a0\u00a0 ', '├── ', '└── '] : ['|   ', '|-- ', '`-- '];
    this.#colors = args.has('color') || (tool.process.isatty(1) && !args.has('noColor')) ? new Colors(env['LS_COLORS']) : undefined;
  }

  async run(operands: readonly string[]): Promise<number> {
    const { process, out } = this.#tool;
    const args = this.#args;
    const json = args.has('json');
    let status = 0;
    if (json) this.#text += '[\n';
    for (const [index, folder] of operands.entries()) {
      const stat = this.#statOf(folder);
      if (!stat || !isDirectory(stat.mode)) {
        this.#text += json ? `  {"type":"file","name":${JSON.stringify(folder)},"contents":[{"error": "error opening dir"}\n  ]}${index === operands.length - 1 ? '' : ','}\n` : `${stat ? this.#facts(stat) : ''}${folder}  [error opening dir]\n`;
        if (stat) this.#counts.files++;
        else status = 2;
        continue;
      }
      const node = { name: folder, path: folder, stat };
      if (json) await this.#describe(node, '  ', 1, index === operands.length - 1);
      else {
        this.#text += `${this.#facts(stat)}${this.#shown(node, folder)}\n`;
        const before = this.#counts.directories + this.#counts.files;
        await this.#draw(node, '', 1);
        // An empty one at the top does not count itself.
        if (this.#counts.directories + this.#counts.files > before) this.#counts.directories++;
      }
    }
    const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
    const { directories, files } = this.#counts;
    if (json) this.#text += args.has('noReport') ? ']\n' : `,\n  {"type":"report","directories":${directories}${args.has('directories') ? '' : `,"files":${files}`}}\n]\n`;
    else if (!args.has('noReport')) this.#text += `\n${plural(directories, 'directory', 'directories')}${args.has('directories') ? '' : `, ${plural(files, 'file', 'files')}`}\n`;
    const target = args.value('output');
    if (target === undefined) out.write(this.#text);
    else process.writeFile(target, this.#text);
    return status;
  }

  #statOf(path: string): Stat | undefined {
    try {
      return this.#tool.process.stat(path);
    } catch (error) {
      if (isSystemError(error)) return undefined;
      throw error;
    }
  }

  /** What stands in brackets before a name. */
  #facts(stat: Stat): string {
    const args = this.#args;
    const facts = [
      args.has('permissions') ? modeString(stat.mode) : '', args.has('user') ? this.#names.user(stat.uid).padEnd(8) : '', args.has('group') ? this.#names.group(stat.gid).padEnd(8) : '',
      args.has('human') ? humanSize(stat.size).padStart(4) : args.has('size') ? String(stat.size).padStart(11) : '', args.has('date') ? strftime('%b %e %H:%M', localTime(stat.mtime, timeZoneOf(this.#tool.process))) : '',
    ].filter(Boolean);
    return facts.length > 0 ? `[${facts.join(' ')}]  ` : '';
  }

  #shown({ path, stat }: Node, name: string): string {
    const args = this.#args;
    const code = this.#colors?.of(name, stat.mode);
    const quoted = args.has('quoted') ? JSON.stringify(name) : name;
    const link = isSymlink(stat.mode) ? ` -> ${this.#tool.process.readlink(path)}` : '';
    const mark = args.has('classify') ? (isDirectory(stat.mode) ? '/' : stat.mode & 0o111 && link === '' ? '*' : '') : '';
    return `${code === undefined ? quoted : `\x1b[${code}m${quoted}\x1b[0m`}${mark}${link}`;
  }

  /** What a folder holds, as the options choose and order it. */
  #entries(folder: string): Node[] {
    const { process } = this.#tool;
    const args = this.#args;
    const matches = (globs: readonly string[], name: string): boolean => globs.some((glob) => glob.split('|').some((one) => matchGlob(one, name)));
    const isFolder = ({ stat }: Node): boolean => isDirectory(stat.mode);
    const entries = process.readdir(folder).map(({ name }): Node => ({ name, path: joinPath(folder, name), stat: process.lstat(joinPath(folder, name)) })).filter((entry) => (args.has('all') || !entry.name.startsWith('.'))
      && (!args.has('directories') || isFolder(entry)) && !matches(args.values('ignore'), entry.name) && (isFolder(entry) || args.values('pattern').length === 0 || matches(args.values('pattern'), entry.name)))
      .filter((entry) => !args.has('prune') || !isFolder(entry) || this.#entries(entry.path).length > 0);
    if (args.has('unsorted')) return entries;
    const group = args.has('directoriesFirst') ? 1 : args.has('filesFirst') ? -1 : 0;
    const order = (a: Node, b: Node): number => (args.has('byTime') ? a.stat.mtime - b.stat.mtime : 0) || (args.has('version') ? a.name.localeCompare(b.name, 'en', { numeric: true }) : 0) || (a.name < b.name ? -1 : 1);
    return entries.sort((a, b) => (Number(isFolder(b)) - Number(isFolder(a))) * group || order(a, b) * (args.has('reverse') ? -1 : 1));
  }

  async #draw(folder: Node, indent: string, depth: number): Promise<void> {
    if (depth > this.#limit) return;
    const args = this.#args;
    const [bar, tee, corner] = this.#lines;
    const entries = this.#entries(folder.path);
    for (const [index, entry] of entries.entries()) {
      const last = index === entries.length - 1;
      this.#text += `${args.has('noIndent') ? '' : indent + (last ? corner : tee)}${this.#facts(entry.stat)}${this.#shown(entry, args.has('fullPath') ? entry.path : entry.name)}\n`;
      await this.#tool.process.checkpoint();
      if (isDirectory(entry.stat.mode)) {
        this.#counts.directories++;
        await this.#draw(entry, indent + (last ? '    ' : bar), depth + 1);
      } else this.#counts.files++;
    }
  }

  async #describe({ name, path, stat }: Node, indent: string, depth: number, last: boolean): Promise<void> {
    const kind = isDirectory(stat.mode) ? 'directory' : isSymlink(stat.mode) ? 'link' : 'file';
    this.#text += `${indent}{"type":"${kind}","name":${JSON.stringify(this.#args.has('fullPath') ? path : name)}`;
    if (kind === 'link') this.#text += `,"target":${JSON.stringify(this.#tool.process.readlink(path))}`;
    if (kind === 'directory') this.#counts.directories++;
    else this.#counts.files++;
    const entries = kind === 'directory' && depth <= this.#limit ? this.#entries(path) : [];
    if (entries.length > 0) {
      this.#text += ',"contents":[\n';
      for (const [index, entry] of entries.entries()) await this.#describe(entry, `${indent}  `, depth + 1, index === entries.length - 1);
      this.#text += `${indent}]`;
    }
    this.#text += `}${last ? '' : ','}\n`;
    await this.#tool.process.checkpoint();
  }
}
