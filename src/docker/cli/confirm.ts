import { decodeUtf8 } from '../../base/index.ts';
import type { Cli } from './cli.ts';
import { Cancelled } from './command/status-error.ts';

/** Asks on stdout and reads a line; anything but `y`, and Ctrl-C, cancels the command, which then ends quietly. */
export async function confirm(cli: Cli, question: string): Promise<void> {
  await cli.out.print(`${question} [y/N] `);
  const interrupted = new Promise<undefined>((resolve) => cli.process.onSignal('SIGINT', { handle: () => resolve(undefined), restart: true }));
  const answer = await Promise.race([readLine(cli), interrupted]);
  cli.process.onSignal('SIGINT', 'default');
  if (answer === undefined) await cli.out.print('\n');
  if (answer?.trim().toLowerCase() !== 'y') throw new Cancelled();
}

async function readLine(cli: Cli): Promise<string> {
  let text = '';
  while (!text.includes('\n')) {
    const bytes = await cli.process.read(0);
    if (bytes.length === 0) break;
    text += decodeUtf8(bytes);
  }
  return text.split('\n')[0] ?? '';
}
