import { isSystemError, parseSignal, signalNumbers, type WaitStatus } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, quote, reason, spawnCommand, type Tool, UsageError } from '../program/index.ts';
import { parseDuration } from '../system/duration.ts';

const options = {
  foreground: '-f --foreground  allow COMMAND to read from the TTY and get TTY signals', killAfter: '-k --kill-after=  also send a KILL signal if COMMAND is still running', preserve: '-p --preserve-status  exit with the same status as COMMAND', signal: '-s --signal=  specify the signal to be sent on timeout', verbose: '-v --verbose  diagnose to stderr any signal sent upon timeout',
};

export const timeout = defineProgram({ name: 'timeout', usage: '[OPTION]... DURATION COMMAND [ARG]...', summary: 'Start COMMAND, and kill it if still running after DURATION.', options, inOrder: true, usageStatus: 125, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const [text, ...command] = args.operands;
  if (text === undefined || command.length === 0) {
    if (tool.busybox) throw new UsageError('missing operand');
    await tool.errorText("Try 'timeout --help' for more information.\n");
    return 125;
  }
  const ms = parseDuration(text);
  if (ms === undefined) throw new UsageError(`invalid time interval ${quote(text)}`);
  const killAfter = args.value('killAfter');
  const after = killAfter === undefined ? undefined : parseDuration(killAfter);
  if (killAfter !== undefined && after === undefined) throw new UsageError(`invalid time interval ${quote(killAfter)}`);
  const signal = parseSignal(args.value('signal') ?? 'TERM');
  if (!signal) throw new UsageError(`${quote(args.value('signal') ?? '')}: invalid signal`);
  let pid: number;
  try {
    pid = spawnCommand(process, command, args.has('foreground') ? {} : {});
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(`failed to run command ${quote(command[0] ?? '')}: ${reason(error)}`);
    return isSystemError(error, 'ENOENT') ? 127 : 126;
  }
  for (const one of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) process.onSignal(one, { handle: () => send(one), restart: true });
  const send = (one: Parameters<typeof process.kill>[1]): void => {
    try {
      process.kill(pid, one);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  };
  let timedOut = false;
  let told: Promise<void> | undefined;
  const timers: { dispose(): void }[] = [];
  if (ms > 0 && ms !== Infinity) {
    timers.push(process.clock.setTimeout(() => {
      timedOut = true;
      if (args.has('verbose')) told = tool.errorText(`timeout: sending signal ${signal.slice(3)} to command ${quote(command[0] ?? '')}\n`);
      send(signal);
      send('SIGCONT');
      if (after !== undefined) timers.push(process.clock.setTimeout(() => send('SIGKILL'), after));
    }, ms));
  }
  let status: WaitStatus | undefined;
  try {
    status = await process.wait(pid);
  } finally {
    for (const timer of timers) timer.dispose();
    await told;
  }
  const own = status?.kind === 'exited' ? status.status : status?.kind === 'signaled' ? 128 + signalNumbers[status.signal] : 0;
  if (!timedOut || args.has('preserve')) return own;
  const killed = status?.kind === 'signaled' && status.signal === 'SIGKILL';
  // GNU's signals its own group: a SIGKILL is its own end too.
  // busybox runs the command in this very process: it is what the signal ends.
  if (tool.busybox && status?.kind === 'signaled') {
    if (status.signal !== 'SIGKILL') process.onSignal(status.signal, 'default');
    process.kill(process.pid, status.signal);
  }
  if (killed && !tool.busybox && !args.has('foreground')) process.kill(process.pid, 'SIGKILL');
  return killed ? 137 : tool.busybox ? 143 : 124;
}
