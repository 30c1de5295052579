import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { asks } from './ask.ts';

/** Secrets and configs: the file is read first, then the engine is asked. */
export function createFromFile(path: string): (invocation: LooseInvocation) => Promise<void> {
  return async (invocation) => {
    const [name = '', file = '-'] = invocation.args;
    try {
      if (file !== '-') invocation.cli.process.readFile(file);
    } catch (error) {
      throw new CliError(`Error reading content from ${JSON.stringify(file)}: open ${goMessage(error)}`);
    }
    return asks('POST', path)({ ...invocation, args: [name] });
  };
}
