import { decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import type { Process } from '../../kernel/uapi/index.ts';
import { defineProgram, parseSize, reason, spawnCommand, UsageError } from '../program/index.ts';

const options = { shared: '-s --shared  get a shared lock', exclusive: '-x -e --exclusive  get an exclusive lock (default)', unlock: '-u --unlock', nonblock: '-n --nb --nonblock  fail rather than wait', timeout: '-w --wait --timeout=  wait for a limited amount of time', conflict: '-E --conflict-exit-code=', close: '-o --close', fork: '-F --no-fork', verbose: '--verbose', fcntl: '--fcntl', start: '--start=', length: '--length=' };

/** Who holds the lock is noted on the file itself: flock(2) is not among the kernel's calls. */
const attribute = 'trusted.flock';

function holder(process: Process, file: string): number | undefined {
  const bytes = process.getxattr(file, attribute);
  const pid = bytes && bytes.length > 0 ? Number(decodeUtf8(bytes)) : undefined;
  return pid !== undefined && process.processes().some((entry) => entry.pid === pid && entry.comm === 'flock' && entry.state !== 'Z') ? pid : undefined;
}

export const flock = defineProgram({
  name: 'flock', usage: '[options] <file>|<directory> <command> [<argument>...]', summary: 'Manage file locks from shell scripts.', options, inOrder: true, version: 'from util-linux 2.41', usageStatus: 64, run: async (tool, args) => {
    const { process } = tool;
    const [file, ...words] = args.operands;
    let command = words;
    if (file === undefined) throw new UsageError('not enough arguments', true, 64);
    if (command[0] === '-c' || command[0] === '--command') command = ['/bin/sh', '-c', command[1] ?? ''];
    if (command.length === 0) return 0;
    let fd: number;
    try {
      fd = process.open(file, process.exists(file) ? { read: true, cloexec: true } : { read: true, write: true, create: true, cloexec: true }, 0o666);
    } catch (error) {
      throw new UsageError(`cannot open lock file ${file}: ${reason(error)}`, false, 66);
    }
    const limit = args.has('nonblock') ? 0 : args.value('timeout') === undefined ? Infinity : Number(args.value('timeout')) * 1000;
    const start = process.clock.now();
    while (holder(process, file) !== undefined) {
      if (process.clock.now() - start >= limit) return parseSize(args.value('conflict') ?? '1') ?? 1;
      await process.sleep(50);
    }
    if (!args.has('shared')) process.setxattr(file, attribute, encodeUtf8(String(process.pid)));
    try {
      const ended = await process.wait(spawnCommand(process, command));
      return ended?.kind === 'exited' ? ended.status : 1;
    } catch (error) {
      throw new UsageError(`failed to execute ${command[0]}: ${reason(error)}`, false, 69);
    } finally {
      process.close(fd);
      if (!args.has('shared') && process.exists(file)) process.setxattr(file, attribute, new Uint8Array());
    }
  },
});
