import { fileType, fileTypeMask } from '../../kernel/uapi/index.ts';

const letters = new Map<number, string>([
  [fileType.socket, 's'], [fileType.symlink, 'l'], [fileType.regular, '-'], [fileType.block, 'b'],
  [fileType.directory, 'd'], [fileType.character, 'c'], [fileType.fifo, 'p'],
]);

/** `-rw-r--r--`, as ls shows a mode. */
export function modeString(mode: number): string {
  const triple = (shift: number, special: boolean, letter: string): string => {
    const bits = (mode >> shift) & 7;
    const run = special ? (bits & 1 ? letter : letter.toUpperCase()) : bits & 1 ? 'x' : '-';
    return (bits & 4 ? 'r' : '-') + (bits & 2 ? 'w' : '-') + run;
  };
  return (letters.get(mode & fileTypeMask) ?? '?') + triple(6, (mode & 0o4000) !== 0, 's') + triple(3, (mode & 0o2000) !== 0, 's') + triple(0, (mode & 0o1000) !== 0, 't');
}

export const isDirectory = (mode: number): boolean => (mode & fileTypeMask) === fileType.directory;
export const isSymlink = (mode: number): boolean => (mode & fileTypeMask) === fileType.symlink;
export const isRegular = (mode: number): boolean => (mode & fileTypeMask) === fileType.regular;

/** A mode as chmod(1) takes it: octal, or `u+rwX,go=r`. Undefined when it is none. The result maps an old mode (with type bits) to new permission bits. */
export function parseMode(text: string, umask: number): ((mode: number) => number) | undefined {
  if (/^[0-7]{1,5}$/.test(text)) {
    const bits = Number.parseInt(text, 8);
    if (bits > 0o7777) return undefined;
    // A short octal number leaves a directory's set-id bits alone.
    return (mode) => (isDirectory(mode) && text.length < 5 ? bits | (mode & 0o6000) : bits);
  }
  const clauses = text.split(',').map((clause) => /^([ugoa]*)((?:[-+=](?:[rwxXst]*|[ugo]))+)$/.exec(clause));
  if (clauses.some((clause) => !clause)) return undefined;
  return (old) => {
    let mode = old & 0o7777;
    for (const clause of clauses) {
      const who = clause?.[1] ?? '';
      for (const [, sign, perms = ''] of (clause?.[2] ?? '').matchAll(/([-+=])([rwxXst]+|[ugo]|)/g)) mode = applyClause(mode, old, who, sign ?? '+', perms, umask);
    }
    return mode;
  };
}

function applyClause(mode: number, old: number, who: string, sign: string, perms: string, umask: number): number {
  const all = who === '' || who.includes('a');
  const scope = (all || who.includes('u') ? 0o4700 : 0) | (all || who.includes('g') ? 0o2070 : 0) | (all || who.includes('o') ? 0o1007 : 0);
  let bits = 0;
  const copy = { u: 6, g: 3, o: 0 }[perms];
  if (copy !== undefined) {
    const triple = (mode >> copy) & 7;
    bits = (triple << 6) | (triple << 3) | triple;
  }
  if (perms.includes('r')) bits |= 0o444;
  if (perms.includes('w')) bits |= 0o222;
  if (perms.includes('x') || (perms.includes('X') && (isDirectory(old) || mode & 0o111))) bits |= 0o111;
  if (perms.includes('s')) bits |= 0o6000;
  if (perms.includes('t')) bits |= 0o1000;
  let mask = scope;
  if (who === '') mask &= ~umask;
  if (perms.includes('t') && (who === '' || all)) mask |= 0o1000;
  bits &= mask;
  if (sign === '+') return mode | bits;
  if (sign === '-') return mode & ~bits;
  return (mode & ~(scope & (isDirectory(old) ? 0o1777 : 0o7777))) | bits;
}
