import type { ContainerTopResponse } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { RuntimeProcessEntry } from '../ports/runtime.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { liveTask } from './pause.ts';

/** Columns of ps(1) by the names of its -o option. */
const columns: Record<string, { title: string; value(entry: RuntimeProcessEntry, context: TopContext): string }> = {
  uid: { title: 'UID', value: (entry) => String(entry.user) },
  user: { title: 'USER', value: (entry, { userName }) => userName(entry.user) },
  pid: { title: 'PID', value: (entry) => String(entry.pid) },
  ppid: { title: 'PPID', value: (entry) => String(entry.ppid) },
  c: { title: 'C', value: () => '0' },
  '%cpu': { title: '%CPU', value: () => '0.0' },
  '%mem': { title: '%MEM', value: () => '0.0' },
  vsz: { title: 'VSZ', value: () => '1660' },
  rss: { title: 'RSS', value: () => '1024' },
  stime: { title: 'STIME', value: (entry) => new Date(entry.startTime).toISOString().slice(11, 16) },
  start: { title: 'START', value: (entry) => new Date(entry.startTime).toISOString().slice(11, 16) },
  tty: { title: 'TTY', value: (entry) => entry.tty ?? '?' },
  stat: { title: 'STAT', value: (entry) => entry.state },
  state: { title: 'S', value: (entry) => entry.state },
  time: { title: 'TIME', value: (entry) => clockTime(entry.cpuTime) },
  cmd: { title: 'CMD', value: commandLine },
  command: { title: 'COMMAND', value: commandLine },
  args: { title: 'COMMAND', value: commandLine },
  comm: { title: 'COMMAND', value: (entry) => entry.comm },
};

interface TopContext {
  userName(uid: number): string;
}

/** Columns of the usual ways to call ps. */
const formats: Record<string, readonly string[]> = {
  '-ef': ['user', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'cmd'],
  aux: ['user', 'pid', '%cpu', '%mem', 'vsz', 'rss', 'tty', 'stat', 'start', 'time', 'command'],
};

/** `GET /containers/{id}/top` */
export function topContainer(daemon: Daemon, container: Container, psArgs: string): ContainerTopResponse {
  const entries = liveTask(container).processes();
  const names = columnsOf(psArgs === '' ? '-ef' : psArgs);
  const users = daemon.files.exists('/etc/passwd') ? daemon.files.readTextFile('/etc/passwd').split('\n').map((line) => line.split(':')) : [];
  const context = { userName: (uid: number) => users.find((fields) => fields[2] === String(uid))?.[0] ?? String(uid) };
  const isEf = names === formats['-ef'];
  emitContainer(daemon, container, 'top');
  return {
    Titles: names.map((name) => (isEf && name === 'user' ? 'UID' : (columns[name]?.title ?? name.toUpperCase()))),
    Processes: entries.map((entry) => names.map((name) => columns[name]?.value(entry, context) ?? '-')),
  };
}

function columnsOf(psArgs: string): readonly string[] {
  const plain = formats[psArgs] ?? formats[psArgs.replace(/^-/, '')] ?? (psArgs === 'ef' ? formats['-ef'] : undefined);
  if (plain) return plain;
  const chosen = [...psArgs.matchAll(/(?:^|\s)-?[A-Za-z]*o\s*([\w%,=]+)/g)].flatMap(([, list = '']) => list.split(',')).map((name) => name.replace(/=.*$/, ''));
  for (const name of chosen) if (!columns[name]) throw new EngineError('system', `ps: error: unknown user-defined format specifier "${name}"`);
  if (chosen.length > 0 && !chosen.includes('pid')) throw new EngineError('system', "Couldn't find PID field in ps output");
  return chosen.length > 0 ? chosen : (formats['-ef'] ?? []);
}

function commandLine(entry: RuntimeProcessEntry): string {
  return entry.argv.length > 0 ? entry.argv.join(' ') : `[${entry.comm}]`;
}

function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
