import type { Shell } from '../state/shell.ts';

/** What `~`, `~user`, `~+`, `~-` stand for; undefined when nothing. `prefix` is without the tilde. */
export function expandTilde(shell: Shell, prefix: string): string | undefined {
  if (prefix === '') return shell.variables.text('HOME') ?? homeOf(shell, (fields) => Number(fields[2]) === shell.process.credentials.uid);
  if (prefix === '+') return shell.variables.text('PWD');
  if (prefix === '-') return shell.variables.text('OLDPWD');
  if (/^[+-]?\d+$/.test(prefix)) {
    const stack = [shell.variables.text('PWD') ?? '', ...shell.directoryStack];
    const index = Number(prefix.replace(/^[+-]/, ''));
    return stack[prefix.startsWith('-') ? stack.length - 1 - index : index];
  }
  if (!/^[A-Za-z_][\w.-]*\$?$/.test(prefix)) return undefined;
  return homeOf(shell, (fields) => fields[0] === prefix);
}

function homeOf(shell: Shell, matches: (fields: string[]) => boolean): string | undefined {
  return readUsers(shell).find(matches)?.[5];
}

/** Fields of the lines of /etc/passwd. */
export function readUsers(shell: Shell): string[][] {
  if (!shell.process.exists('/etc/passwd')) return [];
  return shell.process.readTextFile('/etc/passwd').split('\n').filter((line) => line !== '').map((line) => line.split(':'));
}
