import { fileType, fileTypeMask, isSystemError, type Process, type Program, type Signal, signalNumbers, strerror } from '../kernel/index.ts';
import { createRunner } from './execute/runner.ts';
import { runLines, runText } from './execute/run-text.ts';
import { readLine } from './execute/line-input.ts';
import { runToEnd } from './execute/subshell.ts';
import { CompleterRegistry } from './interactive/completer.ts';
import { parseArguments, type ShellArguments } from './invocation.ts';
import { JobTable } from './jobs/job-table.ts';
import type { CommandAsker, ShellSettings } from './state/settings.ts';
import { bashDialect, type Dialect } from './state/dialect.ts';
import { compileText } from './syntax/compile-word.ts';
import { expandPartsText } from './expand/expand.ts';
import { baseName, Shell } from './state/shell.ts';
import { prepareVariables } from './state/special-variables.ts';
import { importEnvironment } from './startup-variables.ts';
import { decodeText } from './text/byte-string.ts';

/** What a host gives its shells. */
export interface BashOptions {
  /** Which shell it plays; bash by default. */
  dialect?: Dialect;
  /** Completers by command; an empty registry by default. */
  completers?: CompleterRegistry;
  /**
   * Asked when a command was not found, before bash's own words: what it returns is printed on standard error in their
   * place (the status stays 127). For hints such as a command typed in the wrong keyboard layout.
   */
  commandNotFound?: (name: string, words: readonly string[], asker: CommandAsker) => string | undefined | Promise<string | undefined>;
}

/** Makes the program bash. Started as `sh` (or with `--posix`) it is in POSIX mode. */
export function createBash(options: BashOptions = {}): Program {
  const settings: ShellSettings = {
    completers: options.completers ?? new CompleterRegistry(),
    commandNotFound: options.commandNotFound,
    dialect: options.dialect ?? bashDialect,
  };
  const runner = createRunner(async (shell, path, words, text) => {
    // A script without `#!`: a fresh shell that keeps only what is exported.
    const fresh = new Shell(shell.process, settings, runner, new JobTable());
    const environment = shell.variables.environment();
    setUp(fresh, environment, words[0] ?? path);
    fresh.inputKind = 'file';
    fresh.name = path;
    fresh.positional = words.slice(1);
    fresh.calls.push({ name: 'main', source: path, callLine: 0, args: fresh.positional });
    return runToEnd(fresh, () => runText(fresh, text, { name: undefined, reader: true }));
  });
  return (process) => new BashProcess(process, settings, runner).run();
}

function setUp(shell: Shell, environment: Record<string, string>, argv0: string): void {
  prepareVariables(shell);
  importEnvironment(shell, environment, argv0);
  for (const name of shell.settings.dialect.absentVariables) {
    shell.variables.remove(name);
    const value = environment[name];
    if (value === undefined) continue;
    const variable = shell.variables.obtain(name);
    variable.value = value;
    variable.exported = true;
  }
}

/** One run of the program. */
class BashProcess {
  readonly shell: Shell;
  readonly process: Process;

  constructor(process: Process, settings: ShellSettings, runner: Shell['runner']) {
    this.process = process;
    this.shell = new Shell(process, settings, runner, new JobTable());
  }

  async run(): Promise<number> {
    const { process, shell } = this;
    const parsed = parseArguments(process.argv);
    const argv0 = process.argv[0] ?? 'bash';
    shell.name = argv0;
    if (parsed.kind === 'error') {
      await shell.writeError(`${argv0}: ${parsed.message.endsWith('option name') ? `line 0: ${argv0}: ` : ''}${parsed.message}\n`);
      return 2;
    }
    if (parsed.kind === 'print') {
      await shell.write(1, parsed.text);
      return 0;
    }
    const unknown = parsed.shopts.find(([name]) => !shell.options.knowsShopt(name));
    if (unknown) {
      await shell.writeError(`${argv0}: line 0: ${unknown[0]}: invalid shell option name\n`);
      return 2;
    }
    this.#rememberIgnored();
    setUp(shell, process.env, argv0);
    this.#applyOptions(parsed);
    if (parsed.command !== undefined) return this.#runCommand(parsed, parsed.command);
    const [script, ...rest] = parsed.operands;
    if (script !== undefined && !parsed.readStdin) return this.#runFile(script, rest);
    shell.positional = parsed.operands;
    shell.inputKind = 'stdin';
    if (parsed.interactive ?? (isTerminal(process, 0) && isTerminal(process, 2))) return this.#runInteractive(parsed);
    if (parsed.login) await this.#readLoginFiles(parsed);
    shell.calls.push({ name: 'main', source: '', callLine: 0, args: shell.positional });
    return runToEnd(shell, async () => {
      await this.#readEnvironmentFile();
      return runLines(shell, () => readLine(shell, 0));
    });
  }

