import { isSystemError, type Process, type Program, type Signal, signalNumbers, strerror } from '../../kernel/index.ts';

/** Signals that a program cannot or should not take for another. */
const kept = new Set<Signal>(['SIGKILL', 'SIGSTOP', 'SIGCHLD', 'SIGFPE', 'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGTRAP', 'SIGSYS', 'SIGTTIN', 'SIGTTOU']);

/** tini under Docker's name, as `--init` runs it: pid 1 that passes signals on to its child, reaps what is left to it, and ends as the child does. */
export const dockerInit: Program = async (process) => {
  const words = process.argv.slice(1);
  if (words[0] === '--version') {
    await process.write(1, 'tini version 0.19.0\n');
    return 0;
  }
  const [name, ...args] = words[0] === '--' ? words.slice(1) : words;
  if (name === undefined) {
    await process.write(2, `${process.argv[0]} (tini version 0.19.0)\nUsage: ${process.argv[0]} [OPTIONS] PROGRAM -- [ARGS] | --version\n`);
    return 1;
  }
  let child: number;
  try {
    child = start(process, name, args);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await process.write(2, `[FATAL tini (${process.pid + 1})] exec ${name} failed: ${strerror(error.code)}\n`);
    return error.code === 'ENOENT' ? 127 : 126;
  }
  for (const signal of Object.keys(signalNumbers) as Signal[]) if (!kept.has(signal)) process.onSignal(signal, { handle: () => passOn(process, child, signal), restart: true });
  for (;;) {
    const status = await process.wait(-1);
    if (status?.pid !== child) continue;
    if (status.kind === 'exited') return status.status;
    if (status.kind === 'signaled') return 128 + signalNumbers[status.signal];
  }
};

/** execvp(3) in a child with a process group of its own, which gets the terminal. */
function start(process: Process, name: string, args: readonly string[]): number {
  const candidates = name.includes('/') ? [name] : (process.env['PATH'] ?? '').split(':').map((directory) => `${directory || '.'}/${name}`);
  const path = candidates.find((candidate) => process.access(candidate, 'x')) ?? candidates.find((candidate) => process.exists(candidate)) ?? name;
  const child = process.spawn(path, [name, ...args], { processGroup: 'new' });
  if (process.isatty(0)) process.tcsetpgrp(0, child);
  return child;
}

function passOn(process: Process, child: number, signal: Signal): void {
  try {
    process.kill(child, signal);
  } catch (error) {
    if (!isSystemError(error, 'ESRCH')) throw error;
  }
}
