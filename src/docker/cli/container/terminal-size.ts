import type { Cli } from '../cli.ts';

/** Keeps the size of a container's terminal that of ours. `resize` may fail while the container is starting: it is then tried a few times more. The result stops it. */
export function followTerminalSize(cli: Cli, resize: (size: { rows: number; columns: number }) => Promise<void>): () => void {
  const { process } = cli;
  let stopped = false;
  const send = async (): Promise<boolean> => {
    try {
      const size = cli.windowSize();
      if (size.rows === 0 && size.columns === 0) return true;
      await resize(size);
      return true;
    } catch {
      return false;
    }
  };
  const start = async (): Promise<void> => {
    for (let attempt = 0; attempt < 10 && !stopped; attempt++) {
      if (await send()) return;
      await new Promise<void>((resolve) => cli.clock.setTimeout(resolve, (attempt + 1) * 10));
    }
  };
  process.onSignal('SIGWINCH', { handle: () => void send(), restart: true });
  void start();
  return () => {
    stopped = true;
    process.onSignal('SIGWINCH', 'default');
  };
}
