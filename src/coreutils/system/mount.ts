import { isSystemError, strerror, SystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, reason, type Tool, UsageError } from '../program/index.ts';

const options = { all: '-a --all', bind: '-B --bind', fake: '-f --fake', options: '-o --options=', readOnly: '-r --read-only', types: '-t --types=', verbose: '-v --verbose', readWrite: '-w --rw', noMtab: '-n --no-mtab', rbind: '--rbind', source: '--source=', target: '--target=' };

export const mount = defineProgram({ name: 'mount', usage: '[-lhV] | -a [options] | [options] <source> <directory>', options, version: 'from util-linux 2.41', run: runMount });

async function runMount(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const wanted = args.value('types')?.split(',');
  if (args.operands.length === 0 && !args.has('all')) {
    for (const { source, target, type, options: how } of process.mounts()) if (!wanted || wanted.includes(type)) out.write(`${source} on ${target} type ${type} (${how})\n`);
    return 0;
  }
  if (args.has('all')) return 0;
  const words = (args.value('options') ?? '').split(',').filter(Boolean);
  const [source = '', target = ''] = args.operands.length === 1 ? ['', args.operands[0]] : args.operands;
  const bind = args.has('bind') || args.has('rbind') || words.includes('bind') || words.includes('rbind');
  const rest = words.filter((word) => !['bind', 'rbind', 'remount', 'rw', 'loop', 'defaults'].includes(word));
  if (args.has('readOnly')) rest.push('ro');
  const type = words.includes('remount') ? 'remount' : bind ? 'bind' : wanted?.[0] ?? 'auto';
  if (tool.busybox && args.operands.length === 1) {
    await tool.error("can't read '/etc/fstab': No such file or directory");
    return 1;
  }
  if (args.operands.length === 1 && type !== 'remount' && !tool.busybox) throw new UsageError(`${target}: can't find in /etc/fstab.`, false, 1);
  // The program is set-user-ID root: who asks is the real user.
  if (process.credentials.uid !== 0 && !tool.busybox) throw new UsageError(`${target}: must be superuser to use mount.\n       dmesg(1) may have more information after failed mount system call.`, false, 32);
  try {
    process.mount(source, target, type, rest.join(','));
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (tool.busybox) {
      await tool.error(error.code === 'EPERM' ? 'permission denied (are you root?)' : `mounting ${source} on ${target} failed: ${strerror(error.code)}`);
      return error.code === 'EPERM' ? 1 : 255;
    }
    const words: Record<string, string> = { ENOENT: process.exists(target) ? `special device ${source} does not exist.` : 'mount point does not exist.', EPERM: 'permission denied.', ENODEV: `unknown filesystem type '${type}'.`, ENOTDIR: 'mount point is not a directory.' };
    await tool.errorText(`mount: ${target}: ${words[error.code] ?? `mount(2) system call failed: ${reason(error)}.`}\n       dmesg(1) may have more information after failed mount system call.\n`);
    return 32;
  }
}

export const umount = defineProgram({
  name: 'umount', usage: '[options] <source> | <directory>', options: { all: '-a --all', lazy: '-l --lazy', force: '-f --force', recursive: '-R --recursive', types: '-t --types=' }, version: 'from util-linux 2.41', run: async (tool, args) => {
    const { process } = tool;
    if (args.operands.length === 0) throw new UsageError('bad usage');
    let status = 0;
    for (const word of args.operands) {
      const target = process.mounts().findLast((one) => one.target === word || one.source === word)?.target ?? word;
      try {
        if (process.credentials.uid !== 0 && !tool.busybox) throw new SystemError('EPERM', target);
        process.umount(target);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        status = tool.busybox ? 1 : 32;
        if (tool.busybox) {
          await tool.error(`can't unmount ${word}: ${strerror(error.code)}`);
          continue;
        }
        await tool.errorText(`umount: ${word}: ${{ EINVAL: 'not mounted.', ENOENT: 'no mount point specified.', EBUSY: 'target is busy.', EPERM: 'must be superuser to unmount.' }[error.code as 'EINVAL'] ?? `umount failed: ${reason(error)}.`}\n`);
      }
    }
    return status;
  },
});
