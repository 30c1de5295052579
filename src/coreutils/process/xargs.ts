import { isSystemError, signalNumbers } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, openInput, quoteIfNeeded, readToEnd, reason, spawnCommand, textOf, type Tool, UsageError } from '../program/index.ts';
import { parseArguments } from './xargs-input.ts';

const options = {
  null: '-0 --null  items are separated by a null, not whitespace', file: '-a --arg-file=  read arguments from FILE, not standard input', delimiter: '-d --delimiter=  items in input stream are separated by CHARACTER', eof: '-E=', replace: '-I=  same as --replace=R', replaceDefault: '-i --replace[=]  replace R in INITIAL-ARGS with names read from standard input', maxLines: '-L --max-lines=  use at most MAX-LINES non-blank input lines per command line', maxArgs: '-n --max-args=  use at most MAX-ARGS arguments per command line', openTty: '-o --open-tty', procs: '-P --max-procs=  run at most MAX-PROCS processes at a time', interactive: '-p --interactive  prompt before running commands', noRun: '-r --no-run-if-empty  if there are no arguments, then do not run COMMAND', maxChars: '-s --max-chars=', showLimits: '--show-limits', verbose: '-t --verbose  print commands before executing them', exit: '-x --exit',
};

export const xargs = defineProgram({ name: 'xargs', usage: '[OPTION]... COMMAND [INITIAL-ARGS]...', summary: 'Run COMMAND with arguments INITIAL-ARGS and more arguments read from input.', options, inOrder: true, version: '(GNU findutils) 4.10.0', fullName: true, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const command = args.operands.length ? args.operands : ['echo'];
  const replace = args.value('replace') ?? (args.has('replaceDefault') ? args.value('replaceDefault') || '{}' : undefined);
  const delimiter = args.value('delimiter');
  if (delimiter !== undefined && [...delimiter].length > 1 && !delimiter.startsWith('\\')) throw new UsageError(`Invalid input delimiter specification ${delimiter}: the delimiter must be either a single character or an escape sequence starting with \\.`, false);
  for (const [key, letter] of [['maxArgs', 'n'], ['maxLines', 'L'], ['procs', 'P'], ['maxChars', 's']] as const) {
    const value = args.value(key);
    if (value !== undefined && !/^-?\d+$/.test(value)) throw new UsageError(`invalid number "${value}" for -${letter} option`);
  }
  if (replace !== undefined && args.last('maxArgs', 'replace', 'replaceDefault') !== 'maxArgs' && args.has('maxArgs') && args.value('maxArgs') !== '1') await tool.error('warning: options --max-args and --replace/-I/-i are mutually exclusive, ignoring previous --max-args value');
  let input: string;
  try {
    input = textOf(await readToEnd(process, openInput(process, args.value('file') ?? '-')));
  } catch (error) {
    throw new UsageError(`Cannot open input file ${quoteIfNeeded(args.value('file') ?? '-')}: ${reason(error)}`.replace(/file (\S+):/, "file '$1':"), false);
  }
  const lines = args.has('maxLines') || replace !== undefined;
  const items = parseArguments(input, { null: args.has('null'), delimiter: args.value('delimiter'), lines: replace !== undefined, eof: args.value('eof'), perLine: args.has('maxLines') });
  if (items === undefined) throw new UsageError('unmatched single quote; by default quotes are special to xargs unless you use the -0 option'.replace('single', /"[^"]*$/.test(input) ? 'double' : 'single'), false);
  const size = args.has('maxLines') ? Number(args.value('maxLines')) : args.has('maxArgs') ? Number(args.value('maxArgs')) : 5000;
  if (!(size > 0)) throw new UsageError(`value ${args.value('maxArgs') ?? args.value('maxLines')} for -${args.has('maxArgs') ? 'n' : 'L'} option should be >= 1`, false);
  const batches: string[][] = [];
  if (replace !== undefined) for (const [item = ''] of items) batches.push(command.map((word) => word.replaceAll(replace, item)));
  else {
    const groups = lines ? items : items.flat().map((item) => [item]);
    for (let at = 0; at < groups.length; at += size) batches.push([...command, ...groups.slice(at, at + size).flat()]);
    if (batches.length === 0 && !args.has('noRun') && !tool.busybox) batches.push([...command]);
  }
  return await runAll(tool, args, batches);
}

async function runAll(tool: Tool, args: Arguments<keyof typeof options>, batches: string[][]): Promise<number> {
  const { process } = tool;
  const most = args.has('procs') ? Number(args.value('procs')) || Infinity : 1;
  const running = new Set<number>();
  let status = 0;
  let names = '';
  const nothing = process.open('/dev/null', { read: true, cloexec: true });
  const reap = async (): Promise<boolean> => {
    const ended = await process.wait(-1);
    if (!ended) return true;
    running.delete(ended.pid);
    if (ended.kind === 'exited' && ended.status === 255) {
      await tool.error(`${names}: exited with status 255; aborting`);
      status = 124;
      return false;
    }
    if (ended.kind === 'exited' && ended.status !== 0) status = 123;
    if (ended.kind === 'signaled') {
      await tool.error(`${names}: terminated by signal ${signalNumbers[ended.signal]}`);
      status = 125;
      return false;
    }
    return true;
  };
  for (const argv of batches) {
    [names = ''] = argv;
    if (args.has('verbose')) await tool.errorText(`${argv.map(quoteIfNeeded).join(' ')}\n`);
    while (running.size >= most) if (!(await reap())) return status;
    try {
      running.add(spawnCommand(process, argv, { fds: { 0: args.has('file') ? 0 : nothing, 1: 1, 2: 2 } }));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.error(`${names}: ${reason(error)}`);
      status = isSystemError(error, 'ENOENT') ? 127 : 126;
      break;
    }
  }
  while (running.size > 0) if (!(await reap())) return status;
  return status;
}
