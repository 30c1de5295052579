import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, parseMode, quote, reason, type Tool, UsageError } from '../program/index.ts';
import { isDirectoryAt } from './targets.ts';

const options = {
  mode: '-m --mode=  set file mode (as in chmod), not a=rwx - umask',
  parents: '-p --parents  no error if existing, make parent directories as needed',
  verbose: '-v --verbose  print a message for each created directory',
  context: '-Z --context[=]',
};

export const mkdir = defineProgram({ name: 'mkdir', usage: '[OPTION]... DIRECTORY...', summary: 'Create the DIRECTORY(ies), if they do not already exist.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, busybox } = tool;
  if (args.operands.length === 0) throw new UsageError('missing operand');
  const text = args.value('mode');
  const mode = text === undefined ? undefined : parseMode(text, process.umask());
  if (text !== undefined && !mode) throw new UsageError(`invalid mode ${quote(text)}`, false);
  let status = 0;
  for (const path of args.operands) {
    const fail = async (at: string, error: unknown): Promise<void> => {
      await tool.error(busybox ? `can't create directory '${at}': ${reason(error)}` : `cannot create directory ${quote(at)}: ${reason(error)}`);
      status = 1;
    };
    const make = (at: string, final: boolean): void => {
      process.mkdir(at, 0o777);
      if (final && mode) process.chmod(at, mode(0o40777));
      if (args.has('verbose')) tool.out.write(busybox ? `created directory: '${at}'\n` : `${tool.name}: created directory ${quote(at)}\n`);
    };
    if (args.has('parents')) {
      const ends = [...path.matchAll(/[^/]+/g)].map((match) => match.index + match[0].length);
      for (const end of ends) {
        const at = path.slice(0, end);
        if (isDirectoryAt(process, at)) continue;
        try {
          make(at, end === ends.at(-1));
        } catch (error) {
          if (isSystemError(error, 'EEXIST') && end !== ends.at(-1)) await tool.error(`cannot create directory ${quote(at)}: Not a directory`);
          else await fail(at, error);
          status = 1;
          break;
        }
      }
      continue;
    }
    try {
      make(path, true);
    } catch (error) {
      await fail(path, error);
    }
  }
  return status;
}
