import { isSystemError } from '../kernel/index.ts';
import { parse } from 'unbash';
import { readUsers } from './expand/tilde.ts';
import { findOption } from './state/options.ts';
import type { Shell } from './state/shell.ts';
import { isIdentifier } from './state/reference.ts';
import { SourceUnit } from './syntax/source-unit.ts';
import { bashVersion } from './version.ts';

/** Variables of a fresh shell: those of the environment, then the shell's own. */
export function importEnvironment(shell: Shell, environment: Record<string, string>, argv0: string): void {
  const { variables, process } = shell;
  for (const [name, value] of Object.entries(environment)) {
    const functionName = /^BASH_FUNC_(.*)%%$/.exec(name)?.[1];
    if (functionName !== undefined) importFunction(shell, functionName, value);
    if (!isIdentifier(name) || (name === '_' && shell.settings.dialect.name === 'bash')) continue;
    if (name === 'SHELLOPTS') {
      for (const one of value.split(':')) {
        const option = findOption(one);
        if (option) shell.options.put(option, true);
      }
      continue;
    }
    if (variables.own(name)?.dynamic) continue;
    const variable = variables.obtain(name);
    variable.value = value;
    variable.exported = true;
  }
  const setDefault = (name: string, value: string): void => {
    if (variables.text(name) === undefined) variables.assign(name, value);
  };
  setDefault('PATH', '/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin:.');
  variables.assign('IFS', ' \t\n');
  setDefault('PS4', '+ ');
  setDefault('OPTIND', '1');
  variables.assign('OPTERR', '1');
  variables.assign('BASH', argv0.startsWith('/') ? argv0 : '/bin/bash');
  variables.assign('BASH_VERSION', bashVersion);
  variables.assignArray('BASH_VERSINFO', ['5', '2', '37', '1', 'release', 'x86_64-pc-linux-gnu']);
  variables.obtain('BASH_VERSINFO').readonly = true;
  setDefault('HOSTNAME', process.hostname());
  setDefault('HOSTTYPE', 'x86_64');
  setDefault('MACHTYPE', 'x86_64-pc-linux-gnu');
  setDefault('OSTYPE', 'linux-gnu');
  for (const [name, value] of [['UID', process.credentials.uid], ['EUID', process.credentials.euid], ['PPID', process.ppid]] as const) {
    const variable = variables.obtain(name);
    variable.value = String(value);
    variable.integer = true;
    variable.readonly = true;
    variable.exported = false;
  }
  if (variables.text('TERM') === undefined) variables.assign('TERM', 'dumb');
  if (variables.text('SHELL') === undefined) variables.assign('SHELL', readUsers(shell).find((fields) => Number(fields[2]) === process.credentials.uid)?.[6] || '/bin/sh');
  variables.assign('SHLVL', String((Number.parseInt(variables.text('SHLVL') ?? '0', 10) || 0) + 1));
  variables.setExported('SHLVL', true);
  importDirectory(shell);
  const old = variables.obtain('OLDPWD');
  old.exported = true;
  if (old.value !== undefined && !isDirectory(shell, old.value)) old.value = undefined;
  variables.forgetEnvironment();
}

/** `PWD` is kept from the environment when it names the directory the process is in. */
function importDirectory(shell: Shell): void {
  const { variables, process } = shell;
  const given = variables.text('PWD');
  shell.directory = given?.startsWith('/') && sameDirectory(shell, given) ? given : process.cwd;
  variables.assign('PWD', shell.directory);
  variables.setExported('PWD', true);
}

function sameDirectory(shell: Shell, path: string): boolean {
  try {
    const a = shell.process.stat(path);
    const b = shell.process.stat('.');
    return a.ino === b.ino && a.dev === b.dev;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function isDirectory(shell: Shell, path: string): boolean {
  try {
    return (shell.process.stat(path).mode & 0o170000) === 0o040000;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function importFunction(shell: Shell, name: string, value: string): void {
  const text = `${name} ${value}`;
  const command = parse(text).commands[0]?.command;
  if (!value.startsWith('() {') || command?.type !== 'Function') return;
  shell.functions.set(name, { name, body: command.body, unit: new SourceUnit(text), source: 'environment', line: 1, exported: true, trace: false, readonly: false });
}
