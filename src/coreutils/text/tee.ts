import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, choose, defineProgram, quoteIfNeeded, readBlocks, reason, type Tool } from '../program/index.ts';

const options = {
  append: '-a --append  append to the given FILEs, do not overwrite',
  ignoreInterrupts: '-i --ignore-interrupts  ignore interrupt signals',
  pipe: '-p  operate in a more appropriate MODE with pipes',
  outputError: '--output-error[=]  set behavior on write error',
};

export const tee = defineProgram({ name: 'tee', usage: '[OPTION]... [FILE]...', summary: 'Copy standard input to each FILE, and also to standard output.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  if (args.has('ignoreInterrupts')) process.onSignal('SIGINT', 'ignore');
  for (const mode of args.values('outputError')) choose(mode, '--output-error', ['warn', 'warn-nopipe', 'exit', 'exit-nopipe']);
  let status = 0;
  const targets: { fd: number; name: string }[] = [{ fd: 1, name: 'standard output' }];
  for (const name of args.operands) {
    try {
      targets.push({ fd: process.open(name, args.has('append') ? 'a' : 'w', 0o666), name });
    } catch (error) {
      await tool.error(`${quoteIfNeeded(name)}: ${reason(error)}`);
      status = 1;
    }
  }
  for await (const block of readBlocks(process, 0)) {
    for (const target of [...targets]) {
      try {
        await process.write(target.fd, block);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        await tool.error(`${target.name}: ${reason(error)}`);
        targets.splice(targets.indexOf(target), 1);
        status = 1;
      }
    }
  }
  return status;
}
