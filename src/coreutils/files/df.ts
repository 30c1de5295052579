import { isSystemError, type MountEntry } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, humanSize, parseSize, reason, type Tool } from '../program/index.ts';

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
  let status = 0;
  if (args.operands.length) {
    for (const path of args.operands) {
      try {
        const real = process.realpath(path);
        const mount = mounts.filter(({ target }) => real === target || target === '/' || real.startsWith(`${target}/`)).reduce<MountEntry | undefined>((best, one) => (!best || one.target.length >= best.target.length ? one : best), undefined);
        if (mount) chosen.push(mount);
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
  const unitText = args.value('blockSize') ?? '1K';
  const unit = kind === 'mebibytes' ? 1048576 : kind === 'blockSize' ? parseSize(/^\d/.test(unitText) ? unitText : `1${unitText}`) ?? 1024 : 1024;
  const size = (bytes: number): string => (kind === 'human' ? (tool.busybox ? tenths(bytes) : humanSize(bytes)) : kind === 'si' ? humanSize(bytes, 1000) : String(Math.ceil(bytes / unit)));
  const header = kind === 'human' || kind === 'si' ? 'Size' : kind === 'mebibytes' || kind === 'blockSize' ? `${unitText === '1K' ? '1M' : unitText.replace(/^(?=[A-Z])/, '1')}-blocks` : args.has('portability') ? '1024-blocks' : '1K-blocks';
  const inodes = args.has('inodes');
  const rows: string[][] = [[
    'Filesystem', ...(args.has('printType') ? ['Type'] : []),
    ...(inodes ? ['Inodes', 'IUsed', 'IFree', 'IUse%'] : [header, 'Used', header === 'Size' && !tool.busybox ? 'Avail' : 'Available', args.has('portability') ? 'Capacity' : 'Use%']), 'Mounted on',
  ]];
  const totals = { total: 0, free: 0, files: 0, freeFiles: 0 };
  const row = (source: string, type: string, target: string, total: number, free: number): void => {
    const used = total - free;
    const show = (value: number): string => (inodes ? String(value) : size(value));
    rows.push([source, ...(args.has('printType') ? [type] : []), show(total), show(used), show(free), total === 0 ? '-' : `${Math.ceil((used / total) * 100)}%`, target]);
  };
  const seen = new Set<string>();
  for (const mount of chosen) {
    try {
      const fs = process.statfs(mount.target);
      const device = String(process.stat(mount.target).dev);
      if (!args.operands.length && !args.has('all')) {
        if (fs.total === 0 || (seen.has(device) && !tool.busybox)) continue;
        seen.add(device);
      }
      totals.total += fs.total;
      totals.free += fs.free;
      totals.files += fs.files;
      totals.freeFiles += fs.freeFiles;
      row(mount.source, mount.type, mount.target, inodes ? fs.files : fs.total, inodes ? fs.freeFiles : fs.free);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (args.operands.length) await tool.error(`${mount.target}: ${reason(error)}`);
    }
  }
  if (args.has('total')) row('total', '-', '-', inodes ? totals.files : totals.total, inodes ? totals.freeFiles : totals.free);
  const least = tool.busybox ? [20, ...(args.has('printType') ? [10] : []), 9, 9, 9, 4] : [];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(least[column] ?? 0, ...rows.map((cells) => cells[column]?.length ?? 0)));
  const left = args.has('printType') ? 2 : 1;
  widths[0] = Math.max(widths[0] ?? 0, tool.busybox ? 20 : 14);
  for (let column = left; column < left + 3; column++) widths[column] = Math.max(widths[column] ?? 0, 5);
  for (const cells of rows) {
    out.write(`${cells.map((cell, column) => (column === cells.length - 1 ? cell : column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' ')}\n`);
  }
  return status;
}
