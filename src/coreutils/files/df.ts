import { isSystemError, type MountEntry } from '../../kernel/uapi/index.ts';
import { type Arguments, blockUnit, defineProgram, humanSize, quote, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  all: '-a --all  include pseudo, duplicate, inaccessible file systems',
  blockSize: '-B --block-size=  scale sizes by SIZE before printing them',
  human: '-h --human-readable  print sizes in powers of 1024',
  si: '-H --si  print sizes in powers of 1000',
  inodes: '-i --inodes  list inode information instead of block usage',
  kibibytes: '-k  like --block-size=1K',
  mebibytes: '-m  like --block-size=1M',
  local: '-l --local  limit listing to local file systems',
  noSync: '--no-sync',
  output: '--output[=]  use the output format defined by FIELD_LIST',
  portability: '-P --portability  use the POSIX output format',
  sync: '--sync',
  total: '--total  elide all entries insignificant to available space, and produce a grand total',
  type: '-t --type=  limit listing to file systems of type TYPE',
  printType: '-T --print-type  print file system type',
  excludeType: '-x --exclude-type=  limit listing to file systems not of type TYPE',
};
const pseudo = /^(proc|sysfs|devpts|cgroup2?|mqueue|securityfs|debugfs|tracefs|bpf|autofs|configfs|binfmt_misc|fusectl|hugetlbfs|pstore|nsfs)$/;

export const df = defineProgram({ name: 'df', usage: '[OPTION]... [FILE]...', summary: 'Show information about the file system on which each FILE resides, or all file systems by default.', options, run });

