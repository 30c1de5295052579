import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, findUser, quote, rawProgram, reason, type Tool, UsageError } from '../program/index.ts';
import { execOrExplain } from './runners.ts';

const options = { adjustment: '-n --adjustment=  add integer N to the niceness (default 10)' };

export const nice = defineProgram({
  name: 'nice', usage: '[OPTION] [COMMAND [ARG]...]', summary: 'Run COMMAND with an adjusted niceness.', options, inOrder: true, usageStatus: 125, run: runNice,
  // `nice -5` and `nice --5`, as it was spelled once.
  prepare: (words) => {
    const [, sign = '', digits] = /^-([-+]?)(\d+)$/.exec(words[0] ?? '') ?? [];
    return digits === undefined ? words : ['-n', `${sign}${digits}`, ...words.slice(1)];
  },
});

async function runNice(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const adjustment = args.value('adjustment');
  if (adjustment !== undefined && !/^[-+]?\d+$/.test(adjustment)) throw new UsageError(`invalid adjustment ${quote(adjustment)}`, false);
  if (args.operands.length === 0) {
    if (adjustment !== undefined) throw new UsageError('a command must be given with an adjustment');
    tool.out.write(`${process.getpriority()}\n`);
    return 0;
  }
  try {
    process.setpriority(process.pid, process.getpriority() + Number(adjustment ?? 10));
  } catch (error) {
    await tool.error(tool.busybox ? `setpriority(${process.getpriority() + Number(adjustment ?? 10)}): ${reason(error)}` : `cannot set niceness: ${reason(error)}`);
    if (tool.busybox) return 1;
  }
  return await execOrExplain(tool, args.operands);
}

type Kind = 'process ID' | 'process group ID' | 'user ID';

export const renice = rawProgram('renice', async (tool, words) => {
  const complain = async (message: string): Promise<number> => {
    await tool.errorText(`renice: ${message}\n`);
    return 1;
  };
  const rest = [...words];
  let relative = false;
  if (rest[0] === '--relative') relative = rest.shift() !== undefined;
  if (/^(-n|--priority)$/.test(rest[0] ?? '')) rest.shift();
  const priority = rest.shift();
  if (priority === undefined || rest.length === 0) return await complain("not enough arguments\nTry 'renice --help' for more information.");
  if (!/^[-+]?\d+$/.test(priority)) return await complain(`invalid priority '${priority}'\nTry 'renice --help' for more information.`);
  let kind: Kind = 'process ID';
  let status = 0;
  for (const word of rest) {
    const asked = { '-p': 'process ID', '--pid': 'process ID', '-g': 'process group ID', '--pgrp': 'process group ID', '-u': 'user ID', '--user': 'user ID' }[word] as Kind | undefined;
    if (asked) {
      kind = asked;
      continue;
    }
    const id = kind === 'user ID' ? findUser(tool.process, word)?.uid ?? Number(word) : Number(word);
    if (!Number.isInteger(id)) status = await complain(kind === 'user ID' ? `unknown user ${word}` : `bad ${kind} value: ${word}`);
    else status = (await change(tool, kind, id, Number(priority), relative)) || status;
  }
  return status;
});

async function change(tool: Tool, kind: Kind, id: number, priority: number, relative: boolean): Promise<number> {
  const { process } = tool;
  const targets = process.processes().filter((entry) => id === ({ 'process ID': entry.pid, 'process group ID': entry.pgid, 'user ID': entry.uid })[kind]);
  if (targets.length === 0) {
    await tool.errorText(`renice: failed to get priority for ${id} (${kind}): No such process\n`);
    return 1;
  }
  const old = Math.min(...targets.map((entry) => entry.nice));
  try {
    for (const { pid } of targets) process.setpriority(pid, relative ? old + priority : priority);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`renice: failed to set priority for ${id} (${kind}): ${reason(error)}\n`);
    return 1;
  }
  const now = Math.min(...process.processes().filter((entry) => targets.some(({ pid }) => pid === entry.pid)).map((entry) => entry.nice));
  tool.out.write(`${id} (${kind}) old priority ${old}, new priority ${now}\n`);
  return 0;
}
