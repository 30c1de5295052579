import { isSystemError, type Fd } from '../../kernel/uapi/index.ts';
import { type Arguments, choose, closeInput, defineProgram, isRegular, openInput, parseSize, quote, readBlocks, readToEnd, type Tool, UsageError } from '../program/index.ts';
import { eachInput } from './each-input.ts';
import { cutLastLines } from './head.ts';

const options = {
  bytes: '-c --bytes=  output the last NUM bytes; or use -c +NUM to start with byte NUM',
  follow: '-f --follow[=]  output appended data as the file grows',
  followName: '-F  same as --follow=name --retry',
  lines: '-n --lines=  output the last NUM lines, instead of the last 10; or use -n +NUM to start with line NUM',
  pid: '--pid=  with -f, terminate after process ID, PID dies',
  quiet: '-q --quiet --silent  never output headers giving file names',
  retry: '--retry  keep trying to open a file if it is inaccessible',
  sleep: '-s --sleep-interval=  with -f, sleep for approximately N seconds between iterations',
  verbose: '-v --verbose  always output headers giving file names',
  zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const tail = defineProgram({
  name: 'tail', usage: '[OPTION]... [FILE]...', summary: 'Print the last 10 lines of each FILE to standard output.', options: { ...options, follow: '-f --follow[=]  output appended data as the file grows' }, run,
  prepare: (words) => words.flatMap((word, index) => {
    if (index === 0 && /^[-+]\d/.test(word) && words.length > 2) throw new UsageError(`option used in invalid context -- ${word.charAt(1)}`, false);
    // -f takes no value of its own, --follow may.
    const old = index === 0 ? /^([-+])(\d+)([lc]?)(f?)$/.exec(word) : null;
    if (old) return [`-${old[3] === 'c' ? 'c' : 'n'}${old[1] === '+' ? '+' : ''}${old[2]}`, ...(old[4] ? ['--follow'] : [])];
    const bundle = /^-([a-zA-Z]*?)f([a-zA-Z]*\d*)$/.exec(word);
    if (bundle && !/[ncs]/.test(bundle[1] ?? '')) return ['--follow', ...(bundle[1] ? [`-${bundle[1]}`] : []), ...(bundle[2] ? [/^\d/.test(bundle[2]) ? `-n${bundle[2]}` : `-${bundle[2]}`] : [])];
    return [word];
  }),
});

interface Followed {
  name: string;
  fd: Fd | undefined;
  ino: number;
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const kind = args.last('bytes', 'lines') ?? 'lines';
  const text = args.value(kind) ?? '10';
  const count = parseSize(text.replace(/^[-+]/, ''));
  if (count === undefined) throw new UsageError(`invalid number of ${kind}: ${quote(text.replace(/^-/, ''))}`, false);
  await checkArguments(tool, args);
  const fromStart = text.startsWith('+');
  const delimiter = args.has('zero') ? 0 : 10;
  const titled = args.last('quiet', 'verbose') === 'verbose' || (!args.has('quiet') && args.operands.length > 1);
  let shown: string | undefined;
  const title = (name: string): void => {
    if (titled && shown !== name) out.write(`${shown === undefined ? '' : '\n'}==> ${name === '-' ? 'standard input' : name} <==\n`);
    shown = name;
  };
  const names = args.operands.length ? args.operands : ['-'];
  const follow = args.has('follow') || args.has('followName');
  const byName = args.has('followName') || args.value('follow') === 'name';
  const followed: Followed[] = [];
  const status = await eachInput(tool, names, async (fd, name) => {
    title(name);
    if (fromStart) await skip(tool, fd, kind, Math.max(0, count - 1), delimiter);
    else {
      const data = await lastPart(tool, fd, kind, count);
      out.write(data.subarray(kind === 'bytes' ? Math.max(0, data.length - count) : cutLastLines(data, count, delimiter)));
    }
    await out.flush();
    if (follow) followed.push({ name, fd: name === '-' ? 0 : process.dup(fd), ino: process.fstat(fd).ino });
  }, (name, why, opening) => (tool.busybox ? `can't open '${name}': ${why}` : opening ? `cannot open ${quote(name)} for reading: ${why}` : `error reading ${quote(name)}: ${why}`));
  if (!follow) return status;
  if (byName) for (const name of names) if (!followed.some((entry) => entry.name === name)) followed.push({ name, fd: undefined, ino: 0 });
  if (followed.length === 0) {
    await tool.error('no files remaining');
    return 1;
  }
  await followFiles(tool, args, followed, byName, title);
  return status;
}

async function checkArguments(tool: Tool, args: Arguments<keyof typeof options>): Promise<void> {
  for (const how of args.values('follow')) choose(how, '--follow', ['descriptor', 'name']);
  const [pid, sleep] = [args.value('pid'), args.value('sleep')];
  if (pid !== undefined && !/^\d+$/.test(pid)) throw new UsageError(`invalid PID: ${quote(pid)}`, false);
  if (sleep !== undefined && !/^\+?(\d+\.?\d*|\.\d+)$/.test(sleep)) throw new UsageError(`invalid number of seconds: ${quote(sleep)}`, false);
  const following = args.has('follow') || args.has('followName');
  if (args.has('retry') && !following) await tool.error('warning: --retry ignored; --retry is useful only when following');
  if (pid !== undefined && !following) await tool.error('warning: PID ignored; --pid=PID is useful only when following');
}

/** Enough of the end of a file: all of a pipe, the end of a large regular file. */
async function lastPart(tool: Tool, fd: Fd, kind: string, count: number): Promise<Uint8Array> {
  const { process } = tool;
  const stat = process.fstat(fd);
  if (!isRegular(stat.mode) || stat.size < 1 << 20) return await readToEnd(process, fd);
  for (let size = kind === 'bytes' ? count : 1 << 16; size < stat.size; size *= 8) {
    process.lseek(fd, -size, 'end');
    const data = await readToEnd(process, fd);
    if (kind === 'bytes' || cutLastLines(data, count + 1, 10) > 0) return data;
  }
  process.lseek(fd, 0, 'set');
  return await readToEnd(process, fd);
}

async function skip(tool: Tool, fd: Fd, kind: string, count: number, delimiter: number): Promise<void> {
  let left = count;
  for await (const block of readBlocks(tool.process, fd)) {
    let at = 0;
    if (kind === 'bytes') {
      at = Math.min(left, block.length);
      left -= at;
    }
    while (kind === 'lines' && left > 0 && at < block.length) {
      const end = block.indexOf(delimiter, at);
      at = end < 0 ? block.length : end + 1;
      if (end >= 0) left--;
    }
    tool.out.write(block.subarray(at));
    await tool.out.flush();
  }
}

async function followFiles(tool: Tool, args: Arguments<keyof typeof options>, followed: Followed[], byName: boolean, title: (name: string) => void): Promise<void> {
  const { process, out } = tool;
  const pause = Number(args.value('sleep') ?? 1) * 1000;
  const pid = args.value('pid');
  for (;;) {
    for (const entry of followed) {
      if (byName) await reopen(tool, entry);
      if (entry.fd === undefined) continue;
      for await (const block of readBlocks(process, entry.fd)) {
        title(entry.name);
        out.write(block);
        await out.flush();
      }
      if (entry.fd === 0 && followed.length === 1 && !isRegular(process.fstat(0).mode)) return;
      const stat = process.fstat(entry.fd);
      if (isRegular(stat.mode) && stat.size < process.lseek(entry.fd, 0, 'cur')) {
        await tool.error(`${entry.name}: file truncated`);
        process.lseek(entry.fd, 0, 'set');
      }
    }
    if (pid !== undefined) {
      try {
        process.kill(Number(pid), undefined);
      } catch (error) {
        if (isSystemError(error, 'ESRCH')) return;
        throw error;
      }
    }
    await pauseUntilChange(tool, followed, pause);
  }
}

/** Sleeps, but wakes at once when a followed file changes (inotify). */
async function pauseUntilChange(tool: Tool, followed: Followed[], pause: number): Promise<void> {
  const stops: (() => void)[] = [];
  const changed = new Promise<void>((resolve) => {
    for (const entry of followed) {
      try {
        stops.push(tool.process.watch(entry.name, () => resolve()));
      } catch (error) {
        if (!isSystemError(error)) throw error;
      }
    }
  });
  try {
    await Promise.race([changed, tool.process.sleep(pause)]);
  } finally {
    for (const stop of stops) stop();
  }
}

async function reopen(tool: Tool, entry: Followed): Promise<void> {
  const { process } = tool;
  try {
    const ino = process.stat(entry.name).ino;
    if (entry.fd !== undefined && ino === entry.ino) return;
    const fd = openInput(process, entry.name);
    await tool.error(entry.fd === undefined ? `${quote(entry.name)} has appeared;  following new file` : `${quote(entry.name)} has been replaced;  following new file`);
    if (entry.fd !== undefined) closeInput(process, entry.fd);
    entry.fd = fd;
    entry.ino = ino;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (entry.fd === undefined) return;
    await tool.error(`${quote(entry.name)} has become inaccessible: No such file or directory`);
    closeInput(process, entry.fd);
    entry.fd = undefined;
  }
}
