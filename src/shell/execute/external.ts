import { fileType, fileTypeMask, isSystemError, signalNumbers, type Signal, type SpawnOptions, strerror, type SystemError } from '../../kernel/index.ts';
import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { decodeText } from '../text/byte-string.ts';

/** Signals that an interactive shell handles for itself. */
export const interactiveSignals: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU'];

const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Path of a command: `name` itself when it holds a slash, else the first executable in PATH. undefined: not found. */
export function findCommand(shell: Shell, name: string, options: { standardPath?: boolean; remember?: boolean } = {}): string | undefined {
  if (name.includes('/')) return name;
  const known = options.standardPath ? undefined : shell.hashed.get(name);
  if (known && (!shell.options.shopt('checkhash') || isExecutable(shell, known.path))) {
    if (options.remember) known.hits++;
    return known.path;
  }
  const path = searchPath(shell, name, options.standardPath ? defaultPath : (shell.variables.text('PATH') ?? ''));
  if (path !== undefined && options.remember && shell.options.has('hashall') && !options.standardPath) shell.hashed.set(name, { path, hits: 1 });
  return path;
}

function searchPath(shell: Shell, name: string, path: string): string | undefined {
  let unusable: string | undefined;
  for (const candidate of candidates(name, path)) {
    if (!isFile(shell, candidate)) continue;
    if (isExecutable(shell, candidate)) return candidate;
    unusable ??= candidate;
  }
  return unusable;
}

/** All executables of that name in PATH, for `type -a`. */
export function findAll(shell: Shell, name: string): string[] {
  if (name.includes('/')) return isExecutable(shell, name) ? [name] : [];
  return [...candidates(name, shell.variables.text('PATH') ?? '')].filter((path) => isExecutable(shell, path));
}

function* candidates(name: string, path: string): Generator<string> {
  if (name === '') return;
  for (const directory of path.split(':')) yield directory === '' ? `./${name}` : `${directory.replace(/(.)\/$/, '$1')}/${name}`;
}

function isFile(shell: Shell, path: string): boolean {
  try {
    return (shell.process.stat(path).mode & fileTypeMask) !== fileType.directory;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** Whether the path is a file that may be executed. */
export function isExecutable(shell: Shell, path: string): boolean {
  return isFile(shell, path) && shell.process.access(path, 'x');
}

/** A child starts with those signals ignored that have an empty trap; what only the interactive shell ignores is back at its default. */
function childSignals(shell: Shell): Pick<SpawnOptions, 'ignoredSignals' | 'defaultSignals'> {
  const ignored: Signal[] = [...shell.ignoredAtStart];
  for (const [name, command] of shell.traps) if (command === '' && name in signalNumbers) ignored.push(name as Signal);
  return { ignoredSignals: ignored, ...(shell.interactive ? { defaultSignals: interactiveSignals } : {}) };
}

/** What must happen to run a file: start it, or run it as a script because execve does not know its format. */
export type Start = { kind: 'program'; pid: number } | { kind: 'script' };

/** Starts a program as a child. Throws ShellFailure with bash's words and status 126 or 127. */
export function spawnProgram(shell: Shell, name: string, path: string, words: readonly string[], options: SpawnOptions): Start {
  try {
    return { kind: 'program', pid: shell.process.spawn(path, words, { ...options, ...childSignals(shell) }) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOEXEC' && !isBinary(shell, path)) return { kind: 'script' };
    if (error.code === 'EAGAIN') throw error;
    throw executionFailure(shell, name, path, error);
  }
}

/** Replaces the shell's process by a program; returns only when the file has to be run as a script. */
export async function execProgram(shell: Shell, name: string, path: string, words: readonly string[], environment: Record<string, string>): Promise<void> {
  try {
    await shell.process.exec(path, words, environment);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOEXEC' && !isBinary(shell, path)) return;
    throw executionFailure(shell, name, path, error);
  }
}

/** Whether a file is no text: a NUL byte in its first line. */
export function isBinary(shell: Shell, path: string): boolean {
  const head = readHead(shell, path);
  const end = head.indexOf(10);
  return head.subarray(0, end < 0 ? 80 : end).includes(0);
}

function readHead(shell: Shell, path: string): Uint8Array {
  try {
    return shell.process.readFile(path).subarray(0, 128);
  } catch (error) {
    if (isSystemError(error)) return new Uint8Array(0);
    throw error;
  }
}

/** Why a file could not be executed, in bash's words. */
export function executionFailure(shell: Shell, name: string, path: string, error: SystemError): ShellFailure {
  const words = shell.settings.dialect.cannotExecute(name, error.code);
  if (words !== undefined) return new ShellFailure(words, { status: error.code === 'ENOENT' ? 127 : 126 });
  if (error.code === 'ENOENT') {
    if (!shell.process.exists(path)) return new ShellFailure(`${name}: ${strerror('ENOENT')}`, { status: 127 });
    return new ShellFailure(`${name}: cannot execute: required file not found`, { status: 127 });
  }
  if (error.code === 'ENOEXEC') return new ShellFailure(`${name}: cannot execute binary file: Exec format error`, { status: 126 });
  const isDirectory = shell.process.exists(path) && (shell.process.stat(path).mode & fileTypeMask) === fileType.directory;
  if (isDirectory) return new ShellFailure(`${name}: ${strerror('EISDIR')}`, { status: 126 });
  if (error.code === 'EACCES' && isExecutable(shell, path)) {
    const interpreter = /^#![ \t]*([^ \t\n]+)/.exec(decodeText(readHead(shell, path)))?.[1];
    if (interpreter !== undefined) return new ShellFailure(`${name}: ${interpreter}: bad interpreter: ${strerror(error.code)}`, { status: 126 });
  }
  return new ShellFailure(`${name}: ${strerror(error.code)}`, { status: 126 });
}
