import type { Cli } from '../cli.ts';
import { CliError } from '../command/status-error.ts';

/** A container's terminal cannot be fed from a file or pipe. */
export function checkTty(cli: Cli, attachStdin: boolean, tty: boolean): void {
  if (tty && attachStdin && !cli.inputIsTerminal) throw new CliError('the input device is not a TTY');
}
