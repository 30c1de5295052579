import type { ProcessEntry } from '../../kernel/uapi/index.ts';
import { findUser, IdNames, localTime, rawProgram, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { procText } from '../system/uname.ts';

interface Column {
  header: string;
  right?: boolean;
  /** Least width. */
  width?: number;
  value: (entry: ProcessEntry, facts: Facts) => string;
}

interface Facts {
  names: IdNames;
  now: number;
  zone: string;
  memory: (pid: number) => { rss: number; vsz: number };
  totalMemory: number;
}

const clockTime = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `${h}:${m}:${s}`;
};
const command = (entry: ProcessEntry): string => (entry.argv.length && entry.state !== 'Z' ? entry.argv.join(' ') : entry.state === 'Z' ? `[${entry.comm}] <defunct>` : `[${entry.comm}]`);
const state = (entry: ProcessEntry): string => entry.state + (entry.nice < 0 ? '<' : entry.nice > 0 ? 'N' : '') + (entry.sid === entry.pid ? 's' : '') + (entry.tpgid > 0 && entry.tpgid === entry.pgid ? '+' : '');
const started = (entry: ProcessEntry, facts: Facts): string => {
  const age = facts.now - entry.startTime;
  return strftime(age < 86400000 ? '%H:%M' : age < 365 * 86400000 ? '%b%d' : '%Y', localTime(entry.startTime, facts.zone));
};
const cpu = (entry: ProcessEntry, facts: Facts): number => Math.min(99.9, (entry.cpuTime / Math.max(1, facts.now - entry.startTime)) * 100);
const elapsed = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  return `${days ? `${days}-` : ''}${days || hours ? `${two(hours)}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

const columns: Record<string, Column> = {
  pid: { header: 'PID', right: true, width: 7, value: (entry) => String(entry.pid) },
  ppid: { header: 'PPID', right: true, width: 7, value: (entry) => String(entry.ppid) },
  pgid: { header: 'PGID', right: true, width: 7, value: (entry) => String(entry.pgid) },
  sid: { header: 'SID', right: true, width: 7, value: (entry) => String(entry.sid) },
  tpgid: { header: 'TPGID', right: true, width: 7, value: (entry) => String(entry.tpgid) },
  tty: { header: 'TTY', width: 8, value: (entry) => entry.tty ?? '?' },
  time: { header: 'TIME', right: true, width: 8, value: (entry) => clockTime(entry.cpuTime) },
  comm: { header: 'COMMAND', width: 15, value: (entry) => (entry.state === 'Z' ? `${entry.comm} <defunct>` : entry.comm) },
  cmd: { header: 'CMD', width: 27, value: (entry) => (entry.state === 'Z' ? `${entry.comm} <defunct>` : entry.comm) },
  args: { header: 'COMMAND', width: 27, value: command },
  user: { header: 'USER', width: 8, value: (entry, { names }) => names.user(entry.uid) },
  uid: { header: 'UID', right: true, width: 5, value: (entry) => String(entry.uid) },
  gid: { header: 'GID', right: true, width: 5, value: (entry) => String(entry.gid) },
  group: { header: 'GROUP', width: 8, value: (entry, { names }) => names.group(entry.gid) },
  stat: { header: 'STAT', width: 4, value: state },
  s: { header: 'S', width: 1, value: (entry) => entry.state },
  start: { header: 'START', right: true, width: 5, value: started },
  stime: { header: 'STIME', width: 5, value: started },
  lstart: { header: 'STARTED', right: true, width: 24, value: (entry, { zone }) => strftime('%a %b %e %H:%M:%S %Y', localTime(entry.startTime, zone)) },
  etime: { header: 'ELAPSED', right: true, width: 11, value: (entry, { now }) => elapsed(now - entry.startTime) },
  etimes: { header: 'ELAPSED', right: true, width: 7, value: (entry, { now }) => String(Math.floor((now - entry.startTime) / 1000)) },
  pcpu: { header: '%CPU', right: true, width: 4, value: (entry, facts) => cpu(entry, facts).toFixed(1) },
  pmem: { header: '%MEM', right: true, width: 4, value: (entry, facts) => ((facts.memory(entry.pid).rss / facts.totalMemory) * 100).toFixed(1) },
  vsz: { header: 'VSZ', right: true, width: 6, value: (entry, { memory }) => String(memory(entry.pid).vsz) },
  rss: { header: 'RSS', right: true, width: 5, value: (entry, { memory }) => String(memory(entry.pid).rss) },
  bsdtime: { header: 'TIME', right: true, width: 6, value: (entry) => `${Math.floor(entry.cpuTime / 60000)}:${String(Math.floor(entry.cpuTime / 1000) % 60).padStart(2, '0')}` },
  ni: { header: 'NI', right: true, width: 3, value: (entry) => String(entry.nice) },
  // The two scales of priority: -l counts from 80, -o pri down from 39.
  opri: { header: 'PRI', right: true, width: 3, value: (entry) => String(80 + entry.nice) },
  pri: { header: 'PRI', right: true, width: 3, value: (entry) => String(19 - entry.nice) },
  nlwp: { header: 'NLWP', right: true, width: 4, value: () => '1' },
  c: { header: 'C', right: true, width: 2, value: (entry, facts) => String(Math.trunc(cpu(entry, facts))) },
  cgroup: { header: 'CGROUP', width: 27, value: (entry) => `0::${entry.cgroup}` },
  wchan: { header: 'WCHAN', width: 6, value: () => '-' },
  addr: { header: 'ADDR', value: () => '-' },
  sz: { header: 'SZ', right: true, width: 5, value: (entry, { memory }) => String(Math.ceil(memory(entry.pid).vsz / 4)) },
  psr: { header: 'PSR', right: true, width: 3, value: () => '0' },
  f: { header: 'F', width: 1, value: () => '4' },
};
const aliases: Record<string, string> = {
  command: 'args', ucmd: 'cmd', ucomm: 'comm', cputime: 'time', tname: 'tty', tt: 'tty', euser: 'user', uname: 'user', ruser: 'user', euid: 'uid', ruid: 'uid', egid: 'gid', egroup: 'group', state: 's', '%cpu': 'pcpu', '%mem': 'pmem', vsize: 'vsz', rsz: 'rss', start_time: 'stime', pgrp: 'pgid', sess: 'sid', session: 'sid', nice: 'ni',
};

