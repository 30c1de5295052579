import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, quote, type Tool, UsageError } from '../program/index.ts';

const options = {
  all: '-a --all  print all information',
  kernel: '-s --kernel-name  print the kernel name',
  node: '-n --nodename  print the network node hostname',
  release: '-r --kernel-release  print the kernel release',
  version: '-v --kernel-version  print the kernel version',
  machine: '-m --machine  print the machine hardware name',
  processor: '-p --processor  print the processor type (non-portable)',
  platform: '-i --hardware-platform  print the hardware platform (non-portable)',
  system: '-o --operating-system  print the operating system',
};

export const uname = defineProgram({ name: 'uname', usage: '[OPTION]...', summary: 'Print certain system information. With no OPTION, same as -s.', options, run });
export const arch = defineProgram({ name: 'arch', usage: '[OPTION]...', summary: 'Print machine architecture.', options: {}, run: ({ out }, args) => {
  if (args.operands[0] !== undefined) throw new UsageError(`extra operand ${quote(args.operands[0])}`);
  out.write('x86_64\n');
  return 0;
} });

/** A file of procfs, trimmed; `otherwise` where it cannot be read. */
export function procText(process: Process, path: string, otherwise: string): string {
  try {
    return process.readTextFile(path).trim();
  } catch (error) {
    if (isSystemError(error)) return otherwise;
    throw error;
  }
}

function run(tool: Tool, args: Arguments<keyof typeof options>): number {
  const { process } = tool;
  if (args.operands[0] !== undefined) throw new UsageError(`extra operand ${quote(args.operands[0])}`);
  const facts: [keyof typeof options, string][] = [
    ['kernel', 'Linux'], ['node', process.hostname()],
    ['release', procText(process, '/proc/sys/kernel/osrelease', '6.12.48+deb13-amd64')],
    ['version', procText(process, '/proc/sys/kernel/version', '#1 SMP PREEMPT_DYNAMIC Debian 6.12.48-1 (2025-09-20)')],
    ['machine', 'x86_64'], ['processor', 'unknown'], ['platform', 'unknown'], ['system', 'GNU/Linux'],
  ];
  const asked = facts.filter(([key, value]) => args.has(key) || (args.has('all') && value !== 'unknown'));
  tool.out.write(`${(asked.length ? asked : facts.slice(0, 1)).map(([, value]) => value).join(' ')}\n`);
  return 0;
}
