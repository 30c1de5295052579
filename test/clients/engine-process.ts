import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** What a command of a client gave. */
export interface Answer {
  stdout: string;
  stderr: string;
  code: number;
}

/** `engine --listen unix:…` as a process, in a folder of its own that is the clients' home too. */
export class EngineProcess implements AsyncDisposable {
  /** For files of a test. */
  readonly folder: string;
  readonly #process: ChildProcess;

  private constructor(folder: string, process: ChildProcess) {
    this.folder = folder;
    this.#process = process;
  }

  static async start(): Promise<EngineProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'drydock-engine-'));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'engine', '--listen', `unix:${folder}/docker.sock`], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit').then(([code]) => { throw new Error(`the engine ended with status ${code}`); });
    await Promise.race([once(child.stdout, 'data'), ended]);
    ended.catch(() => undefined);
    return new EngineProcess(folder, child);
  }

  /** Runs a client; nothing of this machine's configuration reaches it. */
  async run(command: string, args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}): Promise<Answer> {
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: this.folder, LC_ALL: 'C.UTF-8', DOCKER_CONFIG: `${this.folder}/config`, DOCKER_HOST: `unix://${this.folder}/docker.sock`, ...options.env };
    const child = spawn(command, args, { env, cwd: this.folder, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    // A client may end without having read all.
    child.stdin.on('error', () => undefined).end(options.input ?? '');
    const [code] = (await once(child, 'close')) as [number];
    return { stdout, stderr, code };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await exit;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
