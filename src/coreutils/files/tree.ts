import { type Arguments, defineProgram, humanSize, isDirectory, isSymlink, joinPath, modeString, type Tool } from '../program/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
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
  classify: '-F  Appends \'/\', \'=\', \'*\', \'@\' or \'|\'.',
  noIndent: '-i  Don\'t print indentation lines.',
  noColor: '-n  Turn colorization off always.',
  color: '-C  Turn colorization on always.',
  directoriesFirst: '--dirsfirst  List directories before files.',
};

export const tree = defineProgram({ name: 'tree', usage: '[-adfiFpshnC] [-L level] [-P pattern] [-I pattern] [<directory list>]', version: 'v2.2.1', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const counts = { directories: 0, files: 0 };
  const ascii = !/utf-?8/i.test(process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '');
  const [bar, tee, corner] = ascii ? ['|   ', '|-- ', '`-- '] : ['│\u00a0\u00a0 ', '├── ', '└── '];
  const colors = args.has('color') || (process.isatty(1) && !args.has('noColor')) ? new Colors(process.env['LS_COLORS']) : undefined;
  const paint = (text: string, mode: number): string => {
    const code = colors?.of(text, mode);
    return code === undefined ? text : `\x1b[${code}m${text}\x1b[0m`;
  };
  const limit = Number(args.value('level') ?? Infinity);
  let status = 0;
  const list = async (folder: string, indent: string, depth: number): Promise<void> => {
    if (depth > limit) return;
    let entries = process.readdir(folder).map(({ name }) => ({ name, stat: process.lstat(joinPath(folder, name)) }));
    const isFolder = (entry: { stat: { mode: number } }): boolean => isDirectory(entry.stat.mode);
    entries = entries.filter((entry) => (args.has('all') || !entry.name.startsWith('.')) && (!args.has('directories') || isFolder(entry))
      && !args.values('ignore').some((glob) => glob.split('|').some((one) => matchGlob(one, entry.name)))
      && (isFolder(entry) || args.values('pattern').length === 0 || args.values('pattern').some((glob) => glob.split('|').some((one) => matchGlob(one, entry.name)))));
    entries.sort((a, b) => (args.has('directoriesFirst') ? Number(isFolder(b)) - Number(isFolder(a)) : 0) || (a.name < b.name ? -1 : 1));
    for (const [index, { name, stat }] of entries.entries()) {
      const last = index === entries.length - 1;
      const path = joinPath(folder, name);
      const facts = [args.has('permissions') ? modeString(stat.mode) : '', args.has('human') ? humanSize(stat.size).padStart(4) : args.has('size') ? String(stat.size).padStart(11) : ''].filter(Boolean).join(' ');
      const link = isSymlink(stat.mode) ? ` -> ${process.readlink(path)}` : '';
      const mark = args.has('classify') ? (isDirectory(stat.mode) ? '/' : stat.mode & 0o111 && !link ? '*' : '') : '';
      out.write(`${args.has('noIndent') ? '' : indent + (last ? corner : tee)}${facts ? `[${facts}]  ` : ''}${paint(args.has('fullPath') ? path : name, stat.mode)}${mark}${link}\n`);
      if (isDirectory(stat.mode)) {
        counts.directories++;
        await list(path, indent + (last ? '    ' : bar), depth + 1);
      } else counts.files++;
      if (out.write('')) await out.flush();
    }
  };
  for (const folder of args.operands.length ? args.operands : ['.']) {
    try {
      const stat = process.stat(folder);
      if (!isDirectory(stat.mode)) {
        out.write(`${folder}  [error opening dir]\n`);
        status = 2;
        continue;
      }
      out.write(`${paint(folder, stat.mode)}\n`);
      counts.directories++;
      await list(folder, '', 1);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      out.write(`${folder}  [error opening dir]\n`);
      status = 2;
    }
  }
  const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  if (!args.has('noReport')) out.write(`\n${plural(counts.directories, 'directory', 'directories')}${args.has('directories') ? '' : `, ${plural(counts.files, 'file', 'files')}`}\n`);
  return status;
}
