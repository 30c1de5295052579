import { type Errno, strerror } from '../../kernel/index.ts';

/** Where a message comes from. */
export interface Complainer {
  /** `$0`, or the file that runs. */
  name: string;
  /** 0 when not known. */
  line: number;
  interactive: boolean;
  /** How the shell got its commands. */
  inputKind: 'string' | 'file' | 'stdin';
  builtin: string | undefined;
}

/** What differs between the shells that this interpreter plays: words of messages, statuses, what they do not have. */
export interface Dialect {
  readonly name: 'bash' | 'ash' | 'dash';
  /** What a message begins with. */
  prefix(from: Complainer): string;
  notFound(command: string): string;
  /** Why a file could not be opened by a redirection. */
  cannotOpen(path: string, code: Errno, creating: boolean): string;
  cannotChangeTo(path: string, code: Errno): string;
  /** Why `.` could not read its file. */
  cannotSource(path: string, code: Errno): string;
  /** Why the shell could not read the script that it was started with; without prefix. */
  cannotRead(path: string, code: Errno): string;
  /** Why execve failed; undefined: in bash's many words. */
  cannotExecute(command: string, code: Errno): string | undefined;
  /** `message` is bash's. */
  syntaxError(message: string): string;
  /** After the name of a variable that is not set, under `set -u`. */
  readonly unset: string;
  /** Status of an expansion that ends the shell. */
  readonly fatalStatus: number;
  readonly redirectionStatus: number;
  readonly prompt: string;
  /** Builtins of bash that are ordinary names here. */
  readonly missing: ReadonlySet<string>;
  /** `{a,b}` */
  readonly braceExpansion: boolean;
  /** What an interactive shell says when it ends. */
  farewell(login: boolean, endOfFile: boolean): string;
  /** How wide the state is in a line of `jobs`. */
  readonly jobStateWidth: number;
  /** echo takes no option but -n and always knows `\n`. */
  readonly plainEcho: boolean;
  /** Variables of bash that are not there. */
  readonly absentVariables: readonly string[];
  /** Whether `${x:1}` and `${x/a/b}` are known. */
  readonly substrings: boolean;
}

const none: ReadonlySet<string> = new Set();

/** bash 5.2. */
export const bashDialect: Dialect = {
  name: 'bash',
  prefix: ({ name, line, interactive, builtin }) => `${name}: ${!interactive && line > 0 ? `line ${line}: ` : ''}${builtin === undefined ? '' : `${builtin}: `}`,
  notFound: (command) => `${command}: command not found`,
  cannotOpen: (path, code) => `${path}: ${strerror(code)}`,
  cannotChangeTo: (path, code) => `${path}: ${strerror(code)}`,
  cannotSource: (path, code) => `${path}: ${strerror(code)}`,
  cannotRead: (path, code) => `${path}: ${strerror(code)}`,
  cannotExecute: () => undefined,
  syntaxError: (message) => message,
  unset: 'unbound variable',
  fatalStatus: 127, redirectionStatus: 1, prompt: '\\s-\\v\\$ ', missing: none, braceExpansion: true, plainEcho: false, jobStateWidth: 24, absentVariables: [], substrings: true,
  farewell: (login) => (login ? 'logout\n' : 'exit\n'),
};

const bashOnly = ['bind', 'builtin', 'caller', 'compgen', 'complete', 'compopt', 'declare', 'dirs', 'disown', 'enable', 'logout', 'mapfile', 'popd', 'pushd', 'readarray', 'shopt', 'suspend', 'typeset'];

const bashVariables = [
  'BASH', 'BASHOPTS', 'BASHPID', 'BASH_ARGC', 'BASH_ARGV', 'BASH_ARGV0', 'BASH_COMMAND', 'BASH_EXECUTION_STRING', 'BASH_LINENO', 'BASH_SOURCE', 'BASH_SUBSHELL', 'BASH_VERSINFO', 'BASH_VERSION',
  'DIRSTACK', 'EPOCHREALTIME', 'EPOCHSECONDS', 'EUID', 'FUNCNAME', 'GROUPS', 'HISTCMD', 'HOSTTYPE', 'MACHTYPE', 'OSTYPE', 'PIPESTATUS', 'SECONDS', 'SHELLOPTS', 'SRANDOM', 'UID',
];

