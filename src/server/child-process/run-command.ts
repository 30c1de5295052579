import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';

/** How a program is run. */
export interface CommandOptions {
  /** What it reads; default: nothing. */
  stdin?: string | Uint8Array | Readable;
  cwd?: string;
  /** Variables besides those of this process. */
  env?: Readonly<Record<string, string>>;
  /** Gets output as it comes, instead of the result. */
  onStdout?: (bytes: Uint8Array) => void;
  onStderr?: (bytes: Uint8Array) => void;
  /** Aborting kills the program. */
  signal?: AbortSignal | undefined;
}

/** What a program gave. */
export interface CommandResult {
  stdout: string;
  stderr: string;
  /** 127 when it could not be started, 128 + n when signal n ended it. */
  exitCode: number;
}

/** A program failed that should not: its command line and its last words. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code = 'command-failed';

  readonly result: CommandResult;

  constructor(command: string, args: readonly string[], result: CommandResult) {
    super(`${[command, ...args].join(' ').slice(0, 200)} ended with status ${result.exitCode}: ${(result.stderr || result.stdout).trim().slice(-2000)}`);
    this.result = result;
  }
}

const signals: Record<string, number> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Runs a program to its end. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const env = { ...process.env, ...options.env };
    const child = spawn(command, args, { cwd: options.cwd, env, stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
    const kill = (): void => void child.kill('SIGKILL');
    if (options.signal?.aborted) kill();
    options.signal?.addEventListener('abort', kill);
    child.stdout?.on('data', options.onStdout ?? ((chunk: Buffer) => stdout.push(chunk)));
    child.stderr?.on('data', options.onStderr ?? ((chunk: Buffer) => stderr.push(chunk)));
    // A program may end without reading what it was given.
    child.stdin?.on('error', () => {});
    if (options.stdin instanceof Readable) options.stdin.pipe(child.stdin as NodeJS.WritableStream);
    else if (options.stdin !== undefined) child.stdin?.end(options.stdin);
    const end = (exitCode: number, words = ''): void => {
      options.signal?.removeEventListener('abort', kill);
      resolve({ stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() + words, exitCode });
    };
    child.on('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 128 + (signals[signal ?? ''] ?? 0)));
  });
}

/** Runs a program that must succeed; gives its stdout without the last line feed. Throws CommandError. */
export async function mustRun(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await runCommand(command, args, options);
  if (result.exitCode !== 0) throw new CommandError(command, args, result);
  return result.stdout.replace(/\n$/, '');
}
