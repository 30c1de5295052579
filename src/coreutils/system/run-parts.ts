import { signalNumbers } from '../../kernel/uapi/index.ts';
import { compileRegex, defineProgram, isRegular, reason, spawnCommand, UsageError } from '../program/index.ts';

const options = { test: '--test  print script names which would run, but don\'t run them', list: '--list', verbose: '-v --verbose  print script names before running', report: '--report', debug: '-d --debug', reverse: '--reverse', exitOnError: '--exit-on-error', stdin: '--stdin', umask: '-u --umask=', arg: '-a --arg=  pass ARGUMENT to scripts', regex: '--regex=  validate filenames based on POSIX ERE pattern PATTERN', newSession: '--new-session', lsb: '--lsbsysinit' };

export const runParts = defineProgram({
  name: 'run-parts', usage: '[OPTION]... DIRECTORY', options, version: 'Debian run-parts program, version 5.23.2', run: async (tool, args) => {
    const { process } = tool;
    const [folder] = args.operands;
    if (folder === undefined) throw new UsageError('missing operand');
    const pattern = args.value('regex') === undefined ? /^[a-zA-Z0-9_-]+$/ : compileRegex(args.value('regex') ?? '', { extended: true });
    let names: string[];
    try {
      names = process.readdir(folder).map((entry) => entry.name).filter((name) => pattern.test(name)).sort();
    } catch (error) {
      throw new UsageError(`failed to open directory ${folder}: ${reason(error)}`, false);
    }
    if (args.has('reverse')) names.reverse();
    let status = 0;
    for (const name of names) {
      const path = `${folder}/${name}`;
      if (!isRegular(process.stat(path).mode)) continue;
      if (args.has('list')) tool.out.write(`${path}\n`);
      if (args.has('list') || !process.access(path, 'x')) continue;
      if (args.has('test')) {
        tool.out.write(`${path}\n`);
        continue;
      }
      const argv = [path, ...args.values('arg')];
      await tool.out.flush();
      if (args.has('verbose')) await tool.errorText(`run-parts: executing ${argv.join(' ')}\n`);
      const ended = await process.wait(spawnCommand(process, argv));
      const code = ended?.kind === 'exited' ? ended.status : ended?.kind === 'signaled' ? 128 + signalNumbers[ended.signal] : 0;
      if (code === 0) continue;
      status = code;
      await tool.errorText(`run-parts: ${path} exited with return code ${code}\n`);
      if (args.has('exitOnError')) break;
    }
    return status;
  },
});
