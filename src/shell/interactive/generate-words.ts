import { fileType, fileTypeMask, isSystemError, signalNumbers } from '../../kernel/index.ts';
import { builtinNames } from '../builtins/names.ts';
import { compareText } from '../expand/glob.ts';
import { compilePattern } from '../expand/pattern.ts';
import { expandTilde, readUsers } from '../expand/tilde.ts';
import { setOptions } from '../state/options.ts';
import type { Shell } from '../state/shell.ts';
import { functionNames } from '../readline/function-names.ts';

/** The shell's reserved words, in bash's order. */
const keywords = ['if', 'then', 'else', 'elif', 'fi', 'case', 'esac', 'for', 'select', 'while', 'until', 'do', 'done', 'in', 'function', 'time', '{', '}', '!', '[[', ']]', 'coproc'];

/** `-a`, `-b` … of complete and compgen. */
export const letterActions: Readonly<Record<string, string>> = {
  a: 'alias', b: 'builtin', c: 'command', d: 'directory', e: 'export', f: 'file', g: 'group', j: 'job', k: 'keyword', s: 'service', u: 'user', v: 'variable',
};

const generators: Record<string, (shell: Shell, prefix: string) => Iterable<string>> = {
  alias: (shell) => [...shell.aliases.keys()].sort(compareText),
  arrayvar: (shell) => shell.variables.names().filter((name) => {
    const variable = shell.variables.own(name);
    return variable?.indexed !== undefined || variable?.assoc !== undefined;
  }),
  binding: () => functionNames,
  builtin: () => builtinNames,
  command: commandNames,
  directory: (shell, prefix) => pathNames(shell, prefix, 'directory'),
  disabled: (shell) => shell.disabledBuiltins,
  enabled: (shell) => builtinNames.filter((name) => !shell.disabledBuiltins.has(name)),
  export: (shell) => shell.variables.names().filter((name) => shell.variables.own(name)?.exported),
  file: (shell, prefix) => pathNames(shell, prefix, 'any'),
  function: (shell) => [...shell.functions.keys()].sort(compareText),
  group: (shell) => firstFields(shell, '/etc/group'),
  helptopic: () => builtinNames,
  hostname: hostNames,
  job: (shell) => shell.jobs.all().map((job) => job.command.split(' ')[0] ?? ''),
  keyword: () => keywords,
  running: (shell) => shell.jobs.all().filter((job) => job.state === 'running').map((job) => job.command.split(' ')[0] ?? ''),
  service: (shell) => firstFields(shell, '/etc/services'),
  setopt: () => setOptions.map(([name]) => name),
  shopt: (shell) => shell.options.shoptNames(),
  signal: () => ['EXIT', ...Object.keys(signalNumbers), 'DEBUG', 'ERR', 'RETURN'],
  stopped: (shell) => shell.jobs.all().filter((job) => job.state === 'stopped').map((job) => job.command.split(' ')[0] ?? ''),
  user: (shell) => readUsers(shell).map(([name = '']) => name),
  variable: (shell) => shell.variables.names().filter((name) => shell.variables.own(name)?.isSet),
};

/** Whether `complete -A` knows the action. */
export function isAction(name: string): boolean {
  return name in generators;
}

/** Words of an action that begin with `prefix`. */
export function actionWords(shell: Shell, action: string, prefix: string): string[] {
  return [...(generators[action]?.(shell, prefix) ?? [])].filter((word) => word.startsWith(prefix));
}

