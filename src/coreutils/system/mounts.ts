import { fileType, fileTypeMask, type MountEntry, type Process } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, humanSize, reason, type Tool, UsageError } from '../program/index.ts';

export const mountpoint = defineProgram({
  name: 'mountpoint', usage: '[-qd] /path/to/directory', options: { device: '-d --fs-devno', quiet: '-q --quiet  quiet mode', nofollow: '--nofollow', deviceOf: '-x --devno' }, version: 'from util-linux 2.41', run: async (tool, args) => {
    const [path, extra] = args.operands;
    if (path === undefined || extra !== undefined) throw new UsageError('bad usage');
    const { process } = tool;
    let real: string;
    try {
      real = process.realpath(path);
    } catch (error) {
      if (!args.has('quiet')) await tool.error(`${path}: ${reason(error)}`);
      return 1;
    }
    const found = (process.stat(real).mode & fileTypeMask) === fileType.directory && process.mounts().some((mount) => mount.target === real);
    if (args.has('device') && found) tool.out.write(`0:${process.stat(real).dev}\n`);
    else if (!args.has('quiet')) tool.out.write(tool.busybox ? `${path} is ${found ? '' : 'not '}a mount point\n` : `${path} is ${found ? '' : 'not '}a mountpoint\n`);
    return found ? 0 : tool.busybox ? 1 : 32;
  },
});

const findOptions = { all: '-A --all', ascii: '-a --ascii', bytes: '-b --bytes', df: '-D --df', first: '-f --first-only', json: '-J --json', list: '-l --list  use list format output', mountpoint: '-M --mountpoint=', noHeadings: '-n --noheadings  don\'t print column headings', noTruncate: '-u --notruncate', options: '-O --options=', output: '-o --output=  output columns', pairs: '-P --pairs', raw: '-r --raw', real: '--real', submounts: '-R --submounts', source: '-S --source=', target: '-T --target=', types: '-t --types=', noFsroot: '-v --nofsroot', fstab: '-s --fstab', kernel: '-k --kernel', evaluate: '-e --evaluate', uniq: '-U --uniq' };

export const findmnt = defineProgram({ name: 'findmnt', usage: '[options] [<device> | <mountpoint>]', summary: 'Find a (mounted) filesystem.', options: findOptions, version: 'from util-linux 2.41', run: runFindmnt });

/** The mount that a path is on. */
function mountOf(process: Process, path: string): MountEntry | undefined {
  const real = process.exists(path) ? process.realpath(path) : path;
  return process.mounts().filter((mount) => real === mount.target || real.startsWith(mount.target === '/' ? '/' : `${mount.target}/`)).sort((a, b) => a.target.length - b.target.length).at(-1);
}

