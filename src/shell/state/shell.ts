import type { Function as FunctionNode, ParsedScript } from 'unbash';
import { isSystemError, type Process, type Signal } from '../../kernel/index.ts';
import type { JobTable } from '../jobs/job-table.ts';
import type { Editing } from '../readline/editing.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import { encodeText } from '../text/byte-string.ts';
import type { Argument } from './argument.ts';
import type { CompletionSpec } from './completion-spec.ts';
import { ShellFailure } from './control.ts';
import { Options } from './options.ts';
import type { ShellSettings } from './settings.ts';
import { VariableStore } from './variable-store.ts';

/** A defined function: its body in the tree and the text it came from. */
export interface ShellFunction {
  name: string;
  body: FunctionNode['body'];
  unit: SourceUnit;
  /** `BASH_SOURCE` of its calls. */
  source: string;
  line: number;
  exported: boolean;
  trace: boolean;
  readonly: boolean;
}

/** A function call or a sourced file that runs; the first one is the script itself. */
export interface Call {
  /** `FUNCNAME`: a function's name, `source`, `main`. */
  name: string;
  source: string;
  /** Line of the caller. */
  callLine: number;
  args: readonly string[];
}

/** `only` leaves out functions (`command`) or programs too (`builtin`); `args` are the arguments when some are assignments. */
export interface RunWordsOptions {
  only?: 'command' | 'builtin';
  standardPath?: boolean;
  args?: readonly Argument[];
}

/** What `shell` code needs from the executor, which stands above it. */
export interface Runner {
  /** `$(…)`: output without its last newlines. */
  substitute(shell: Shell, script: ParsedScript, unit: SourceUnit, text: string): Promise<string>;
  /** `<(…)` and `>(…)`: the path to use. */
  substituteProcess(shell: Shell, direction: '<' | '>', script: ParsedScript, unit: SourceUnit): string;
  /** Connects a fresh or cloned shell's variables with its state. */
  prepare(shell: Shell): void;
  /** Parses and runs text in this shell, as `eval`, `source` and traps do. */
  runText(shell: Shell, text: string, options: { name: string | undefined; firstLine?: number }): Promise<number>;
  /** Runs the body of a function, whose frame is in place. */
  runFunctionBody(shell: Shell, callee: ShellFunction): Promise<number>;
  /** Runs a file that execve did not know as a script in this process: a fresh shell in a child or after `exec`. */
  runScriptFile(shell: Shell, path: string, words: readonly string[]): Promise<number>;
  /** Runs a command given as words: function, builtin, program; `only` leaves out functions or more. */
  runWords(shell: Shell, words: readonly string[], options?: RunWordsOptions): Promise<number>;
}

/** State of one shell. A subshell gets a clone of it. */
export class Shell {
  process: Process;
  readonly settings: ShellSettings;
  readonly runner: Runner;
  variables = new VariableStore();
  options = new Options();
  functions = new Map<string, ShellFunction>();
  aliases = new Map<string, string>();
  /** Commands found in PATH. */
  hashed = new Map<string, { path: string; hits: number }>();
  disabledBuiltins = new Set<string>();
  positional: string[] = [];
  /** How often `set` has changed them. */
  positionalSets = 0;
  /** Messages about commands that died of a signal, kept back while their redirections hold. */
  heldMessages: string[] | undefined;
  /** `$0`. */
  name = 'bash';
  status = 0;
  pipeStatus: number[] = [];
  /** The directory that `cd` went to, with the links it went through; `PWD` may be assigned something else. */
  directory: string | undefined;
  /** Status of the last command substitution of the running command. */
  substitutionStatus: number | undefined;
  lastBackground: number | undefined;
  lastArgument = '';
  interactive = false;
  /** How the shell got its commands: `-c`, a file, standard input. */
  inputKind: 'string' | 'file' | 'stdin' = 'string';
  login = false;
  subshellDepth = 0;
  /** Pid of the first shell: `$$`. */
  readonly mainPid: number;
  readonly startTime: number;
  secondsBase = 0;
  unit: SourceUnit | undefined;
  position = 0;
  calls: Call[] = [];
  loopDepth = 0;
  functionDepth = 0;
  sourceDepth = 0;
  /** Above 0 inside conditions, where a failure does not end the shell under `set -e`. */
  conditionDepth = 0;
  currentCommand = '';
  directoryStack: string[] = [];
  traps = new Map<string, string>();
  /** Traps of the parent: a subshell lists them until it sets one. */
  inheritedTraps: Map<string, string> | undefined;
  pendingSignals: Signal[] = [];
  ignoredAtStart = new Set<Signal>();
  /** Traps that run just now, by name. */
  runningTraps = new Set<string>();
  jobs: JobTable;
  /** Nesting of `set -x` output: eval, source, command substitution. */
  traceDepth = 0;
  /** Descriptor of the controlling terminal of an interactive shell. */
  terminal: number | undefined;
  getopts = { index: 1, offset: 0 };
  random = 0;
  /** Set by Ctrl-C in an interactive shell. */
  interrupted = false;
  /** Pids of process substitutions of the running command. */
  substitutionDescriptors: number[] = [];
  commandNumber = 1;
  exiting = false;
  /** The line editor of an interactive shell, for `bind` and the like. */
  editing: Editing | undefined;
  /** What `complete` registered, by command. */
  completionSpecs = new Map<string, CompletionSpec>();
  /** Options of the completion that runs, for `compopt`. */
  completing: Set<string> | undefined;
  history: string[] = [];
  /** When each line of `history` was entered. */
  historyTimes: number[] = [];
  /** Number after the last line that is in the history file. */
  historySaved = 1;
  historyBase = 1;
  /** Coprocess descriptors and the like that outlive a command. */
  workSinceCheckpoint = 0;

