import type { Process } from '../../kernel/uapi/index.ts';
import { defineProgram, parseSize, reason, spawnCommand, UsageError } from '../program/index.ts';

const options = { shared: '-s --shared  get a shared lock', exclusive: '-x -e --exclusive  get an exclusive lock (default)', unlock: '-u --unlock', nonblock: '-n --nb --nonblock  fail rather than wait', timeout: '-w --wait --timeout=  wait for a limited amount of time', conflict: '-E --conflict-exit-code=', close: '-o --close', fork: '-F --no-fork', verbose: '--verbose', fcntl: '--fcntl', start: '--start=', length: '--length=' };

/** Locks held, by inode; shared by the processes of a program's realm, so the key names the machine by its first process. */
const held = new Map<string, Set<Process>>();

export const flock = defineProgram({
  name: 'flock', usage: '[options] <file>|<directory> <command> [<argument>...]', summary: 'Manage file locks from shell scripts.', options, inOrder: true, version: 'from util-linux 2.41', usageStatus: 64, run: async (tool, args) => {
    const { process } = tool;
    let [file, ...command] = args.operands;
    if (file === undefined) throw new UsageError('not enough arguments', true, 64);
    if (command[0] === '-c' || command[0] === '--command') command = ['/bin/sh', '-c', command[1] ?? ''];
    if (command.length === 0) return 0;
    let fd: number;
    try {
      fd = process.open(file, process.exists(file) ? { read: true, cloexec: true } : { read: true, write: true, create: true, cloexec: true }, 0o666);
    } catch (error) {
      throw new UsageError(`cannot open lock file ${file}: ${reason(error)}`, false, 66);
    }
    const { dev, ino } = process.fstat(fd);
    const key = `${process.hostname()}:${dev}:${ino}`;
    const limit = args.has('nonblock') ? 0 : args.value('timeout') === undefined ? Infinity : Number(args.value('timeout')) * 1000;
    const start = process.clock.now();
    const busy = (): boolean => [...held.get(key) ?? []].some((other) => !other.signal.aborted);
    while (busy()) {
      if (process.clock.now() - start >= limit) return parseSize(args.value('conflict') ?? '1') ?? 1;
      await process.sleep(50);
    }
    const owners = held.get(key) ?? new Set<Process>();
    held.set(key, owners);
    owners.add(process);
    try {
      const ended = await process.wait(spawnCommand(process, command));
      return ended?.kind === 'exited' ? ended.status : 1;
    } catch (error) {
      throw new UsageError(`failed to execute ${command[0]}: ${reason(error)}`, false, 69);
    } finally {
      owners.delete(process);
      if (owners.size === 0) held.delete(key);
    }
  },
});
