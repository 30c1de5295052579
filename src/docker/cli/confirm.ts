import { decodeUtf8 } from '../../base/index.ts';
import type { Cli } from './cli.ts';
import { Cancelled } from './command/status-error.ts';

/** Asks on stdout and reads a line; anything but `y` cancels the command, which then ends quietly. */
export async function confirm(cli: Cli, question: string): Promise<void> {
  await cli.out.print(`${question} [y/N] `);
  let answer = '';
  while (!answer.includes('\n')) {
    const bytes = await cli.process.read(0);
    if (bytes.length === 0) break;
    answer += decodeUtf8(bytes);
  }
  if ((answer.split('\n')[0] ?? '').trim().toLowerCase() !== 'y') throw new Cancelled();
}