/** As strerror(3), but with other words for what is not there. */
function explain(code: Errno, notThere: string): string {
  return code === 'ENOENT' || code === 'ENOTDIR' ? notThere : strerror(code);
}

/** `near unexpected token` in the words that shells from Almquist's share. */
function almquistSyntax(message: string, unexpected: (token: string) => string, endOfFile: string, unterminated: string): string {
  const [, token] = /^syntax error near unexpected token `(.*)'$/s.exec(message) ?? [];
  if (token !== undefined) return unexpected(token === 'newline' || token === 'redirection' ? token : `"${token}"`);
  if (/^unexpected EOF while looking for matching `["']'/.test(message)) return unterminated;
  if (/matching ``'/.test(message)) return unterminated.replace(/: .*/, ': EOF in backquote substitution');
  if (/matching `\)'/.test(message)) return `${endOfFile} (expecting ")")`;
  if (/matching `}'/.test(message)) return unterminated.startsWith('Syntax') ? "Syntax error: Missing '}'" : "syntax error: missing '}'";
  if (message.startsWith('bad ')) return unterminated.startsWith('Syntax') ? `Syntax error: B${message.slice(1)}` : `syntax error: ${message}`;
  return endOfFile;
}

/** busybox's shell. */
export const ashDialect: Dialect = {
  name: 'ash',
  prefix({ name, line, interactive, inputKind, builtin }) {
    const at = inputKind === 'string' ? line - 1 : line;
    if (builtin !== undefined) return `${name}: ${builtin}: line ${Math.max(at, 0)}: `;
    return inputKind === 'file' && !interactive ? `${name}: line ${at}: ` : `${name}: `;
  },
  notFound: (command) => `${command}: not found`,
  cannotOpen: (path, code, creating) => (creating ? `can't create ${path}: ${explain(code, 'nonexistent directory')}` : `can't open ${path}: ${explain(code, 'no such file')}`),
  cannotChangeTo: (path, code) => `can't cd to ${path}: ${strerror(code)}`,
  cannotSource: (path, code) => `can't open '${path}': ${strerror(code)}`,
  cannotRead: (path, code) => `can't open '${path}': ${strerror(code)}`,
  cannotExecute: (command, code) => `${command}: ${explain(code, 'not found')}`,
  syntaxError: (message) => almquistSyntax(message, (token) => `syntax error: unexpected ${token}`, 'syntax error: unexpected end of file', 'syntax error: unterminated quoted string'),
  unset: 'parameter not set',
  fatalStatus: 2, redirectionStatus: 1, prompt: '\\w \\$ ', missing: new Set(bashOnly), braceExpansion: false, plainEcho: false, jobStateWidth: 27, absentVariables: bashVariables, substrings: true,
  farewell: (_login, endOfFile) => (endOfFile ? '\n' : ''),
};

/** Debian's /bin/sh. */
export const dashDialect: Dialect = {
  name: 'dash',
  prefix: ({ name, line, builtin }) => `${name}: ${line}: ${builtin === undefined ? '' : `${builtin}: `}`,
  notFound: (command) => `${command}: not found`,
  cannotOpen: (path, code, creating) => (creating ? `cannot create ${path}: ${explain(code, 'Directory nonexistent')}` : `cannot open ${path}: ${explain(code, 'No such file')}`),
  cannotChangeTo: (path) => `can't cd to ${path}`,
  cannotSource: (path, code) => `cannot open ${path}: ${explain(code, 'No such file')}`,
  cannotRead: (path, code) => `0: cannot open ${path}: ${explain(code, 'No such file')}`,
  cannotExecute: (command, code) => `${command}: ${explain(code, 'not found')}`,
  syntaxError: (message) => almquistSyntax(message, (token) => `Syntax error: ${token} unexpected`, 'Syntax error: end of file unexpected', 'Syntax error: Unterminated quoted string'),
  unset: 'parameter not set',
  fatalStatus: 2, redirectionStatus: 2, prompt: '\\$ ', missing: new Set([...bashOnly, 'source', 'let', 'help', 'history']), braceExpansion: false, plainEcho: true, jobStateWidth: 27, absentVariables: [...bashVariables, 'RANDOM', 'HOSTNAME', 'SHLVL'], substrings: false,
  farewell: (_login, endOfFile) => (endOfFile ? '\n' : ''),
};
