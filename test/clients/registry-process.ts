import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from './engine-process.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** `registry` as a process on a free port of the loopback interface, with a folder for files of clients. */
export class RegistryProcess implements AsyncDisposable {
  readonly folder: string;
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly #process: ChildProcess;

  private constructor(folder: string, host: string, process: ChildProcess) {
    this.folder = folder;
    this.host = host;
    this.#process = process;
  }

  /** Options may name files of a folder that `prepare` has put them into. */
  static async start(options: readonly string[] = [], folder = mkdtempSync(join(tmpdir(), 'drydock-registry-'))): Promise<RegistryProcess> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'registry', '--listen', '127.0.0.1:0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit').then(([code]) => { throw new Error(`the registry ended with status ${code}`); });
    const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
    ended.catch(() => undefined);
    return new RegistryProcess(folder, /127\.0\.0\.1:\d+/.exec(String(line))?.[0] ?? '', child);
  }

  /** Runs a client; what it reads and writes at home is in the folder. */
  async run(command: string, ...args: string[]): Promise<Answer> {
    const { PATH = '' } = process.env;
    const child = spawn(command, args, { env: { PATH, HOME: this.folder, LC_ALL: 'C.UTF-8', DOCKER_CONFIG: `${this.folder}/config` }, cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
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
