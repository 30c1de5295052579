import { isSystemError } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';

/** Path with `.`, `..` and double slashes taken out, links not followed. */
export function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether what stands before each `..` is a directory: only then may the two be taken out. */
function parentsExist(shell: Shell, path: string): boolean {
  const parts = path.split('/');
  return parts.every((part, index) => part !== '..' || isDirectory(shell, parts.slice(0, index).join('/') || '/'));
}

/** Changes the directory and sets PWD and OLDPWD; throws SystemError. */
export function changeDirectory(shell: Shell, target: string, physical: boolean): void {
  const { process, variables } = shell;
  const old = variables.text('PWD') ?? process.cwd;
  const path = target.startsWith('/') ? target : `${shell.directory ?? process.cwd}/${target}`;
  const logical = normalizePath(path);
  if (physical || !parentsExist(shell, path)) process.chdir(target);
  else {
    try {
      process.chdir(logical);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      process.chdir(target);
      physical = true;
    }
  }
  variables.assign('OLDPWD', old);
  shell.directory = physical ? process.realpath('.') : logical;
  variables.assign('PWD', shell.directory);
  variables.setExported('OLDPWD', true);
  variables.setExported('PWD', true);
}

export const cd: Builtin = {
  name: 'cd', usage: '[-L|[-P [-e]] [-@]] [dir]', summary: 'Change the shell working directory.',
  async run(shell, args) {
    const { dialect } = shell.settings;
    const parsed = parseOptions(textArguments(args), 'LPe@');
    if (parsed.invalid) return invalidOption(shell, cd, parsed.invalid);
    if (parsed.rest.length > 1) return fail(shell, 'cd', 'too many arguments');
    const physical = parsed.letters.has('P') || shell.options.has('physical');
    let [target] = parsed.rest;
    let print = false;
    if (target === undefined) {
      target = shell.variables.text('HOME');
      if (target === undefined) return fail(shell, 'cd', 'HOME not set');
      if (target === '') return 0;
    } else if (target === '-') {
      target = shell.variables.text('OLDPWD');
      if (target === undefined) return fail(shell, 'cd', 'OLDPWD not set');
      print = true;
    } else if (!/^\.{0,2}(?:\/|$)/.test(target)) {
      for (const base of (shell.variables.text('CDPATH') ?? '').split(':')) {
        if (base === '' || !isDirectory(shell, `${base}/${target}`)) continue;
        target = `${base}/${target}`;
        print = true;
        break;
      }
    }
    if (target === '') target = '.';
    try {
      changeDirectory(shell, target, physical);
    } catch (error) {
      if (isSystemError(error)) return fail(shell, 'cd', dialect.cannotChangeTo(target, error.code), dialect.name === 'bash' ? 1 : 2);
      throw error;
    }
    if (print) await shell.write(1, `${shell.variables.text('PWD') ?? ''}\n`);
    return 0;
  },
};

function isDirectory(shell: Shell, path: string): boolean {
  try {
    return (shell.process.stat(path).mode & 0o170000) === 0o040000;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
