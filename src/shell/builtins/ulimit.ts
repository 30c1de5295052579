import { isSystemError, type Process, type Resource, strerror } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, fail, invalidOption, textArguments } from './builtin.ts';

/** A line of `ulimit -a`: option, words, unit (in bytes or pieces), and what it is: a resource, or a fixed value. */
interface Row {
  letter: string;
  label: string;
  unit: string;
  /** How much of the kernel's unit one of the shell's is. */
  scale: number;
  resource: Resource | undefined;
}

const row = (letter: string, label: string, unit: string, resource: Resource | undefined, scale = 1): Row => ({ letter, label, unit, scale, resource });

const rows: readonly Row[] = [
  row('R', 'real-time non-blocking time', 'microseconds, -R', 'rttime'), row('c', 'core file size', 'blocks, -c', 'core', 1024), row('d', 'data seg size', 'kbytes, -d', 'data', 1024),
  row('e', 'scheduling priority', '-e', 'nice'), row('f', 'file size', 'blocks, -f', 'fsize', 1024), row('i', 'pending signals', '-i', 'sigpending'), row('l', 'max locked memory', 'kbytes, -l', 'memlock', 1024),
  row('m', 'max memory size', 'kbytes, -m', 'rss', 1024), row('n', 'open files', '-n', 'nofile'), row('p', 'pipe size', '512 bytes, -p', undefined), row('q', 'POSIX message queues', 'bytes, -q', 'msgqueue'),
  row('r', 'real-time priority', '-r', 'rtprio'), row('s', 'stack size', 'kbytes, -s', 'stack', 1024), row('t', 'cpu time', 'seconds, -t', 'cpu'), row('u', 'max user processes', '-u', 'nproc'),
  row('v', 'virtual memory', 'kbytes, -v', 'as', 1024), row('x', 'file locks', '-x', 'locks'),
];
const pipeSize = '8';

/** As ash lays out `ulimit -a`. */
const ashLabels: Record<string, string> = {
  c: 'core file size (blocks)', d: 'data seg size (kb)', e: 'scheduling priority', f: 'file size (blocks)', i: 'pending signals', l: 'max locked memory (kb)', m: 'max memory size (kb)', n: 'open files',
  q: 'POSIX message queues (bytes)', r: 'real-time priority', s: 'stack size (kb)', t: 'cpu time (seconds)', u: 'max user processes', v: 'virtual memory (kb)', x: 'file locks',
};

function show(process: Process, { resource, scale }: Row, hard: boolean): string {
  if (resource === undefined) return pipeSize;
  const limit = process.getrlimit(resource);
  const value = hard ? limit.hard : limit.soft;
  return value === Infinity ? 'unlimited' : String(Math.floor(value / scale));
}

async function showAll(shell: Shell, hard: boolean): Promise<number> {
  const { process } = shell;
  const ash = shell.settings.dialect.name === 'ash';
  await shell.write(1, rows.map((each) => {
    const label = ashLabels[each.letter];
    if (!ash) return `${each.label.padEnd(27)} ${`(${each.unit})`.padStart(20)} ${show(process, each, hard)}\n`;
    return label === undefined ? '' : `${label.padEnd(31)} (-${each.letter}) ${show(process, each, hard)}\n`;
  }).join(''));
  return 0;
}

/** The limit that the words mean, in the kernel's unit; undefined when they mean none. */
function parseLimit(process: Process, resource: Resource, scale: number, value: string): number | undefined {
  const { soft, hard } = process.getrlimit(resource);
  if (value === 'unlimited') return Infinity;
  if (value === 'hard') return hard;
  if (value === 'soft') return soft;
  return /^\d+$/.test(value) ? Number(value) * scale : undefined;
}

export const ulimit: Builtin = {
  name: 'ulimit', usage: '[-SHabcdefiklmnpqrstuvxPRT] [limit]', summary: 'Modify shell resource limits.',
  async run(shell, args) {
    const { process } = shell;
    let letter = 'f';
    let all = false;
    let soft = false;
    let hard = false;
    let value: string | undefined;
    for (const arg of textArguments(args)) {
      if (!arg.startsWith('-')) {
        value = arg;
        continue;
      }
      for (const one of arg.slice(1)) {
        if (one === 'a') all = true;
        else if (one === 'S') soft = true;
        else if (one === 'H') hard = true;
        else if (rows.some((each) => each.letter === one)) letter = one;
        else return invalidOption(shell, ulimit, `-${one}`);
      }
    }
    if (all) return showAll(shell, hard && !soft);
    const found = rows.find((each) => each.letter === letter);
    if (!found) return 1;
    if (value === undefined) {
      await shell.write(1, `${show(process, found, hard && !soft)}\n`);
      return 0;
    }
    const { resource, label } = found;
    const cannot = async (why: string): Promise<number> => {
      if (shell.settings.dialect.name === 'bash') return fail(shell, 'ulimit', `${label}: cannot modify limit: ${why}`);
      await shell.complain(`error setting limit: ${why}`);
      return shell.settings.dialect.fatalStatus;
    };
    if (resource === undefined) return cannot(strerror('EINVAL'));
    const limit = parseLimit(process, resource, found.scale, value);
    if (limit === undefined) return fail(shell, 'ulimit', `${value}: invalid number`);
    const old = process.getrlimit(resource);
    try {
      process.setrlimit(resource, { soft: hard && !soft ? Math.min(old.soft, limit) : limit, hard: soft && !hard ? old.hard : limit });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return cannot(strerror(error.code));
    }
    return 0;
  },
};
