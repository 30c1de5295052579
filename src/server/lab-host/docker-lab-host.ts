import type { ByteStream } from '../../base/index.ts';
import type { DockerClient } from '../../docker/client/index.ts';
import { CommandError, mustRun, runCommand } from '../child-process/index.ts';
import { connectCommand, whenConnected } from './connect-port.ts';
import { openDockerTerminal } from './docker-terminal.ts';
import { openExec } from './exec-stream.ts';
import { FirstLine } from './first-line.ts';
import { followWatch, watchCommand } from './host-watch.ts';
import type { LabHost, LabHostEvents, LabHostExecOptions, LabHostExecResult, LabHostFile, LabTerminal, LabTerminalOptions } from './lab-host.ts';

/** Says its process id, which leads a session of its own, and becomes the script. */
const announce = 'echo $$ >&2; exec bash -c "$0"';

/** Runs until the engine of a host answers; its log is what explains a failure. */
const untilEngineAnswers = 'for _ in $(seq 400); do curl -sf --unix-socket /run/docker.sock http://docker/_ping > /dev/null 2>&1 && exit; sleep 0.05; done; tail -n 5 /var/log/docker.log >&2; exit 1';

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
  #disposed: Promise<void> | undefined;

  constructor(id: string, hooks: DockerLabHostHooks) {
    this.id = id;
    this.#hooks = hooks;
  }

  /** How often something was begun on it that may have changed it; NaN once something was opened that may change it at any time. */
  get uses(): number {
    return this.#uses;
  }

  async exec(script: string, options: LabHostExecOptions = {}): Promise<LabHostExecResult> {
    this.#uses++;
    const { user = 'root', stdin = '', signal, timeoutMs } = options;
    if (signal?.aborted) return { stdout: '', stderr: '', exitCode: 137 };
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const variables = { HOME: home, USER: user, LOGNAME: user, SHELL: '/bin/bash', ...options.env };

    const errors: Uint8Array[] = [];
    const split = new FirstLine(options.onStderr ?? ((bytes) => errors.push(bytes)));
    // Inside first: the end of the client would leave the script running.
    const kill = (): void => void split.line.then((leader) => runCommand('docker', ['exec', this.id, 'pkill', '-KILL', '-s', leader]));
    let late = false;
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
      late = true;
      kill();
    }, timeoutMs);
    signal?.addEventListener('abort', kill);
    try {
      const environment = Object.entries(variables).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
      const args = ['exec', '-i', '-u', user, '-w', options.cwd ?? home, ...environment, this.id, 'bash', '-c', announce, script];
      const result = await runCommand('docker', args, { stdin, onStderr: (bytes) => split.write(bytes), ...(options.onStdout && { onStdout: options.onStdout }) });
      return { stdout: result.stdout, stderr: Buffer.concat(errors).toString(), exitCode: late ? 124 : result.exitCode };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
    }
  }

  async putFiles(files: readonly LabHostFile[]): Promise<void> {
    this.#uses++;
    for (const { path, data, mode = 0o644, user = 'root' } of files) {
      const environment = ['-e', `MODE=${mode.toString(8)}`, '-e', `FILE=${path}`];
      await mustRun('docker', ['exec', '-i', '-u', user, ...environment, this.id, 'bash', '-c', 'install -D -m "$MODE" /dev/stdin "$FILE"'], { stdin: data });
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
    const args = ['exec', this.id, 'bash', '-c', untilEngineAnswers];
    const result = await runCommand('docker', args);
    if (result.exitCode !== 0) throw new CommandError('docker', args, result);
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
    this.#disposed ??= this.#hooks.engine()
      .then((engine) => engine.containers.remove(this.id, { force: true, volumes: true }))
      .catch(() => undefined)
      .then(() => this.#hooks.disposed(this));
    return this.#disposed;
  }
}
