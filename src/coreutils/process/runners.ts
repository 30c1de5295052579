import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, execCommand, quote, reason, spawnCommand, type Tool, UsageError } from '../program/index.ts';

/** Replaces this program by a command, or says in the tool's words why it cannot. */
export async function execOrExplain(tool: Tool, words: string[]): Promise<number> {
  try {
    return await execCommand(tool.process, words);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(tool.busybox ? `can't execute '${words[0]}': ${reason(error)}` : tool.name === 'nice' ? `${quote(words[0] ?? '')}: ${reason(error)}` : `failed to run command ${quote(words[0] ?? '')}: ${reason(error)}`);
    return isSystemError(error, 'ENOENT') ? 127 : 126;
  }
}

export const nohup = defineProgram({
  name: 'nohup', usage: 'COMMAND [ARG]...', summary: 'Run COMMAND, ignoring hangup signals.', options: {}, inOrder: true, usageStatus: 125, run: async (tool: Tool, args: Arguments<never>) => {
    const { process } = tool;
    if (args.operands.length === 0) throw new UsageError('missing operand');
    const [inTty, outTty, errTty] = [process.isatty(0), process.isatty(1), process.isatty(2)];
    if (inTty) process.dup2(process.open('/dev/null', 'r'), 0);
    if (outTty) {
      const path = 'nohup.out';
      process.dup2(process.open(path, 'a', 0o600), 1);
      await tool.error(inTty ? `ignoring input and appending output to ${quote(path)}` : `appending output to ${quote(path)}`);
    } else if (inTty) await tool.error(errTty ? 'ignoring input and redirecting stderr to stdout' : 'ignoring input');
    if (errTty) process.dup2(1, 2);
    process.onSignal('SIGHUP', 'ignore');
    return await execOrExplain(tool, args.operands);
  },
});

export const setsid = defineProgram({
  name: 'setsid', usage: '[options] <program> [arguments ...]', options: { fork: '-f --fork', wait: '-w --wait', ctty: '-c --ctty' }, inOrder: true, version: 'from util-linux 2.41', run: async (tool, args) => {
    if (args.operands.length === 0) throw new UsageError('no command specified');
    let pid: number;
    try {
      pid = spawnCommand(tool.process, args.operands, { newSession: true });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.error(tool.busybox ? `can't execute '${args.operands[0]}': ${reason(error)}` : `failed to execute ${args.operands[0]}: ${reason(error)}`);
      return isSystemError(error, 'ENOENT') ? 127 : 126;
    }
    if (!args.has('wait')) return 0;
    const status = await tool.process.wait(pid);
    return status?.kind === 'exited' ? status.status : 1;
  },
});

export const stdbuf = defineProgram({
  name: 'stdbuf', usage: 'OPTION... COMMAND', options: { input: '-i --input=', output: '-o --output=', error: '-e --error=' }, inOrder: true, usageStatus: 125, run: async (tool, args) => {
    if (args.operands.length === 0) throw new UsageError('missing operand');
    for (const { value } of args.ordered) if (!/^[L0]$|^\d+[KMGT]?B?$/.test(value ?? '')) throw new UsageError(`invalid mode ${quote(value ?? '')}`, false);
    if (args.ordered.length === 0) throw new UsageError('you must specify a buffering mode option');
    return await execOrExplain(tool, args.operands);
  },
});

export const chroot = defineProgram({
  name: 'chroot', usage: '[OPTION] NEWROOT [COMMAND [ARG]...]', summary: 'Run COMMAND with root directory set to NEWROOT.', options: { groups: '--groups=', userspec: '--userspec=', skip: '--skip-chdir' }, inOrder: true, usageStatus: 125, run: async (tool, args) => {
    const [root, ...command] = args.operands;
    if (root === undefined) throw new UsageError('missing operand');
    try {
      tool.process.chroot(root);
      tool.process.chdir('/');
    } catch (error) {
      throw new UsageError(`${tool.busybox ? "can't" : 'cannot'} change root directory to ${tool.busybox ? `'${root}'` : quote(root)}: ${reason(error)}`, false);
    }
    return await execOrExplain(tool, command.length ? command : [tool.process.env['SHELL'] ?? '/bin/sh', '-i']);
  },
});

export const time = defineProgram({
  name: 'time', usage: '[-p] command [arguments ...]', options: { portability: '-p', verbose: '-v', format: '-f=', output: '-o=', append: '-a' }, inOrder: true, version: '(GNU time) 1.9', run: async (tool, args) => {
    const { process } = tool;
    const started = process.clock.now();
    const pid = spawnCommand(process, args.operands);
    const status = await process.wait(pid);
    const seconds = (process.clock.now() - started) / 1000;
    const code = status?.kind === 'exited' ? status.status : 128;
    if (code !== 0) await tool.errorText(`Command exited with non-zero status ${code}\n`);
    const two = (value: number): string => value.toFixed(2);
    await tool.errorText(args.has('portability') || tool.busybox ? `real\t${two(seconds)}\nuser\t0.00\nsys\t0.00\n`.replaceAll('\t', tool.busybox ? '\t0m ' : ' ') : `0.00user 0.00system 0:${two(seconds).padStart(5, '0')}elapsed 0%CPU (0avgtext+0avgdata 2048maxresident)k\n0inputs+0outputs (0major+100minor)pagefaults 0swaps\n`);
    return code;
  },
});
