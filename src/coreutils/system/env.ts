import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, execCommand, quote, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  argv0: '-a --argv0=  pass ARG as the zeroth argument of COMMAND',
  ignore: '-i --ignore-environment  start with an empty environment',
  null: '-0 --null  end each output line with NUL, not newline',
  unset: '-u --unset=  remove variable from the environment',
  chdir: '-C --chdir=  change working directory to DIR',
  split: '-S --split-string=  process and split S into separate arguments',
  verbose: '-v --debug  print verbose information for each processing step',
};

export const env = defineProgram({
  name: 'env', usage: '[OPTION]... [-] [NAME=VALUE]... [COMMAND [ARG]...]', summary: 'Set each NAME to VALUE in the environment and run COMMAND.', options, inOrder: true, usageStatus: 125, run,
  prepare: (words) => {
    const match = /^(?:-S|--split-string=)(.+)$/s.exec(words[0] ?? '');
    if (match) return [...splitWords(match[1] ?? ''), ...words.slice(1)];
    return words[0] === '-S' ? [...splitWords(words[1] ?? ''), ...words.slice(2)] : words;
  },
});

function splitWords(text: string): string[] {
  return [...text.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map((match) => match[0].replace(/"([^"]*)"|'([^']*)'/g, (_, a: string | undefined, b: string | undefined) => a ?? b ?? ''));
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const words = [...args.operands];
  let ignore = args.has('ignore');
  if (words[0] === '-') {
    ignore = true;
    words.shift();
  }
  const variables: Record<string, string> = ignore ? {} : { ...process.env };
  for (const name of args.values('unset')) {
    if (name === '' || name.includes('=')) throw new UsageError(`cannot unset ${quote(name)}: Invalid argument`, false);
    delete variables[name];
  }
  for (let word = words[0]; word?.includes('='); word = words[0]) {
    const equals = word.indexOf('=');
    variables[word.slice(0, equals)] = word.slice(equals + 1);
    words.shift();
  }
  const folder = args.value('chdir');
  if (folder !== undefined) {
    try {
      process.chdir(folder);
    } catch (error) {
      throw new UsageError(`cannot change directory to ${quote(folder)}: ${reason(error)}`, false);
    }
  }
  if (words.length === 0) {
    for (const [name, value] of Object.entries(variables)) tool.out.write(`${name}=${value}${args.has('null') ? '\0' : '\n'}`);
    return 0;
  }
  try {
    return await execCommand(process, words, variables);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const [command = ''] = words;
    await tool.error(tool.busybox ? `can't execute '${command}': ${reason(error)}` : `${quote(command)}: ${reason(error)}`);
    if (/\s/.test(command) && !tool.busybox && process.env['_'] !== command) await tool.error('use -[v]S to pass options in shebang lines');
    return isSystemError(error, 'ENOENT') ? 127 : 126;
  }
}