/** A mistake of the command line, which ps words without its name. */
class PsError extends Error {}

/** Headings that -o shows where other layouts have another for the same column. */
const headings: Readonly<Record<string, string>> = { pcpu: '%CPU', tty: 'TT', tt: 'TT', start: 'STARTED', nice: 'NI' };

export const ps = rawProgram('ps', async (tool, words) => {
  try {
    return await run(tool, words);
  } catch (error) {
    if (!(error instanceof PsError)) throw error;
    await tool.errorText(`error: ${error.message}\n\nUsage:\n ps [options]\n\n Try 'ps --help <simple|list|output|threads|misc|all>'\n  or 'ps --help <s|l|o|t|m|a>'\n for additional help text.\n\nFor more details see ps(1).\n`);
    return 1;
  }
});

async function run(tool: Tool, words: string[]): Promise<number> {
  const { process } = tool;
  if (tool.busybox) return busyboxPs(tool, words);
  let format: { column: Column; header: string }[] | undefined;
  const lists: { pids: number[]; ppids: number[]; users: number[]; names: string[] } = { pids: [], ppids: [], users: [], names: [] };
  let all = false;
  let others = false;
  let withoutTerminal = false;
  let layout = '';
  let headers = true;
  let sort: string | undefined;
  let wide = false;
  let tree = false;
  const rest = [...words];
  const setFormat = (text: string): void => {
    format ??= [];
    for (const part of text.split(/[, ]+/)) {
      const [name = '', header] = part.split(/=([^]*)/);
      const key = aliases[name] ?? name;
      const column = columns[key];
      if (!column) throw new PsError(`unknown user-defined format specifier "${name}"`);
      format.push({ column, header: header ?? (name === 'args' || name === 'cmd' ? (name === 'cmd' ? 'CMD' : column.header) : headings[name] ?? column.header) });
    }
  };
  const userId = (name: string): number => {
    const uid = findUser(process, name)?.uid ?? Number(name);
    if (Number.isNaN(uid)) throw new PsError('user name does not exist');
    return uid;
  };
  const processId = (text: string): number => {
    if (!/^\d+$/.test(text)) throw new PsError('process ID list syntax error');
    return Number(text);
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--')) {
      const [name = '', inline] = word.slice(2).split(/=([^]*)/);
      const value = (): string => inline ?? rest.shift() ?? '';
      if (name === 'sort') sort = value();
      else if (name === 'no-headers' || name === 'no-heading' || name === 'noheaders') headers = false;
      else if (name === 'pid') lists.pids.push(...value().split(/[, ]/).map(processId));
      else if (name === 'ppid') lists.ppids.push(...value().split(/[, ]/).map(Number));
      else if (name === 'user' || name === 'User') lists.users.push(...value().split(',').map(userId));
      else if (name === 'format') setFormat(value());
      else if (name === 'forest') tree = true;
      else if (name === 'version') {
        tool.out.write('ps from procps-ng 4.0.4\n');
        return 0;
      } else if (name === 'help') {
        tool.out.write('\nUsage:\n ps [options]\n\nFor more details see ps(1).\n');
        return 0;
      } else if (name !== 'headers' && name !== 'cols') throw new PsError('unknown gnu long option');
      continue;
    }
    const bsd = !word.startsWith('-');
    if (bsd && /^\d/.test(word)) {
      lists.pids.push(...word.split(',').map(processId));
      continue;
    }
    for (let at = bsd ? 0 : 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const value = (): string => {
        const text = word.slice(at + 1) || (rest.shift() ?? '');
        at = word.length;
        return text;
      };
      if (bsd) {
        if (letter === 'a') others = true;
        else if (letter === 'x') withoutTerminal = true;
        else if (letter === 'u') layout = 'user';
        else if (letter === 'o') setFormat(value());
        else if (letter === 'w') wide = true;
        else if (letter === 'f') tree = true;
        else if (letter === 'j') layout = 'bsdjobs';
        else if (letter === 'p') lists.pids.push(...value().split(',').map(processId));
      } else if (letter === 'e' || letter === 'A') all = true;
      else if (letter === 'f') layout ||= 'full';
      else if (letter === 'F') layout ||= 'extra';
      else if (letter === 'l') layout = 'long';
      else if (letter === 'j') layout = 'jobs';
      else if (letter === 'o' || letter === 'O') setFormat(value());
      else if (letter === 'p') lists.pids.push(...value().split(/[, ]/).map(processId));
      else if (letter === 'u' || letter === 'U') lists.users.push(...value().split(',').map(userId));
      else if (letter === 'C') lists.names.push(...value().split(','));
      else if (letter === 'a') others = true;
      else if (letter === 'w') wide = true;
      else if (letter === 'H') tree = true;
      else if (letter === 'x') withoutTerminal = true;
    }
  }
  const entries = process.processes();
  const self = entries.find((entry) => entry.pid === process.pid);
  const listed = lists.pids.length + lists.ppids.length + lists.users.length + lists.names.length > 0;
  let chosen = entries.filter((entry) => {
    if (listed) return lists.pids.includes(entry.pid) || lists.ppids.includes(entry.ppid) || lists.users.includes(entry.uid) || lists.names.includes(entry.comm);
    if (all) return true;
    if (others && withoutTerminal) return true;
    if (withoutTerminal) return entry.uid === process.credentials.euid;
    if (others) return entry.tty !== undefined;
    return entry.uid === process.credentials.euid && entry.tty === self?.tty;
  });
  chosen.sort((a, b) => a.pid - b.pid);
  const facts = factsOf(tool);
  const named = (names: string, headings: Record<string, string> = {}): { column: Column; header: string }[] => names.split(' ').flatMap((name) => {
    const column = columns[name];
    return column ? [{ column, header: headings[name] ?? column.header }] : [];
  });
  const bsdStyle = withoutTerminal || (others && !all && layout === 'user');
  const shape = format ?? (layout === 'user' ? named('user pid pcpu pmem vsz rss tty stat start bsdtime args') : layout === 'full' ? named('user pid ppid c stime tty time args', { user: 'UID', args: 'CMD' }) : layout === 'extra' ? named('user pid ppid c sz rss psr stime tty time args', { user: 'UID', args: 'CMD' }) : layout === 'long' ? named('f s uid pid ppid c opri ni addr sz wchan tty time cmd')
    : layout === 'jobs' ? named('pid pgid sid tty time cmd') : layout === 'bsdjobs' ? named('ppid pid pgid sid tty tpgid stat uid bsdtime args') : bsdStyle ? named('pid tty stat bsdtime args') : named('pid tty time cmd'));
  if (sort !== undefined) {
    const descending = sort.startsWith('-');
    const key = sort.replace(/^[-+]/, '');
    const column = columns[aliases[key] ?? key];
    if (!column) throw new PsError('unknown sort specifier');
    else {
      const valueOf = (entry: ProcessEntry): string | number => {
        const text = column.value(entry, facts);
        return column.right && !Number.isNaN(Number(text)) ? Number(text) : text;
      };
      chosen.sort((a, b) => {
        const [x, y] = [valueOf(a), valueOf(b)];
        return (x < y ? -1 : x > y ? 1 : 0) * (descending ? -1 : 1);
      });
    }
  }
  if (tree) chosen = treeOrder(chosen);
  print(tool, chosen, shape, facts, headers, wide);
  return chosen.length === 0 && listed ? 1 : 0;
}

