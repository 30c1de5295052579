import type { Signal } from '../../../kernel/index.ts';
import type { Cli } from '../cli.ts';

/** What a terminal or a parent sends to a program; the rest either cannot be caught or is about ourselves. */
const forwarded: readonly Signal[] = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGALRM', 'SIGTERM', 'SIGCONT', 'SIGTSTP'];

/** Passes signals that we get on to the container's process. The result gives them their default action back. */
export function forwardSignals(cli: Cli, container: string): () => void {
  for (const signal of forwarded) {
    cli.process.onSignal(signal, {
      handle: () => void cli.client.containers.kill(container, signal.slice('SIG'.length)).catch(() => undefined),
      restart: true,
    });
  }
  return () => {
    for (const signal of forwarded) cli.process.onSignal(signal, 'default');
  };
}
