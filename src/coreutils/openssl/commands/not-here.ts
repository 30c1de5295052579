import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';

/** A command of the real openssl that is not part of this sandbox: says so. */
export function notHere(name: string): Command {
  return {
    options: `Usage: ${name} [options]\n\n20\n-*\tnot part of this sandbox`,
    run: () => {
      throw new Failure(`openssl: ${name} is not part of this sandbox\n`);
    },
  };
}
