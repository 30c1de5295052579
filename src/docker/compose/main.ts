import type { Process, Program } from '../../kernel/index.ts';
import {
  checkArgs, explainError, findEntry, FlagError, helpText, isGroup, parseFlags, useLine, type Command, type CommandEntry, type CommandGroup, type FlagTable, type Located, type ParsedFlags,
} from '../cli/index.ts';
import { callOf, metadata, type Call } from './call.ts';
import { versionText } from './command/version.ts';
import { readComposeOptions, type ComposeFlagValues } from './compose-options.ts';
import { ComposeError, exitStatus } from './failure/compose-error.ts';
import { loadFailure } from './file/index.ts';
import { composeCommands, composeFlags, composeGroup } from './root.ts';
import { Compose, type ComposeOptions } from './runtime/index.ts';

/** `docker-compose`: the program, and the plugin behind `docker compose`. */
export const dockerCompose: Program = async (process) => {
  if (process.argv[1] === 'docker-cli-plugin-metadata') {
    await process.write(1, metadata);
    return 0;
  }
  return new Dispatcher(process, callOf(process)).run();
};

class Dispatcher {
  readonly #process: Process;
  readonly #call: Call;
  #compose: Compose | undefined;

  constructor(process: Process, call: Call) {
    this.#process = process;
    this.#call = call;
  }

  async run(): Promise<number> {
    try {
      return await this.#dispatch({ entry: composeGroup, path: 'docker compose', buildx: false });
    } catch (error) {
      await this.#compose?.flush();
      const { status, message } = explained(error);
      if (message !== '') await this.#process.write(2, `${message}\n`);
      return status;
    } finally {
      this.#compose?.close();
    }
  }

