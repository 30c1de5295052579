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

/** A limit that is asked for, or to be set. */
interface Asked {
  row: Row;
  value: string | undefined;
}

const row = (letter: string, label: string, unit: string, resource: Resource | undefined, scale = 1): Row => ({ letter, label, unit, scale, resource });

/** What is meant without an option. */
const fileSize = row('f', 'file size', 'blocks, -f', 'fsize', 1024);

const rows: readonly Row[] = [
  row('R', 'real-time non-blocking time', 'microseconds, -R', 'rttime'), row('c', 'core file size', 'blocks, -c', 'core', 1024), row('d', 'data seg size', 'kbytes, -d', 'data', 1024),
  row('e', 'scheduling priority', '-e', 'nice'), fileSize, row('i', 'pending signals', '-i', 'sigpending'), row('l', 'max locked memory', 'kbytes, -l', 'memlock', 1024),
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

function labelled(process: Process, row: Row, hard: boolean): string {
  return `${row.label.padEnd(20)}${`(${row.unit})`.padStart(20)} ${show(process, row, hard)}\n`;
}

async function showAll(shell: Shell, hard: boolean): Promise<number> {
  const { process } = shell;
  const ash = shell.settings.dialect.name === 'ash';
  await shell.write(1, rows.map((each) => {
    const label = ashLabels[each.letter];
    if (!ash) return labelled(process, each, hard);
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
    const asked: Asked[] = [];
    let all = false;
    let soft = false;
    let hard = false;
    for (const arg of textArguments(args)) {
      if (!arg.startsWith('-')) {
        const last = asked.at(-1);
        if (last && last.value === undefined) last.value = arg;
        else asked.push({ row: fileSize, value: arg });
        continue;
      }
      for (const [index, one] of [...arg.slice(1)].entries()) {
        const row = rows.find((each) => each.letter === one);
        const rest = arg.slice(index + 2);
        if (one === 'a') all = true;
        else if (one === 'S') soft = true;
        else if (one === 'H') hard = true;
        else if (row && rest !== '' && shell.settings.dialect.name === 'bash') {
          asked.push({ row, value: rest });
          break;
        } else if (row) asked.push({ row, value: undefined });
        else return invalidOption(shell, ulimit, `-${one}`);
      }
    }
    if (all) return showAll(shell, hard && !soft);
    if (asked.length === 0) asked.push({ row: fileSize, value: undefined });
    for (const { row, value } of asked) {
      if (value === undefined) await shell.write(1, asked.length > 1 ? labelled(process, row, hard && !soft) : `${show(process, row, hard && !soft)}\n`);
      else {
        const status = await setLimit(shell, row, value, soft, hard);
        if (status !== 0) return status;
      }
    }
    return 0;
  },
};

async function setLimit(shell: Shell, { resource, label, scale }: Row, value: string, soft: boolean, hard: boolean): Promise<number> {
  const { process } = shell;
  const cannot = async (why: string): Promise<number> => {
    if (shell.settings.dialect.name === 'bash') return fail(shell, 'ulimit', `${label}: cannot modify limit: ${why}`);
    await shell.complain(`error setting limit: ${why}`);
    return shell.settings.dialect.fatalStatus;
  };
  if (resource === undefined) return cannot(strerror('EINVAL'));
  const limit = parseLimit(process, resource, scale, value);
  if (limit === undefined) return fail(shell, 'ulimit', `${value}: invalid number`);
  const old = process.getrlimit(resource);
  try {
    process.setrlimit(resource, { soft: hard && !soft ? Math.min(old.soft, limit) : limit, hard: soft && !hard ? old.hard : limit });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return cannot(strerror(error.code));
  }
  return 0;
}
