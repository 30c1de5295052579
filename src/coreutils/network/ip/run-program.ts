import { type Process, type Signal, signalNumbers } from '../../../kernel/uapi/index.ts';

/** Waits for a child as if it were this process, which real tools have replaced by then; signals of the terminal reach the child anyway. */
export async function forward(process: Process, pid: number): Promise<number> {
  const signals: readonly Signal[] = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.onSignal(signal, signal === 'SIGTERM' || signal === 'SIGHUP' ? { handle: () => process.kill(pid, signal), restart: true } : 'ignore');
  const status = await process.wait(pid);
  if (status?.kind === 'signaled') return 128 + signalNumbers[status.signal];
  return status?.kind === 'exited' ? status.status : 255;
}
