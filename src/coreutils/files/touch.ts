import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, choose, defineProgram, epochOf, localTime, parseTime, quote, reason, timeZoneOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  access: '-a  change only the access time',
  noCreate: '-c --no-create  do not create any files',
  date: '-d --date=  parse STRING and use it instead of current time',
  ignored: '-f  (ignored)',
  noDereference: '-h --no-dereference  affect each symbolic link instead of any referenced file',
  modify: '-m  change only the modification time',
  reference: '-r --reference=  use this file\'s times instead of current time',
  stamp: '-t=  use [[CC]YY]MMDDhhmm[.ss] instead of current time',
  time: '--time=  change the specified time',
};

export const touch = defineProgram({ name: 'touch', usage: '[OPTION]... FILE...', summary: 'Update the access and modification times of each FILE to the current time.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, busybox } = tool;
  if (args.operands.length === 0) throw new UsageError('missing file operand');
  const times = timesOf(tool, args);
  const word = args.has('time') ? choose(args.value('time') ?? '', '--time', ['atime access use', 'mtime modify']) : '';
  const onlyAccess = args.has('access') || /^(access|atime|use)$/.test(word);
  const onlyModify = args.has('modify') || /^(modify|mtime)$/.test(word);
  let status = 0;
  for (const path of args.operands) {
    try {
      const follow = !args.has('noDereference');
      let stat: Stat;
      try {
        stat = follow ? process.stat(path) : process.lstat(path);
      } catch (error) {
        if (!isSystemError(error, 'ENOENT')) throw error;
        if (args.has('noCreate') || !follow) continue;
        process.close(process.open(path, { write: true, create: true }, 0o666));
        stat = process.stat(path);
      }
      const both = onlyAccess === onlyModify;
      process.utimes(path, both || onlyAccess ? times.atime : stat.atime, both || onlyModify ? times.mtime : stat.mtime, follow);
    } catch (error) {
      const words = isSystemError(error, 'EPERM') && !process.access(path, 'w') ? 'Permission denied' : reason(error);
      await tool.error(busybox ? `${path}: ${words}` : args.has('noCreate') ? `setting times of ${quote(path)}: ${words}` : `cannot touch ${quote(path)}: ${words}`);
      status = 1;
    }
  }
  return status;
}

function timesOf(tool: Tool, args: Arguments<keyof typeof options>): { atime: number; mtime: number } {
  const { process } = tool;
  const now = process.clock.now();
  const zone = timeZoneOf(process);
  const reference = args.value('reference');
  if (reference !== undefined) {
    try {
      const { atime, mtime } = process.stat(reference);
      return { atime, mtime };
    } catch (error) {
      throw new UsageError(`failed to get attributes of ${quote(reference)}: ${reason(error)}`, false);
    }
  }
  const date = args.value('date');
  if (date !== undefined) {
    const time = parseTime(date, now, zone);
    if (time === undefined) throw new UsageError(`invalid date format ${quote(date)}`, false);
    return { atime: time, mtime: time };
  }
  const stamp = args.value('stamp');
  if (stamp !== undefined) {
    const match = /^(\d\d)?(\d\d)?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(stamp);
    if (!match) throw new UsageError(`invalid date format ${quote(stamp)}`, false);
    const [, century, short, month, day, hour, minute, second] = match;
    const yy = short ?? century;
    const year = yy === undefined ? localTime(now, zone).year : short === undefined ? Number(yy) + (Number(yy) < 69 ? 2000 : 1900) : Number(`${century}${short}`);
    const time = epochOf(year, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0), zone);
    return { atime: time, mtime: time };
  }
  return { atime: now, mtime: now };
}
