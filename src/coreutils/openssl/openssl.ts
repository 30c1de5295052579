import { isPkiError } from '../../pki/index.ts';
import { isDirectory, rawProgram } from '../program/index.ts';
import type { Invocation } from './command.ts';
import { findCommand, helpText } from './commands.ts';
import { Failure } from './failure.ts';
import { Options, OptionTable } from './option-table.ts';
import { threadId } from './password.ts';

/** openssl(1ssl). */
export const openssl = rawProgram('openssl', async (tool, words) => {
  const { process } = tool;
  const [first, ...rest] = words;
  if (first === undefined || first === '-help' || first === '--help' || first === '-h') {
    await tool.errorText(helpText());
    return 0;
  }
  const called = first === '-version' || first === '--version' || first === '-v' ? 'version' : first;
  if (called.startsWith('no-')) {
    const known = findCommand(called.slice(3)) !== undefined;
    tool.out.write(`${known ? called.slice(3) : called}\n`);
    return known ? 1 : 0;
  }
  if (called === 'help' && (rest.length === 0 || rest[0]?.startsWith('-'))) {
    await tool.errorText(helpText());
    return 0;
  }
  const name = called === 'help' ? rest[0] ?? '' : called;
  const load = findCommand(name);
  if (!load) {
    await tool.errorText(`Invalid command '${name}'; type "help" for a list.\n`);
    return 1;
  }
  const command = await load();
  const table = new OptionTable(command.options);
  const invocation: Invocation = { tool, process, name, options: new Options() };
  try {
    invocation.options = table.parse(name, called === 'help' ? ['-help'] : rest, (path) => process.exists(path) && isDirectory(process.stat(path).mode));
    if (invocation.options.has('help')) {
      await tool.errorText(table.help(name));
      return 0;
    }
    return await command.run(invocation);
  } catch (error) {
    const failure = error instanceof Failure ? error : isPkiError(error) ? new Failure(`${name}: ${error.message}\n`) : undefined;
    if (!failure) throw error;
    const id = failure.queue.length > 0 ? threadId(process) : '';
    await tool.errorText(failure.text + failure.queue.map((line) => `${id}:${line}\n`).join('') + failure.after);
    return failure.status;
  }
});
