import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { groupEntries, passwordEntries } from '../program/index.ts';

/** The text of a file; empty when it is absent. */
export function textOfFile(process: Process, path: string): string {
  try {
    return process.readTextFile(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  }
}

/** Appends a line to an account file, which it makes when it is absent. */
export function appendLine(process: Process, path: string, line: string, mode = 0o644): void {
  const text = textOfFile(process, path);
  const fresh = !process.exists(path);
  process.writeFile(path, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`, { mode });
  if (fresh) process.chmod(path, mode);
}

/** Rewrites the lines of an account file; a line mapped to undefined goes. */
export function mapLines(process: Process, path: string, change: (fields: string[]) => string[] | undefined): void {
  const text = textOfFile(process, path);
  const lines = text.split('\n').filter(Boolean).flatMap((line) => {
    const fields = change(line.split(':'));
    return fields ? [fields.join(':')] : [];
  });
  process.writeFile(path, lines.length ? `${lines.join('\n')}\n` : '');
}

/** The lowest free id of both kinds in a range: going up for people, down for services (as shadow does) unless `up`. */
export function freeId(process: Process, kind: 'user' | 'group', from: number, to: number, up: boolean): number {
  const used = new Set(kind === 'user' ? passwordEntries(process).map((entry) => entry.uid) : groupEntries(process).map((entry) => entry.gid));
  if (up) {
    for (let id = from; id <= to; id++) if (!used.has(id)) return id;
  } else for (let id = to; id >= from; id--) if (!used.has(id)) return id;
  return -1;
}

/** Puts a user into groups. */
export function joinGroups(process: Process, user: string, groups: readonly string[]): void {
  mapLines(process, '/etc/group', (fields) => {
    const [name = '', password = '', gid = '', members = ''] = fields;
    const list = members.split(',').filter(Boolean);
    if (!groups.includes(name) || list.includes(user)) return fields;
    return [name, password, gid, [...list, user].join(',')];
  });
}

/** Makes a home directory from /etc/skel. */
export function makeHome(process: Process, home: string, uid: number, gid: number, mode = 0o700): boolean {
  if (process.exists(home)) return false;
  let at = '';
  for (const part of home.split('/').filter(Boolean)) {
    at += `/${part}`;
    if (!process.exists(at)) process.mkdir(at, 0o755);
  }
  process.chmod(home, mode);
  process.chown(home, uid, gid);
  try {
    for (const { name } of process.readdir('/etc/skel')) {
      const target = `${home}/${name}`;
      process.writeFile(target, process.readFile(`/etc/skel/${name}`), { mode: 0o644 });
      process.chown(target, uid, gid);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return true;
}