  constructor(process: Process, settings: ShellSettings, runner: Runner, jobs: JobTable) {
    this.process = process;
    this.settings = settings;
    this.runner = runner;
    this.jobs = jobs;
    this.mainPid = process.pid;
    this.startTime = process.clock.now();
  }

  /** `LINENO`. */
  get line(): number {
    return this.unit?.line(this.position) ?? 0;
  }

  /** What error messages begin with: `bash: line 3: `. */
  get prefix(): string {
    return this.prefixOf(undefined);
  }

  /** The same for a message of a builtin. */
  prefixOf(builtin: string | undefined): string {
    const { dialect } = this.settings;
    const name = this.interactive ? (dialect.name === 'bash' ? baseName(this.name) : this.name) : this.calls[this.calls.length - 1]?.source || this.name;
    return dialect.prefix({ name, line: this.line, interactive: this.interactive, inputKind: this.inputKind, builtin });
  }

  write(fd: number, text: string): Promise<void> {
    return this.process.write(fd, encodeText(text));
  }

  /** A message on standard error, with the prefix. A standard error that cannot be written is no reason to stop. */
  async complain(message: string, builtin?: string): Promise<void> {
    const { name } = this.settings.dialect;
    const other = name === 'bash' ? undefined : (await import('./almquist-messages.ts')).almquistMessage(name, builtin === undefined ? message : `${builtin}: ${message}`);
    if (!other) return this.writeError(`${this.prefixOf(builtin)}${message}\n`);
    await this.writeError(`${other.bare ? '' : this.prefixOf(other.builtin)}${other.text}\n`);
    if (other.fatal) throw new ShellFailure('', { fatal: true, status: 2 });
  }

  async writeError(text: string): Promise<void> {
    try {
      await this.write(2, text);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  /** Prints a failure. */
  report(failure: ShellFailure): Promise<void> {
    return failure.prefix === undefined || this.settings.dialect.name !== 'bash' ? this.complain(failure.message) : this.writeError(`${failure.prefix}${failure.message}\n`);
  }

  /** Copies the state for a child that `fork` makes; the child's `process` is set when it runs. */
  clone(): Shell {
    const copy = new Shell(this.process, this.settings, this.runner, this.jobs);
    const { options, variables } = copy;
    Object.assign(copy, this);
    copy.jobs = this.jobs.cloneForChild();
    copy.options = this.options.clone() ?? options;
    copy.variables = this.variables.clone() ?? variables;
    copy.functions = new Map(this.functions);
    copy.completionSpecs = new Map(this.completionSpecs);
    copy.aliases = new Map(this.aliases);
    copy.hashed = new Map(this.hashed);
    copy.disabledBuiltins = new Set(this.disabledBuiltins);
    copy.positional = [...this.positional];
    copy.calls = [...this.calls];
    copy.directoryStack = [...this.directoryStack];
    copy.traps = new Map(this.traps);
    copy.pendingSignals = [];
    copy.runningTraps = new Set(this.runningTraps);
    copy.substitutionDescriptors = [];
    copy.getopts = { ...this.getopts };
    copy.pipeStatus = [...this.pipeStatus];
    copy.subshellDepth = this.subshellDepth + 1;
    copy.loopDepth = 0;
    copy.history = [...this.history];
    copy.historyTimes = [...this.historyTimes];
    copy.runner.prepare(copy);
    return copy;
  }
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