function runFindmnt(tool: Tool, args: Arguments<keyof typeof findOptions>): number {
  const { process, out } = tool;
  const all = process.mounts();
  const types = args.value('types')?.split(',');
  const [wanted, second] = args.operands;
  const under = args.value('target');
  let chosen = all.filter((mount) => !types || types.includes(mount.type));
  if (under !== undefined) chosen = [mountOf(process, under)].filter((mount) => mount !== undefined);
  if (args.has('mountpoint')) chosen = chosen.filter((mount) => mount.target === args.value('mountpoint'));
  if (args.has('source')) chosen = chosen.filter((mount) => mount.source === args.value('source'));
  if (wanted !== undefined) {
    const path = process.exists(wanted) ? process.realpath(wanted) : wanted;
    const exact = chosen.filter((mount) => (second === undefined ? mount.target === path || mount.source === wanted : mount.source === wanted && mount.target === second));
    chosen = args.has('submounts') ? chosen.filter((mount) => mount.target === path || mount.target.startsWith(`${path}/`)) : exact;
  }
  if (args.has('real')) chosen = chosen.filter((mount) => mount.source.startsWith('/'));
  if (chosen.length === 0) return 1;
  const tree = wanted === undefined && under === undefined && !args.has('list') && !types && !args.has('raw') && !args.has('pairs') && !args.has('source') && !args.has('json');
  const columns = (args.value('output') ?? (args.has('df') ? 'SOURCE,FSTYPE,SIZE,USED,AVAIL,USE%,TARGET' : 'TARGET,SOURCE,FSTYPE,OPTIONS')).toUpperCase().split(',');
  const parentOf = (mount: MountEntry): MountEntry | undefined => all.filter((other) => other !== mount && (other.target === '/' || mount.target.startsWith(`${other.target}/`)) && other.target.length < mount.target.length).sort((a, b) => a.target.length - b.target.length).at(-1);
  const size = (bytes: number): string => (args.has('bytes') ? String(bytes) : humanSize(bytes));
  const value = (mount: MountEntry, column: string): string => {
    const fs = (): { total: number; free: number } => process.statfs(mount.target);
    switch (column) {
      case 'TARGET': return mount.target;
      case 'SOURCE': return mount.source;
      case 'FSTYPE': return mount.type;
      case 'OPTIONS': return mount.options;
      case 'SIZE': return size(fs().total);
      case 'AVAIL': return size(fs().free);
      case 'USED': return size(fs().total - fs().free);
      case 'USE%': return fs().total ? `${Math.ceil((1 - fs().free / fs().total) * 100)}%` : '-';
      case 'FSROOT': return '/';
      case 'PROPAGATION': return 'private';
      default: throw new UsageError(`unknown column: ${column}`, false);
    }
  };
  const rows: string[][] = [];
  if (tree) {
    const walk = (mount: MountEntry, lead: string, mark: string): void => {
      rows.push(columns.map((column) => (column === 'TARGET' ? `${lead}${mark}${mount.target}` : value(mount, column))));
      const children = chosen.filter((child) => parentOf(child) === mount);
      const utf8 = !args.has('ascii') && /UTF-?8/i.test(process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '');
      children.forEach((child, index) => walk(child, lead + (mark === '' ? '' : mark === '├─' ? '│ ' : mark === '|-' ? '| ' : '  '), index === children.length - 1 ? (utf8 ? '└─' : '`-') : utf8 ? '├─' : '|-'));
    };
    for (const mount of chosen.filter((one) => parentOf(one) === undefined)) walk(mount, '', '');
  } else for (const mount of args.has('first') ? chosen.slice(0, 1) : chosen) rows.push(columns.map((column) => value(mount, column)));
  if (args.has('json')) {
    out.write(`{\n   "filesystems": [\n${rows.map((row) => `      {\n${row.map((cell, index) => `         ${JSON.stringify((columns[index] ?? '').toLowerCase())}: ${JSON.stringify(cell)}`).join(',\n')}\n      }`).join(',')}\n   ]\n}\n`);
    return 0;
  }
  if (args.has('pairs')) {
    for (const row of rows) out.write(`${row.map((cell, index) => `${columns[index]}="${cell}"`).join(' ')}\n`);
    return 0;
  }
  printTable(out, args.has('noHeadings') ? rows : [columns, ...rows], args.has('raw'));
  return 0;
}

function printTable(out: { write(text: string): boolean }, rows: readonly string[][], raw: boolean): void {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => [...row[index] ?? ''].length)));
  for (const row of rows) out.write(`${row.map((cell, index) => (raw || index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - [...cell].length))).join(' ')}\n`);
}

const blockOptions = { all: '-a --all', bytes: '-b --bytes', fs: '-f --fs', list: '-l --list', noHeadings: '-n --noheadings', output: '-o --output=', paths: '-p --paths', json: '-J --json', ascii: '-i --ascii', nodeps: '-d --nodeps', tree: '-T --tree[=]' };

