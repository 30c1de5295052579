import type { Process } from '../../kernel/uapi/index.ts';
import { baseName, choose, dirName } from '../program/index.ts';

/** How a program with -b, --backup and -S names what it saves of a file that it replaces; undefined without -b. */
export type Backup = (process: Process, path: string) => string;

/** Reads -b, --backup=CONTROL and -S (which alone asks for a backup too). */
export function backupOf(args: { has(key: 'backup' | 'suffix'): boolean; value(key: 'backup' | 'suffix'): string | undefined }, env: Readonly<Record<string, string>>): Backup | undefined {
  if (!args.has('backup') && !args.has('suffix')) return undefined;
  const control = choose(args.value('backup') ?? env['VERSION_CONTROL'] ?? 'existing', 'backup type', ['none off', 'simple never', 'existing nil', 'numbered t']);
  if (control === 'none') return undefined;
  const suffix = args.value('suffix') ?? env['SIMPLE_BACKUP_SUFFIX'] ?? '~';
  return (process, path) => {
    const numbers = control === 'simple' ? [] : numbered(process, path);
    return control === 'numbered' || numbers.length > 0 ? `${path}.~${Math.max(0, ...numbers) + 1}~` : path + suffix;
  };
}

/** The numbers of numbered backups that are there. */
function numbered(process: Process, path: string): number[] {
  const name = `${baseName(path)}.~`;
  return process.readdir(dirName(path)).flatMap((entry) => (entry.name.startsWith(name) && /^\d+~$/.test(entry.name.slice(name.length)) ? [Number.parseInt(entry.name.slice(name.length), 10)] : []));
}
