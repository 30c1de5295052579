import { mustRun, runCommand } from '../child-process/index.ts';
import type { LabHost, LabHostExecOptions, LabHostExecResult, LabHostFile } from './lab-host.ts';
import { FirstLine } from './first-line.ts';

/** Says its process id, which leads a session of its own, and becomes the script. */
const announce = 'echo $$ >&2; exec bash -c "$0"';

/** What a host asks of its driver. */
export interface DockerLabHostHooks {
  fork(host: DockerLabHost): Promise<LabHost>;
  /** The container is gone. */
  disposed(host: DockerLabHost): Promise<void>;
}

/** A lab host that is a container of the outer engine. */
export class DockerLabHost implements LabHost {
  readonly id: string;
  readonly #hooks: DockerLabHostHooks;
  #disposed: Promise<void> | undefined;

  constructor(id: string, hooks: DockerLabHostHooks) {
    this.id = id;
    this.#hooks = hooks;
  }

  async exec(script: string, options: LabHostExecOptions = {}): Promise<LabHostExecResult> {
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
    for (const { path, data, mode = 0o644, user = 'root' } of files) {
      const environment = ['-e', `MODE=${mode.toString(8)}`, '-e', `FILE=${path}`];
      await mustRun('docker', ['exec', '-i', '-u', user, ...environment, this.id, 'bash', '-c', 'install -D -m "$MODE" /dev/stdin "$FILE"'], { stdin: data });
    }
  }

  fork(): Promise<LabHost> {
    return this.#hooks.fork(this);
  }

  dispose(): Promise<void> {
    this.#disposed ??= runCommand('docker', ['rm', '-fv', this.id]).then(() => this.#hooks.disposed(this));
    return this.#disposed;
  }
}