export const lsblk = defineProgram({
  name: 'lsblk', usage: '[options] [<device> ...]', summary: 'List information about block devices.', options: blockOptions, version: 'from util-linux 2.41', run: (tool, args) => {
    const { process, out } = tool;
    const columns = (args.value('output') ?? (args.has('fs') ? 'NAME,FSTYPE,FSVER,LABEL,UUID,FSAVAIL,FSUSE%,MOUNTPOINTS' : 'NAME,MAJ:MIN,RM,SIZE,RO,TYPE,MOUNTPOINTS')).toUpperCase().split(',');
    for (const column of columns) if (!blockColumns.has(column)) throw new UsageError(`unknown column: ${column}`, false);
    const disks = process.mounts().filter((mount) => /^\/dev\/sd/.test(mount.source)).map((mount) => ({ ...mount, name: mount.source.slice(5) }));
    const rows: string[][] = [];
    for (const disk of [...new Set(disks.map(({ name }) => name.replace(/\d+$/, '')))].sort()) {
      const parts = [...new Set(disks.filter(({ name }) => name.startsWith(disk)).map(({ name }) => name))].sort();
      const major = 8;
      const minor = (disk.charCodeAt(2) - 97) * 16;
      const sizeOf = (name: string): number => process.statfs(disks.find((one) => one.name === name)?.target ?? '/').total;
      const size = (bytes: number): string => (args.has('bytes') ? String(bytes) : humanSize(bytes));
      if (args.operands.length > 0 && !args.operands.some((operand) => operand.replace('/dev/', '').startsWith(disk))) continue;
      const cells = (label: string, number: number, bytes: number, type: string, targets: string[], fstype: string): void => {
        const all: Record<string, string> = { NAME: args.has('paths') ? label.replace(/(?=\w)/, '/dev/') : label, 'MAJ:MIN': `  ${major}:${number}`, RM: ' 0', SIZE: size(bytes), RO: ' 0', TYPE: type, MOUNTPOINTS: targets[0] ?? '', MOUNTPOINT: targets[0] ?? '', FSTYPE: fstype, KNAME: `${args.has('paths') ? '/dev/' : ''}${label.replace(/^\W+/, '')}`, UUID: '', LABEL: '', FSVER: fstype ? '1.0' : '', FSAVAIL: targets[0] ? humanSize(process.statfs(targets[0]).free) : '', 'FSUSE%': '' };
        rows.push(columns.map((column) => all[column] ?? ''));
      };
      cells(disk, minor, parts.reduce((sum, part) => sum + sizeOf(part), 0), 'disk', [], '');
      if (!args.has('nodeps')) parts.forEach((part, index) => cells(`${args.has('list') ? '' : index === parts.length - 1 ? '└─' : '├─'}${part}`, minor + Number(part.slice(3)), sizeOf(part), 'part', disks.filter(({ name }) => name === part).map(({ target }) => target), 'ext4'));
    }
    if (rows.length === 0) throw new UsageError(`${args.operands[0] ?? ''}: not a block device`, false, 32);
    printColumns(out, args.has('noHeadings') ? rows : [columns, ...rows]);
    return 0;

    function printColumns(target: { write(text: string): boolean }, lines: string[][]): void {
      const widths = (lines[0] ?? []).map((_, index) => Math.max(...lines.map((row) => [...row[index] ?? ''].length)));
      for (const row of lines) target.write(`${row.map((cell, index) => (columns[index] === 'SIZE' ? cell.padStart(widths[index] ?? 0) : index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - [...cell].length))).join(' ').trimEnd()}\n`);
    }
  },
});

/** The columns of lsblk that are known here. */
const blockColumns: ReadonlySet<string> = new Set(['NAME', 'KNAME', 'MAJ:MIN', 'RM', 'SIZE', 'RO', 'TYPE', 'MOUNTPOINT', 'MOUNTPOINTS', 'FSTYPE', 'UUID', 'LABEL', 'FSVER', 'FSAVAIL', 'FSUSE%']);