  async #dispatch(root: Located<CommandGroup>): Promise<number> {
    const given = this.#parse(composeFlags, this.#call.words, false);
    if (given.help) return this.#help(root);
    const values = given.values as ComposeFlagValues;
    const [word, ...rest] = given.args;
    if (word === undefined) return this.#help(root);
    const entry = findEntry(composeCommands, word);
    if (!entry) {
      if (values.version) {
        await this.#process.write(1, versionText);
        return 0;
      }
      await this.#help(root);
      throw new ComposeError('syntax', `unknown docker command: ${JSON.stringify(`compose ${word}`)}`);
    }
    return this.#enter(entry, `${root.path} ${entry.name}`, rest, given);
  }

  async #enter(entry: CommandEntry, path: string, words: readonly string[], given: ParsedFlags): Promise<number> {
    if (!isGroup(entry)) return this.#execute({ entry, path, buildx: false }, words, given);
    const parsed = this.#parse(entry.flags ?? {}, words, false);
    const [word, ...rest] = parsed.args;
    const next = word === undefined ? undefined : findEntry(entry.subcommands, word);
    if (parsed.help || !next) return this.#help({ entry, path, buildx: false });
    return this.#enter(next, `${path} ${next.name}`, rest, given);
  }

  async #execute(located: Located<Command>, words: readonly string[], given: ParsedFlags): Promise<number> {
    const { entry, path } = located;
    const flags = this.#flagsOf(entry);
    const parsed = this.#parse(flags, words, entry.interspersed ?? true);
    for (const notice of parsed.notices) await this.#process.write(1, `${notice}\n`);
    if (parsed.help) return this.#help(located);
    const refusal = argsRefusal(located, parsed.args);
    if (refusal !== undefined) throw new ComposeError('other', refusal);
    await this.#checkSupport(entry, path, flags, parsed.changed);
    const compose = this.#start(given, given.values['dry-run'] === true || parsed.values['dry-run'] === true);
    await Promise.race([
      entry.run({ cli: compose, args: parsed.args, flags: parsed.values, changed: (name) => parsed.changed.has(name), path }),
      this.#interrupted(compose),
    ]);
    await compose.flush();
    return 0;
  }

  /** The command's flags: without a terminal on stdout there is none in the container either. */
  #flagsOf(entry: Command): FlagTable {
    const flag = entry.flags['no-TTY'];
    if (!flag || !this.#process.isatty(1)) return entry.flags;
    const { defaultText: _text, ...rest } = flag;
    return { ...entry.flags, 'no-TTY': { ...rest, initial: false } };
  }

  #start(given: ParsedFlags, dryRun: boolean): Compose {
    const said: string[] = [];
    const warnings: string[] = [];
    let options: ComposeOptions;
    try {
      options = readComposeOptions(this.#process, given.values as ComposeFlagValues, given.changed, dryRun, (text) => said.push(text), (message) => warnings.push(message));
    } catch (error) {
      // Whatever is wrong before the command begins ends with 1.
      const failure = loadFailure(error);
      throw failure ? new ComposeError('other', failure.message) : error;
    }
    const compose = new Compose(this.#process, this.#call.global, options);
    this.#compose = compose;
    for (const message of warnings) compose.warn(message);
    for (const text of said) void compose.say(text);
    return compose;
  }

  async #checkSupport(entry: Command, path: string, flags: FlagTable, changed: ReadonlySet<string>): Promise<void> {
    if (typeof entry.support === 'object' && 'no' in entry.support) throw new ComposeError('other', `${path}: not supported here: ${entry.support.no}`);
    for (const name of changed) {
      const support = flags[name]?.support;
      if (typeof support === 'object' && 'partly' in support && this.#process.isatty(2)) await this.#process.write(2, `${path}: --${name} works in part here: ${support.partly}\n`);
    }
  }

  /** Rejects when the process is told to end and the command does not take it itself. */
  #interrupted(compose: Compose): Promise<never> {
    return new Promise((_resolve, reject) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        this.#process.onSignal(signal, { handle: () => void (compose.interrupt(signal) || reject(new ComposeError('canceled', 'canceled'))), restart: true });
      }
    });
  }

  #parse(flags: FlagTable, words: readonly string[], interspersed: boolean): ParsedFlags {
    try {
      return parseFlags(flags, words, { interspersed, environment: { env: this.#process.env } });
    } catch (error) {
      if (error instanceof FlagError) throw new ComposeError('syntax', error.message);
      throw error;
    }
  }

  async #help(located: Located): Promise<number> {
    const process = this.#process;
    const { entry } = located;
    const shown = isGroup(entry) ? located : { ...located, entry: { ...entry, flags: this.#flagsOf(entry) } };
    const columns = process.isatty(0) ? process.windowSize(0).columns : 80;
    await process.write(1, helpText(shown, { columns, bold: process.isatty(1), plugins: [], engineAnswers: false, inSwarm: false }));
    return 0;
  }
}

/** Commands whose number of arguments is checked as docker's own commands check it; the others have cobra's words. */
const checkedByDocker: ReadonlySet<string> = new Set(['cp', 'wait']);

function argsRefusal(located: Located<Command>, args: readonly string[]): string | undefined {
  const { entry, path } = located;
  const { min, max } = entry.args;
  const count = args.length;
  if (checkedByDocker.has(entry.name)) return checkArgs(entry.args, count, { path, useLine: useLine(located), short: entry.short });
  if (max === 0 && count > 0) return `unknown command ${JSON.stringify(args[0])} for ${JSON.stringify(path)}`;
  if (count < min) return `requires at least ${min} arg(s), only received ${count}`;
  return count > max ? `accepts at most ${max} arg(s), received ${count}` : undefined;
}

/** What goes to stderr, and the status. */
function explained(error: unknown): { status: number; message: string } {
  if (error instanceof ComposeError) return { status: exitStatus[error.failure], message: error.message };
  const load = loadFailure(error);
  if (load) return { status: exitStatus[load.failure], message: load.message };
  return explainError(error);
}