function treeOrder(entries: ProcessEntry[]): ProcessEntry[] {
  const pids = new Set(entries.map((entry) => entry.pid));
  const result: ProcessEntry[] = [];
  const visit = (entry: ProcessEntry, depth: number): void => {
    result.push(depth === 0 ? entry : { ...entry, argv: [`${'    '.repeat(depth - 1)} \\_ ${entry.argv[0] ?? entry.comm}`, ...entry.argv.slice(1)] });
    for (const child of entries) if (child.ppid === entry.pid && child.pid !== entry.pid) visit(child, depth + 1);
  };
  for (const entry of entries) if (!pids.has(entry.ppid) || entry.ppid === entry.pid) visit(entry, 0);
  return result;
}

function factsOf(tool: Tool): Facts {
  const { process } = tool;
  const total = Number(/MemTotal:\s+(\d+)/.exec(procText(process, '/proc/meminfo', ''))?.[1] ?? 8_000_000);
  return {
    names: new IdNames(process), now: process.clock.now(), zone: timeZoneOf(process), totalMemory: total,
    memory: (pid) => {
      const text = procText(process, `/proc/${pid}/status`, '');
      return { rss: Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0), vsz: Number(/VmSize:\s+(\d+)/.exec(text)?.[1] ?? 0) };
    },
  };
}

