import { evaluateNow } from '../expand/arithmetic.ts';
import { expandSubscript } from '../expand/subscript.ts';
import { IndexedArray } from './indexed-array.ts';
import type { Call, Shell } from './shell.ts';

/** Connects the variables that the shell computes (`RANDOM`, `LINENO`, `FUNCNAME` …) with this shell. */
export function prepareVariables(shell: Shell): void {
  const { variables } = shell;
  variables.calculate = (text) => evaluateNow(shell, text);
  variables.warn = (message) => {
    void shell.complain(message);
  };
  variables.expandKey = (text) => {
    const key = expandSubscript(shell, text);
    return typeof key === 'string' ? key : text;
  };
  variables.onChange = (name) => {
    if (name === 'PATH') shell.hashed.clear();
    else if (name === 'OPTIND') shell.getopts = { index: Number(shell.variables.text('OPTIND') ?? 1) || 1, offset: 0 };
  };
  const absent = new Set(shell.settings.dialect.absentVariables);
  const define = (name: string, dynamic: Parameters<typeof variables.define>[1]): void => {
    if (!absent.has(name)) variables.define(name, dynamic);
  };
  const number = (name: string, get: () => number, set?: (value: string) => void): void => {
    define(name, { get: () => String(Math.trunc(get())), set: set ?? (() => {}) });
  };
  const list = (name: string, values: () => readonly string[]): void => {
    define(name, { get: () => values()[0], set: () => {}, array: () => IndexedArray.from(values()) });
  };
  number('LINENO', () => shell.line);
  number('RANDOM', () => nextRandom(shell), (value) => {
    shell.random = Number(value) || 0;
  });
  number('SRANDOM', () => new DataView(shell.process.random(4).slice().buffer).getUint32(0));
  number('SECONDS', () => Math.floor((shell.process.clock.now() - shell.startTime) / 1000) + shell.secondsBase, (value) => {
    shell.secondsBase = (Number(value) || 0) - Math.floor((shell.process.clock.now() - shell.startTime) / 1000);
  });
  number('EPOCHSECONDS', () => Math.floor(shell.process.clock.now() / 1000));
  define('EPOCHREALTIME', { get: () => (shell.process.clock.now() / 1000).toFixed(6), set: () => {} });
  number('BASHPID', () => shell.process.pid);
  number('BASH_SUBSHELL', () => shell.subshellDepth);
  number('HISTCMD', () => shell.historyBase + shell.history.length);
  define('BASH_COMMAND', { get: () => shell.currentCommand, set: () => {} });
  if (shell.settings.dialect.name === 'bash') define('_', { get: () => shell.lastArgument, set: () => {} });
  else variables.environmentOrder = bucketOf;
  define('SHELLOPTS', { get: () => shell.options.shellOpts, set: () => {} });
  define('BASHOPTS', { get: () => shell.options.bashOpts, set: () => {} });
  const readonly = ['SHELLOPTS', 'BASHOPTS'];
  for (const name of readonly) if (!absent.has(name)) variables.obtain(name).readonly = true;
  list('PIPESTATUS', () => shell.pipeStatus.map(String));
  list('FUNCNAME', () => (shell.functionDepth > 0 ? shell.calls.toReversed().filter(isCall).map((call) => call.name) : []));
  list('BASH_SOURCE', () => shell.calls.toReversed().map((call) => call.source).filter((source) => source !== ''));
  list('BASH_LINENO', () => shell.calls.toReversed().filter(isCall).map((call) => String(call.callLine)));
  list('BASH_ARGC', () => []);
  list('BASH_ARGV', () => []);
  list('DIRSTACK', () => [shell.variables.text('PWD') ?? '', ...shell.directoryStack]);
  list('GROUPS', () => [shell.process.credentials.gid, ...shell.process.credentials.groups.filter((gid) => gid !== shell.process.credentials.gid)].map(String));
  define('BASH_ARGV0', {
    get: () => shell.name,
    set: (value) => {
      shell.name = value;
    },
  });
}

/** Where Almquist shells keep a variable: 39 buckets by its first letter and the sum of all; the environment is in their order. */
function bucketOf(name: string): number {
  let hash = name.charCodeAt(0) << 4;
  for (let at = 0; at < name.length; at++) hash += name.charCodeAt(at);
  return hash % 39;
}

/** The bottom of the stack counts only where it is a script file. */
function isCall(call: Call): boolean {
  return call.name !== 'main' || call.source !== '';
}

function nextRandom(shell: Shell): number {
  if (shell.random === 0) shell.random = (new DataView(shell.process.random(4).slice().buffer).getUint32(0) & 0x7fffffff) || 1;
  // The minimal standard generator, as bash 5 uses it.
  const high = Math.floor(shell.random / 127773);
  const low = shell.random % 127773;
  let next = 16807 * low - 2836 * high;
  if (next < 0) next += 0x7fffffff;
  shell.random = next;
  return ((next >>> 16) ^ (next & 0xffff)) & 0x7fff;
}