function firstFields(shell: Shell, file: string): string[] {
  return textOf(shell, file).split('\n').map((line) => line.replace(/#.*/, '').split(/[:\s]/)[0] ?? '').filter((name) => name !== '');
}

function textOf(shell: Shell, file: string): string {
  try {
    return shell.process.readTextFile(file);
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}

function hostNames(shell: Shell): string[] {
  const home = shell.variables.text('HOME') ?? '';
  const hosts = textOf(shell, shell.variables.text('HOSTFILE') || '/etc/hosts').split('\n').flatMap((line) => line.replace(/#.*/, '').trim().split(/\s+/).slice(1));
  const known = textOf(shell, `${home}/.ssh/known_hosts`).split('\n').flatMap((line) => (line.startsWith('|') ? [] : (line.split(' ')[0] ?? '').split(',')));
  const configured = [...textOf(shell, `${home}/.ssh/config`).matchAll(/^\s*Host\s+(.*)$/gim)].flatMap((match) => (match[1] ?? '').split(/\s+/).filter((name) => !/[*?!]/.test(name)));
  return [...new Set([...hosts, ...known, ...configured])].filter((name) => name !== '');
}

/** Commands that begin with `prefix`: aliases, reserved words, functions, builtins, programs in PATH. */
export function commandNames(shell: Shell, prefix: string): string[] {
  if (prefix.includes('/')) return pathNames(shell, prefix, 'executable');
  const names = new Set<string>([...shell.aliases.keys(), ...keywords, ...shell.functions.keys(), ...builtinNames.filter((name) => !shell.disabledBuiltins.has(name))].filter((name) => name.startsWith(prefix)));
  for (const directory of (shell.variables.text('PATH') ?? '').split(':')) {
    for (const entry of entriesOf(shell, directory === '' ? '.' : directory)) {
      if (entry.startsWith(prefix) && !names.has(entry) && isProgram(shell, `${directory}/${entry}`)) names.add(entry);
    }
  }
  return [...names];
}

function isProgram(shell: Shell, path: string): boolean {
  return modeOf(shell, path) !== fileType.directory && shell.process.access(path, 'x');
}

function entriesOf(shell: Shell, directory: string): string[] {
  try {
    return shell.process.readdir(directory).map((entry) => entry.name);
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

/** The directory that the text before the last slash means, tilde and variables looked up. */
function directoryOf(shell: Shell, base: string): string {
  const tilde = /^~([^/]*)/.exec(base);
  const path = tilde ? (expandTilde(shell, tilde[1] ?? '') ?? tilde[0]) + base.slice(tilde[0].length) : base;
  const expanded = path.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, plain: string | undefined) => shell.variables.text(braced ?? plain ?? '') ?? '');
  return expanded === '' ? '.' : expanded;
}

/** File names that begin with `prefix`, as typed (`~` and `$VAR` stay). */
export function pathNames(shell: Shell, prefix: string, kind: 'any' | 'directory' | 'executable', ignoreCase = false): string[] {
  const slash = prefix.lastIndexOf('/') + 1;
  const base = prefix.slice(0, slash);
  const start = prefix.slice(slash);
  const directory = directoryOf(shell, base);
  const ignored = (shell.variables.text('FIGNORE') ?? '').split(':').filter((suffix) => suffix !== '');
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const showHidden = shell.editing?.settings.on('match-hidden-files') ?? true;
  const found: string[] = [];
  const names = start.startsWith('.') ? ['.', '..', ...entriesOf(shell, directory)] : entriesOf(shell, directory);
  for (const name of names) {
    if (!fold(name).startsWith(fold(start)) || (name.startsWith('.') && start === '' && !showHidden)) continue;
    const isDirectory = kind !== 'any' && modeOf(shell, `${directory}/${name}`) === fileType.directory;
    if (kind === 'directory' && !isDirectory) continue;
    if (kind === 'executable' && !isDirectory && !shell.process.access(`${directory}/${name}`, 'x')) continue;
    found.push(base + name);
  }
  const kept = found.filter((name) => !ignored.some((suffix) => name.endsWith(suffix)));
  return kept.length > 0 || shell.options.shopt('force_fignore') ? kept : found;
}

/** Whether a name as typed is a directory; `link` when it is a symbolic link to one. */
export function directoryKind(shell: Shell, name: string): 'directory' | 'link' | undefined {
  const slash = name.lastIndexOf('/') + 1;
  const path = `${directoryOf(shell, name.slice(0, slash))}/${name.slice(slash)}`;
  if (modeOf(shell, path) !== fileType.directory) return undefined;
  try {
    return (shell.process.lstat(path).mode & fileTypeMask) === fileType.symlink ? 'link' : 'directory';
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function modeOf(shell: Shell, path: string): number {
  try {
    return shell.process.stat(path).mode & fileTypeMask;
  } catch (error) {
    if (isSystemError(error)) return 0;
    throw error;
  }
}

/** Takes out the words that a `-X` pattern matches (`!`: keeps only those); `&` stands for what was typed. */
export function filterWords(words: readonly string[], filter: string, typed: string): string[] {
  const negated = filter.startsWith('!');
  const text = (negated ? filter.slice(1) : filter).replace(/\\&|&/g, (match) => (match === '&' ? typed : '&'));
  const pattern = compilePattern(text, { extglob: true, ignoreCase: false });
  return words.filter((word) => pattern.matches(word) === negated);
}