function print(tool: Tool, entries: ProcessEntry[], shape: { column: Column; header: string }[], facts: Facts, headers: boolean, wide: boolean): void {
  const rows = entries.map((entry) => shape.map(({ column }) => column.value(entry, facts)));
  const showHeaders = headers && shape.some(({ header }) => header !== '');
  const limit = wide || !tool.process.isatty(1) ? Infinity : tool.process.windowSize(1).columns || 80;
  const line = (cells: string[]): string => {
    let text = '';
    cells.forEach((cell, index) => {
      const { column, header } = shape[index] ?? {};
      const last = index === cells.length - 1;
      const width = Math.max(column?.width ?? 0, header?.length ?? 0);
      // A cell too wide for its column takes the blank before the next one.
      const shown = column === columns['user'] && cell.length > 8 ? `${cell.slice(0, 7)}+` : cell;
      text += (index ? ' ' : '') + (column?.right ? shown.padStart(width) : last ? shown : shown.padEnd(width));
    });
    return `${text.slice(0, limit)}\n`;
  };
  if (showHeaders) tool.out.write(line(shape.map(({ header }) => header)));
  for (const row of rows) tool.out.write(line(row));
}

/** Columns that busybox's `ps -o` knows, and how wide they are. */
const busyboxWidths: Record<string, number> = { user: 8, group: 8, comm: 16, args: 256, pid: 5, ppid: 5, pgid: 5, etime: 7, nice: 5, rgroup: 8, ruser: 8, time: 6, tty: 6, vsz: 4, sid: 5, stat: 4, rss: 4 };

/** Columns that are other than procps'. */
const busyboxColumns: typeof columns = {
  stat: { header: 'STAT', width: 4, value: (entry) => entry.state },
  args: { header: 'COMMAND', width: 256, value: (entry) => (entry.state === 'Z' || entry.argv.length === 0 ? `[${entry.comm}]` : entry.argv.join(' ')) },
};

function busyboxPs(tool: Tool, words: string[]): number {
  const names = new IdNames(tool.process);
  const format = words.findIndex((word) => word === '-o');
  const entries = tool.process.processes().sort((a, b) => a.pid - b.pid);
  if (format >= 0) {
    const facts = factsOf(tool);
    const shape: { width: number; header: string; value: (entry: ProcessEntry) => string }[] = [];
    for (const part of (words[format + 1] ?? '').split(',')) {
      const [name = '', header] = part.split(/=([^]*)/);
      const width = busyboxWidths[name];
      const column = busyboxColumns[name] ?? columns[aliases[name] ?? name];
      if (width === undefined || !column) throw new UsageError(`bad -o argument '${name}', supported arguments: ${Object.keys(busyboxWidths).join(',')}`, false);
      shape.push({ width, header: header ?? column.header, value: (entry) => (column.right ? column.value(entry, facts).padStart(width) : column.value(entry, facts)) });
    }
    const line = (cells: readonly string[]): string => `${cells.map((cell, index) => (index === cells.length - 1 ? cell : cell.padEnd(shape[index]?.width ?? 0))).join(' ')}\n`;
    tool.out.write(line(shape.map(({ header }) => header)));
    for (const entry of entries) tool.out.write(line(shape.map(({ value }) => value(entry))));
    return 0;
  }
  tool.out.write('PID   USER     TIME  COMMAND\n');
  for (const entry of entries) {
    const minutes = Math.floor(entry.cpuTime / 60000);
    tool.out.write(`${String(entry.pid).padStart(5)} ${names.user(entry.uid).padEnd(8).slice(0, 8)} ${String(minutes).padStart(3)}:${String(Math.floor(entry.cpuTime / 1000) % 60).padStart(2, '0')} ${entry.argv.length && entry.state !== 'Z' ? entry.argv.join(' ') : `[${entry.comm}]`}\n`);
  }
  return 0;
}
