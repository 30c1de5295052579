import { type Clock, concatBytes, type Disposable, encodeUtf8 } from '../base/index.ts';
import { type Fd, isEndOfProcess, isSystemError, type Process, signalNumbers, type SpawnOptions, SystemError, type WaitStatus } from '../kernel/index.ts';
import { seal } from './sealed.ts';
import { findUser, loginEnvironment, type User } from './user.ts';

/** How `Host.exec` runs a script. */
export interface HostExecOptions {
  /** Login name; default `root`. */
  user?: string;
  /** Default: the user's home. */
  cwd?: string;
  /** Added to the login's environment. */
  env?: Record<string, string>;
  /** What the script reads; default: nothing. An iterable is asked for more as the script reads, and left alone once it has ended. */
  stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Get output as it comes, instead of the result. */
  onStdout?: (bytes: Uint8Array) => void;
  onStderr?: (bytes: Uint8Array) => void;
  /** Aborting kills the script and all it started; the exit code is then 137. */
  signal?: AbortSignal;
  /** Milliseconds; after it the script is killed and the exit code is 124, as timeout(1) gives. */
  timeoutMs?: number;
  /** What the script writes to files is thrown away with it: for checks. It sees the host as it runs. */
  sealed?: boolean;
}

/** What a script gave, as bytes. */
export interface HostExecOutput {
  stdout: Uint8Array;
  stderr: Uint8Array;
  /** 0 to 255; 128 + n when signal n ended the shell. */
  exitCode: number;
}

function exitCodeOf(status: WaitStatus | undefined): number {
  if (status?.kind === 'exited') return status.status;
  if (status?.kind === 'signaled') return 128 + signalNumbers[status.signal];
  return 255;
}

/** Reads a pipe to its end, or, once the script has ended, as far as it is filled: what the script left in the background may hold it open. */
async function collect(init: Process, fd: Fd, ended: Promise<unknown>, hand: ((bytes: Uint8Array) => void) | undefined): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const take = hand ?? ((bytes) => parts.push(bytes));
  let over = false;
  const end = ended.then(() => {
    over = true;
  });
  for (;;) {
    if (!over) await Promise.race([init.poll([fd]), end]);
    if (over && (await init.poll([fd], 0)).length === 0) break;
    const part = await init.read(fd);
    if (part.length === 0) break;
    take(part);
  }
  return concatBytes(parts);
}

async function feed(init: Process, fd: Fd, input: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const part of input) await init.write(fd, part);
  } catch (error) {
    // The script need not read its input.
    if (!isSystemError(error, 'EPIPE')) throw error;
  } finally {
    init.close(fd);
  }
}

type Start = (init: Process, script: string, user: User, cwd: string, options: SpawnOptions) => number;

const startShell: Start = (init, script, { credentials }, cwd, options) => init.spawn('/bin/bash', ['bash', '-c', script], { ...options, cwd, credentials });

const startSealed: Start = (init, script, { credentials }, cwd, options) => {
  if (!init.exists(cwd)) throw new SystemError('ENOENT', cwd);
  return init.fork((child) => {
    seal(child);
    child.chdir(cwd);
    child.setCredentials(credentials);
    return child.exec('/bin/bash', ['bash', '-c', script]);
  }, { ...options, namespaces: { mount: 'new' }, argv0: 'bash' });
};

/** Runs a script with bash as a child of pid 1, outside every terminal; resolves when the shell has ended. */
export async function execScript(init: Process, clock: Clock, script: string, options: HostExecOptions): Promise<HostExecOutput> {
  const user = findUser(init, options.user ?? 'root');
  const [stdinRead, stdinWrite] = init.pipe();
  const [stdoutRead, stdoutWrite] = init.pipe();
  const [stderrRead, stderrWrite] = init.pipe();
  let pid: number;
  try {
    const start = options.sealed ? startSealed : startShell;
    pid = start(init, script, user, options.cwd ?? user.home, { env: { ...loginEnvironment(user), ...options.env }, fds: { 0: stdinRead, 1: stdoutWrite, 2: stderrWrite }, newSession: true });
  } finally {
    for (const fd of [stdinRead, stdoutWrite, stderrWrite]) init.close(fd);
  }
  const session = pid;
  const killAll = (): void => {
    for (const each of init.processes()) {
      if (each.sid !== session) continue;
      try {
        init.kill(each.pid, 'SIGKILL');
      } catch (error) {
        // It is gone with one that was killed before it.
        if (!isSystemError(error, 'ESRCH')) throw error;
      }
    }
  };
  let timedOut = false;
  const timer: Disposable | undefined =
    options.timeoutMs === undefined
      ? undefined
      : clock.setTimeout(() => {
          timedOut = true;
          killAll();
        }, options.timeoutMs);
  options.signal?.addEventListener('abort', killAll, { once: true });
  if (options.signal?.aborted) killAll();
  const { stdin = [] } = options;
  const input = typeof stdin === 'string' ? [encodeUtf8(stdin)] : stdin instanceof Uint8Array ? [stdin] : stdin;
  feed(init, stdinWrite, input).catch((error: unknown) => {
    if (!isEndOfProcess(error)) throw error;
  });
  const ended = init.wait(pid);
  try {
    const [stdout, stderr, status] = await Promise.all([collect(init, stdoutRead, ended, options.onStdout), collect(init, stderrRead, ended, options.onStderr), ended]);
    return { stdout, stderr, exitCode: timedOut ? 124 : exitCodeOf(status) };
  } finally {
    timer?.dispose();
    options.signal?.removeEventListener('abort', killAll);
    for (const fd of [stdoutRead, stderrRead]) init.close(fd);
  }
}