  #rememberIgnored(): void {
    for (const name of Object.keys(signalNumbers) as Signal[]) if (this.process.signalDisposition(name) === 'ignore') this.shell.ignoredAtStart.add(name);
  }

  #applyOptions(parsed: ShellArguments): void {
    const { options, settings, disabledBuiltins } = this.shell;
    options.put('braceexpand', settings.dialect.braceExpansion);
    for (const name of settings.dialect.missing) disabledBuiltins.add(name);
    if (settings.dialect.name !== 'bash' || baseName(this.shell.name).replace(/^-/, '') === 'sh') {
      options.put('posix', true);
      options.putShopt('expand_aliases', true);
    }
    for (const [name, on] of parsed.options) options.put(name, on);
    for (const [name, on] of parsed.shopts) options.putShopt(name, on);
    if (options.has('posix')) options.putShopt('expand_aliases', true);
    this.shell.login = parsed.login;
    options.putShopt('login_shell', parsed.login);
  }

  async #runCommand(parsed: ShellArguments, command: string): Promise<number> {
    const { shell } = this;
    const [name, ...rest] = parsed.operands;
    if (name !== undefined) shell.name = name;
    shell.positional = rest;
    shell.inputKind = 'string';
    if (shell.settings.dialect.name === 'bash') shell.variables.assign('BASH_EXECUTION_STRING', command);
    shell.calls.push({ name: 'main', source: '', callLine: 0, args: rest });
    if (parsed.login) await this.#readLoginFiles(parsed);
    return runToEnd(shell, async () => {
      if (parsed.interactive) {
        const { startInteractive } = await import('./interactive/loop.ts');
        startInteractive(shell);
        if (!parsed.noRc) await this.#readRcFiles(parsed.rcFile);
      }
      else await this.#readEnvironmentFile();
      return runText(shell, command, { name: '-c', final: true });
    });
  }

  async #runFile(path: string, args: readonly string[]): Promise<number> {
    const { shell, process } = this;
    let bytes: Uint8Array;
    try {
      if ((process.stat(path).mode & fileTypeMask) === fileType.directory) {
        await shell.writeError(`${path}: ${path}: ${strerror('EISDIR')}\n`);
        return 126;
      }
      bytes = await readWhole(process, path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const { dialect } = shell.settings;
      await this.#readEnvironmentFile();
      await shell.writeError(`${shell.name}: ${dialect.cannotRead(path, error.code)}\n`);
      return dialect.name !== 'bash' ? 2 : error.code === 'ENOENT' ? 127 : 126;
    }
    const end = bytes.indexOf(10);
    if (bytes.subarray(0, end < 0 ? 80 : Math.min(end, 80)).includes(0)) {
      await shell.writeError(`${path}: ${path}: cannot execute binary file\n`);
      return 126;
    }
    shell.name = path;
    shell.positional = [...args];
    shell.inputKind = 'file';
    if (shell.login) await this.#readLoginFiles(undefined);
    shell.calls.push({ name: 'main', source: path, callLine: 0, args });
    return runToEnd(shell, async () => {
      await this.#readEnvironmentFile();
      return runText(shell, decodeText(bytes), { name: undefined, reader: true });
    });
  }

  async #runInteractive(parsed: ShellArguments): Promise<number> {
    const { shell } = this;
    const { runInteractive, startInteractive } = await import('./interactive/loop.ts');
    startInteractive(shell);
    return runToEnd(shell, async () => {
      if (parsed.login) await this.#readLoginFiles(parsed);
      else if (!parsed.noRc) await this.#readRcFiles(parsed.rcFile);
      return runInteractive(shell);
    });
  }

  async #readLoginFiles(parsed: ShellArguments | undefined): Promise<void> {
    if (parsed?.noProfile) return;
    await this.#readFile('/etc/profile');
    const home = this.shell.variables.text('HOME') ?? '';
    for (const name of ['.bash_profile', '.bash_login', '.profile']) {
      if (!this.process.exists(`${home}/${name}`)) continue;
      await this.#readFile(`${home}/${name}`);
      return;
    }
  }

  /** Debian's bash reads /etc/bash.bashrc before ~/.bashrc. */
  async #readRcFiles(rcFile?: string): Promise<void> {
    await this.#readFile('/etc/bash.bashrc');
    await this.#readFile(rcFile ?? `${this.shell.variables.text('HOME') ?? ''}/.bashrc`);
  }

  /** The file that BASH_ENV names, for a shell that is not interactive. */
  async #readEnvironmentFile(): Promise<void> {
    const { shell } = this;
    const path = shell.variables.text('BASH_ENV');
    if (!path || shell.options.has('posix') || shell.settings.dialect.name !== 'bash') return;
    await this.#readFile(await expandPartsText(shell, compileText(path)));
  }

  async #readFile(path: string): Promise<void> {
    if (!this.process.exists(path)) return;
    await this.shell.runner.runWords(this.shell, ['source', path]);
  }
}

function isTerminal(process: Process, fd: number): boolean {
  try {
    return process.isatty(fd);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

async function readWhole(process: Process, path: string): Promise<Uint8Array> {
  if ((process.stat(path).mode & fileTypeMask) === fileType.regular) return process.readFile(path);
  const fd = process.open(path, 'r');
  const stream = process.stream(fd);
  const { readAll } = await import('../base/index.ts');
  const bytes = await readAll(stream);
  stream.close();
  return bytes;
}