/** Sizes as busybox shows them: one digit after the point. */
function tenths(bytes: number): string {
  const units = ['', 'K', 'M', 'G', 'T', 'P'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return unit === 0 ? String(bytes) : `${value.toFixed(1)}${units[unit]}`;
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const mounts = process.mounts();
  let chosen: MountEntry[] = [];
  const named: string[] = [];
  let status = 0;
  if (args.operands.length) {
    for (const path of args.operands) {
      try {
        const real = process.realpath(path);
        const mount = mounts.filter(({ target }) => real === target || target === '/' || real.startsWith(`${target}/`)).reduce<MountEntry | undefined>((best, one) => (!best || one.target.length >= best.target.length ? one : best), undefined);
        if (mount) {
          chosen.push(mount);
          named.push(path);
        }
      } catch (error) {
        status = 1;
        await tool.error(tool.busybox ? `${path}: can't find mount point` : `${path}: ${reason(error)}`);
      }
    }
    if (chosen.length === 0) return status;
  } else chosen = mounts.filter((mount) => args.has('all') || !pseudo.test(mount.type));
  const types = args.values('type');
  chosen = chosen.filter((mount) => (types.length === 0 || types.includes(mount.type)) && !args.values('excludeType').includes(mount.type));
  const kind = args.last('human', 'si', 'kibibytes', 'mebibytes', 'blockSize', 'portability');
  if (chosen.length === 0) throw new UsageError('no file systems processed', false);
  const unitText = args.value('blockSize') ?? '1K';
  const block = blockUnit(unitText);
  if (!block) throw new UsageError(`invalid -B argument ${quote(unitText)}`, false);
  const fields = fieldsOf(args);
  const unit = kind === 'mebibytes' ? 1048576 : kind === 'blockSize' ? block.size : 1024;
  const size = (bytes: number): string => (kind === 'human' ? (tool.busybox ? tenths(bytes) : humanSize(bytes)) : kind === 'si' ? humanSize(bytes, 1000) : `${Math.ceil(bytes / unit)}${kind === 'blockSize' ? block.suffix : ''}`);
  const count = (files: number): string => (kind === 'human' && !tool.busybox ? humanSize(files) : kind === 'si' ? humanSize(files, 1000) : String(files));
  const people = kind === 'human' || kind === 'si';
  const sizeHeader = people ? 'Size' : kind === 'mebibytes' || kind === 'blockSize' ? `${unitText === '1K' ? '1M' : unitText.replace(/^(?=[A-Z])/, '1')}-blocks` : args.has('portability') ? '1024-blocks' : '1K-blocks';
  const headers: Record<Field, string> = {
    source: 'Filesystem', fstype: 'Type', size: sizeHeader, used: 'Used', avail: (people && !tool.busybox) || args.has('output') ? 'Avail' : 'Available', pcent: args.has('portability') ? 'Capacity' : 'Use%', itotal: 'Inodes', iused: 'IUsed', iavail: 'IFree', ipcent: 'IUse%', file: 'File', target: 'Mounted on',
  };
  const rows: string[][] = [fields.map((field) => headers[field])];
  const add = (source: string, type: string, target: string, file: string, fs: { total: number; free: number; files: number; freeFiles: number }): void => {
    const share = (free: number, total: number): string => (total === 0 ? '-' : `${Math.ceil(((total - free) / total) * 100)}%`);
    const cells: Record<Field, string> = {
      source, fstype: type, size: size(fs.total), used: size(fs.total - fs.free), avail: size(fs.free), pcent: share(fs.free, fs.total), itotal: count(fs.files), iused: count(fs.files - fs.freeFiles), iavail: count(fs.freeFiles), ipcent: share(fs.freeFiles, fs.files), file, target,
    };
    rows.push(fields.map((field) => cells[field]));
  };
  const totals = { total: 0, free: 0, files: 0, freeFiles: 0 };
  const seen = new Set<string>();
  for (const [index, mount] of chosen.entries()) {
    try {
      const fs = process.statfs(mount.target);
      const device = String(process.stat(mount.target).dev);
      if (!args.operands.length && !args.has('all')) {
        if (fs.total === 0 || (seen.has(device) && !tool.busybox)) continue;
        seen.add(device);
      }
      for (const key of ['total', 'free', 'files', 'freeFiles'] as const) totals[key] += fs[key];
      add(mount.source, mount.type, mount.target, named[index] ?? '-', fs);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (args.operands.length) await tool.error(`${mount.target}: ${reason(error)}`);
    }
  }
  if (args.has('total')) add(fields.includes('source') ? 'total' : '-', '-', fields.includes('source') ? '-' : 'total', '-', totals);
  const widths = fields.map((field, column) => Math.max(tool.busybox ? busyboxWidths[field] ?? 0 : leastWidths[field] ?? 0, ...rows.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of rows) {
    out.write(`${cells.map((cell, column) => {
      const width = widths[column] ?? 0;
      if (!leftFields.has(fields[column] ?? 'size')) return cell.padStart(width);
      return column === cells.length - 1 ? cell : cell.padEnd(width);
    }).join(' ')}\n`);
  }
  return status;
}

/** Columns of the table, by the names that --output has for them. */
type Field = 'source' | 'fstype' | 'itotal' | 'iused' | 'iavail' | 'ipcent' | 'size' | 'used' | 'avail' | 'pcent' | 'file' | 'target';

const allFields: readonly Field[] = ['source', 'fstype', 'itotal', 'iused', 'iavail', 'ipcent', 'size', 'used', 'avail', 'pcent', 'file', 'target'];
const leftFields: ReadonlySet<Field> = new Set(['source', 'fstype', 'file', 'target']);
const leastWidths: Partial<Record<Field, number>> = { source: 14, fstype: 4, itotal: 5, iused: 5, iavail: 5, ipcent: 4, size: 5, used: 5, avail: 5, pcent: 4 };
const busyboxWidths: Partial<Record<Field, number>> = { source: 20, fstype: 10, itotal: 9, iused: 9, iavail: 9, ipcent: 4, size: 9, used: 9, avail: 9, pcent: 4 };

function fieldsOf(args: Arguments<keyof typeof options>): Field[] {
  const numbers: Field[] = args.has('inodes') ? ['itotal', 'iused', 'iavail', 'ipcent'] : ['size', 'used', 'avail', 'pcent'];
  if (!args.has('output')) return ['source', ...(args.has('printType') ? ['fstype' as const] : []), ...numbers, 'target'];
  for (const [key, letter] of [['inodes', 'i'], ['portability', 'P'], ['printType', 'T']] as const) if (args.has(key)) throw new UsageError(`options -${letter} and --output are mutually exclusive`);
  const asked = args.values('output').flatMap((list) => list.split(','));
  for (const field of asked) if (!allFields.includes(field as Field)) throw new UsageError(`option --output: field ${quote(field)} unknown`);
  return asked.length > 0 ? (asked as Field[]) : [...allFields];
}
