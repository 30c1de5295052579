import { type ByteStream, concatBytes, decodeUtf8 } from '../../base/index.ts';
import type { DockerClient } from '../../docker/client/index.ts';
import { connectCommand, whenConnected } from './connect-port.ts';
import { openDockerTerminal } from './docker-terminal.ts';
import { openExec } from './exec-stream.ts';
import { followWatch, watchCommand } from './host-watch.ts';
import type { LabHost, LabHostEvents, LabHostExecOptions, LabHostExecResult, LabHostFile, LabTerminal, LabTerminalOptions } from './lab-host.ts';
import { runScriptsCommand, ScriptRunner } from './script-runner.ts';
import { thaw } from './thaw.ts';

/** Runs until the engine of a host answers; its log is what explains a failure. */
const untilEngineAnswers = 'for _ in {1..400}; do [ -S /run/docker.sock ] && curl -sf --unix-socket /run/docker.sock http://docker/_ping > /dev/null 2>&1 && exit; sleep 0.05; done; tail -n 5 /var/log/docker.log >&2; exit 1';

/** How long a host may take to let what is paused go on, in milliseconds. */
const thawMs = 2000;

/** What a host asks of its driver. */
export interface DockerLabHostHooks {
  engine(): Promise<DockerClient>;
  /** A container beside it, which connects to it, and its address there. */
  neighbour(host: DockerLabHost): Promise<{ container: string; address: string }>;
  fork(host: DockerLabHost): Promise<LabHost>;
  snapshot(host: DockerLabHost, name: string): Promise<void>;
  /** The container is gone. */
  disposed(host: DockerLabHost): Promise<void>;
}

/** A lab host that is a container of the outer engine. */
export class DockerLabHost implements LabHost {
  readonly id: string;
  readonly #hooks: DockerLabHostHooks;
  #uses = 0;
  #scripts: Promise<ScriptRunner> | undefined;
  #disposed: Promise<void> | undefined;

  constructor(id: string, hooks: DockerLabHostHooks) {
    this.id = id;
    this.#hooks = hooks;
  }

  /** How often something was begun on it that may have changed it; NaN once something was opened that may change it at any time. */
  get uses(): number {
    return this.#uses;
  }

  exec(script: string, options: LabHostExecOptions = {}): Promise<LabHostExecResult> {
    this.#uses++;
    return this.#run(script, options);
  }

  async #run(script: string, options: LabHostExecOptions = {}): Promise<LabHostExecResult> {
    const { user = 'root', stdin = '', signal, timeoutMs } = options;
    if (signal?.aborted) return { stdout: '', stderr: '', exitCode: 137 };
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const variables = { HOME: home, USER: user, LOGNAME: user, SHELL: '/bin/bash', ...options.env };

    const output: Uint8Array[] = [];
    const errors: Uint8Array[] = [];
    let runner: ScriptRunner;
    try {
      runner = await this.#runner();
    } catch (error) {
      return { stdout: '', stderr: `${error instanceof Error ? error.message : String(error)}\n`, exitCode: 126 };
    }
    const { ended, kill } = runner.start({
      script, user, cwd: options.cwd ?? home, env: variables, stdin,
      onStdout: options.onStdout ?? ((bytes) => output.push(bytes)), onStderr: options.onStderr ?? ((bytes) => errors.push(bytes)),
    });
    let late = false;
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
      late = true;
      kill();
    }, timeoutMs);
    signal?.addEventListener('abort', kill);
    if (signal?.aborted) kill();
    try {
      const status = await ended;
      return { stdout: decodeUtf8(concatBytes(output)), stderr: decodeUtf8(concatBytes(errors)), exitCode: late ? 124 : (status ?? 137) };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
    }
  }

  /** Who runs scripts in it; another one when that was killed. */
  #runner(): Promise<ScriptRunner> {
    this.#scripts ??= this.#hooks.engine().then(async (engine) => {
      const runner = new ScriptRunner(await openExec(engine, this.id, runScriptsCommand));
      void runner.ended.then(() => (this.#scripts = undefined));
      return runner;
    }).catch((error: unknown) => {
      this.#scripts = undefined;
      throw error;
    });
    return this.#scripts;
  }

  async putFiles(files: readonly LabHostFile[]): Promise<void> {
    for (const { path, data, mode = 0o644, user = 'root' } of files) {
      const { exitCode, stderr } = await this.exec('install -D -m "$MODE" /dev/stdin "$FILE"', { user, cwd: '/', stdin: data, env: { MODE: mode.toString(8), FILE: path } });
      if (exitCode !== 0) throw new Error(`${path} cannot be written in ${this.id}: ${stderr.trim()}`);
    }
  }

  async open(command: readonly string[], failed?: (stderr: string, exitCode: number) => void): Promise<ByteStream> {
    this.#uses = Number.NaN;
    return openExec(await this.#hooks.engine(), this.id, command, failed);
  }

  async openTerminal(options: LabTerminalOptions): Promise<LabTerminal> {
    this.#uses = Number.NaN;
    return openDockerTerminal(await this.#hooks.engine(), this.id, options);
  }

  async watch(folder: string, events: LabHostEvents): Promise<{ close(): void; readonly ended: Promise<void> }> {
    let why = '';
    const stream = await this.open(watchCommand(folder), (stderr) => (why = stderr));
    return { ...(await followWatch(stream, folder, events, () => why)), close: () => stream.close() };
  }

  async engineAnswers(): Promise<void> {
    const { exitCode, stderr } = await this.#run(untilEngineAnswers);
    if (exitCode !== 0) throw new Error(`The engine of ${this.id} does not answer: ${stderr.trim()}`);
  }

  async connectPort(port: number, timeoutMs: number): Promise<ByteStream> {
    const { container, address } = await this.#hooks.neighbour(this);
    return whenConnected(await openExec(await this.#hooks.engine(), container, connectCommand(address, port, timeoutMs)));
  }

  snapshot(name: string): Promise<void> {
    return this.#hooks.snapshot(this, name);
  }

  fork(): Promise<LabHost> {
    return this.#hooks.fork(this);
  }

  dispose(): Promise<void> {
    this.#disposed ??= this.#thaw()
      .then(() => this.#hooks.engine())
      .then((engine) => engine.containers.remove(this.id, { force: true, volumes: true }))
      .catch(() => undefined)
      .then(() => this.#hooks.disposed(this));
    return this.#disposed;
  }

  /** A host that does not answer is removed all the same. */
  async #thaw(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, thawMs);
    await Promise.race([this.#run(thaw), promise]);
    clearTimeout(timer);
  }
}
