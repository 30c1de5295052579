import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { findGroup, findUser, groupsOfUser, type PasswordEntry } from '../program/index.ts';

/** One thing that a user may run. */
export interface SudoRule {
  /** As `sudo -l` shows who one may become: `ALL`, `ALL : ALL`, `www-data`. */
  runAs: string;
  noPassword: boolean;
  setEnv: boolean;
  /** `ALL`, a path, a folder with a slash at its end, or a path with arguments; `!` before what is denied. */
  commands: string[];
}

/** What /etc/sudoers says. */
export interface Sudoers {
  defaults: string[];
  rulesFor(user: PasswordEntry): SudoRule[];
}

function readIncluded(process: Process, path: string): string[] {
  let text: string;
  try {
    text = process.readTextFile(path);
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
  return text.replace(/\\\n/g, ' ').split('\n').flatMap((line) => {
    const [, kind, target = ''] = /^[@#]include(dir)?\s+(\S+)/.exec(line) ?? [];
    if (target === '') return /^\s*#/.test(line) ? [] : [line.replace(/\s#.*$/, '').trim()].filter(Boolean);
    if (kind === undefined) return readIncluded(process, target);
    try {
      return process.readdir(target).map((entry) => entry.name).filter((name) => !name.includes('.') && !name.endsWith('~')).sort().flatMap((name) => readIncluded(process, `${target}/${name}`));
    } catch (error) {
      if (isSystemError(error)) return [];
      throw error;
    }
  });
}

/** Reads /etc/sudoers and what it includes: sudoers(5). */
export function readSudoers(process: Process): Sudoers {
  const lines = readIncluded(process, '/etc/sudoers');
  const aliases = new Map<string, string[]>();
  const defaults: string[] = [];
  const specs: { who: string[]; rest: string }[] = [];
  for (const line of lines) {
    const [, kind, body = ''] = /^(Defaults\S*|\w+_Alias)\s+(.*)$/.exec(line) ?? [];
    if (kind?.startsWith('Defaults')) {
      if (kind === 'Defaults') defaults.push(...body.split(/,(?![^"]*"$)/).map((one) => one.trim()));
    } else if (kind !== undefined) for (const part of body.split(':')) {
      const [name = '', value = ''] = part.split(/=([^]*)/);
      aliases.set(name.trim(), value.split(',').map((one) => one.trim()));
    } else {
      const [, who = '', rest = ''] = /^((?:[^\s,=]+\s*,\s*)*[^\s,=]+)\s+[^=]*?=\s*(.*)$/.exec(line) ?? [];
      if (who) specs.push({ who: who.split(/\s*,\s*/), rest });
    }
  }
  const expand = (names: readonly string[]): string[] => names.flatMap((name) => (aliases.has(name) ? expand(aliases.get(name) ?? []) : [name]));
  return {
    defaults,
    rulesFor(user) {
      const groups = groupsOfUser(process, user);
      const means = (name: string): boolean => name === 'ALL' || name === user.name || name === `#${user.uid}` || (name.startsWith('%') && groups.includes(name.startsWith('%#') ? Number(name.slice(2)) : findGroup(process, name.slice(1))?.gid ?? -1));
      return specs.filter(({ who }) => expand(who).some(means)).flatMap(({ rest }) => parseRules(rest, expand));
    },
  };
}

function parseRules(text: string, expand: (names: readonly string[]) => string[]): SudoRule[] {
  const rules: SudoRule[] = [];
  let runAs = 'root';
  let [noPassword, setEnv] = [false, false];
  for (let part of text.split(/\s*,\s*/)) {
    const [, who] = /^\(([^)]*)\)\s*/.exec(part) ?? [];
    if (who !== undefined) {
      runAs = who.split(':').map((one) => one.trim()).join(' : ');
      part = part.replace(/^\([^)]*\)\s*/, '');
    }
    let fresh = who !== undefined || rules.length === 0;
    for (let tag = /^(NOPASSWD|PASSWD|SETENV|NOSETENV|NOEXEC|EXEC|LOG_INPUT|LOG_OUTPUT)\s*:\s*/.exec(part); tag; tag = /^(NOPASSWD|PASSWD|SETENV|NOSETENV|NOEXEC|EXEC|LOG_INPUT|LOG_OUTPUT)\s*:\s*/.exec(part)) {
      if (tag[1] === 'NOPASSWD' || tag[1] === 'PASSWD') noPassword = tag[1] === 'NOPASSWD';
      if (tag[1] === 'SETENV' || tag[1] === 'NOSETENV') setEnv = tag[1] === 'SETENV';
      part = part.slice(tag[0].length);
      fresh = true;
    }
    if (fresh) rules.push({ runAs, noPassword, setEnv, commands: [] });
    rules.at(-1)?.commands.push(...expand([part.trim()]));
  }
  return rules;
}

/** The rule that lets a command line run as `target`; the last that matches counts. */
export function matchRule(process: Process, rules: readonly SudoRule[], path: string, argv: readonly string[], target: PasswordEntry, gid: number | undefined): SudoRule | undefined {
  let found: SudoRule | undefined;
  for (const rule of rules) {
    const [users = '', groups = ''] = rule.runAs.split(' : ');
    const user = users.split(',').map((one) => one.trim());
    if (!user.some((name) => name === 'ALL' || name === target.name || name === `#${target.uid}` || (name.startsWith('%') && groupsOfUser(process, target).includes(findGroup(process, name.slice(1))?.gid ?? -1)))) continue;
    if (gid !== undefined && gid !== target.gid && groups !== 'ALL' && findGroup(process, groups)?.gid !== gid) continue;
    for (const command of rule.commands) {
      const denied = command.startsWith('!');
      if (!commandMatches(process, denied ? command.slice(1).trim() : command, path, argv)) continue;
      found = denied ? undefined : rule;
    }
  }
  return found;
}

function commandMatches(process: Process, pattern: string, path: string, argv: readonly string[]): boolean {
  if (pattern === 'ALL') return true;
  const [file = '', ...args] = pattern.split(/\s+/);
  const real = (name: string): string => {
    try {
      return process.realpath(name);
    } catch (error) {
      if (isSystemError(error)) return name;
      throw error;
    }
  };
  const glob = (text: string): RegExp => new RegExp(`^${text.replace(/[.+^${}()|\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
  const fits = file.endsWith('/') ? path.startsWith(file) && !path.slice(file.length).includes('/') : glob(file).test(path) || (!file.includes('*') && real(file) === real(path));
  if (!fits) return false;
  if (args.length === 0) return true;
  if (args.join(' ') === '""') return argv.length <= 1;
  return glob(args.join(' ')).test(argv.slice(1).join(' '));
}

/** The user who runs a program. */
export function callerOf(process: Process): PasswordEntry | undefined {
  return findUser(process, process.credentials.uid);
}
