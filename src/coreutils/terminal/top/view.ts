import { IdNames, type Tool } from '../../program/index.ts';
import { headline, memoryInfo } from '../../process/uptime.ts';
import { procText } from '../../system/uname.ts';
import { type CpuClock, readTasks, type Task } from './processes.ts';

export type SortField = 'PID' | 'USER' | 'VIRT' | 'RES' | 'SHR' | '%CPU' | '%MEM' | 'TIME+' | 'COMMAND' | 'PR' | 'NI' | 'S';

/** Fields in the order of the table, as `<` and `>` go through them. */
export const fields: readonly SortField[] = ['PID', 'USER', 'PR', 'NI', 'VIRT', 'RES', 'SHR', 'S', '%CPU', '%MEM', 'TIME+', 'COMMAND'];

/** What keys and options change. */
export interface TopSettings {
  delay: number;
  sort: SortField;
  reversed: boolean;
  fullCommand: boolean;
  perCpu: boolean;
  idle: boolean;
  forest: boolean;
  user: string | undefined;
  pids: readonly number[] | undefined;
  limit: number;
  showLoad: boolean;
  showTasks: boolean;
  showMemory: boolean;
  bold: boolean;
  columnMarked: boolean;
  coloured: boolean;
  scale: number;
}

const keyOf: Record<SortField, (task: Task) => number | string> = {
  PID: (task) => task.entry.pid, USER: (task) => task.user, PR: (task) => task.nice, NI: (task) => task.nice, VIRT: (task) => task.virtual, RES: (task) => task.resident, SHR: (task) => task.shared,
  S: (task) => task.entry.state, '%CPU': (task) => task.cpu, '%MEM': (task) => task.memory, 'TIME+': (task) => task.entry.cpuTime, COMMAND: (task) => task.command,
};

function sortTasks(tasks: Task[], { sort, reversed }: TopSettings): Task[] {
  const key = keyOf[sort];
  const order = (a: Task, b: Task): number => {
    const [x, y] = [key(a), key(b)];
    return x === y ? a.entry.pid - b.entry.pid : (x < y ? 1 : -1) * (reversed ? -1 : 1);
  };
  return tasks.sort(order);
}

/** Children below their parents, indented. */
function forest(tasks: readonly Task[]): Task[] {
  const out: Task[] = [];
  const seen = new Set<number>();
  const pids = new Set(tasks.map((task) => task.entry.pid));
  const add = (parent: number | undefined, depth: number): void => {
    for (const task of tasks.filter((one) => (parent === undefined ? !pids.has(one.entry.ppid) || one.entry.ppid === one.entry.pid : one.entry.ppid === parent)).sort((a, b) => a.entry.pid - b.entry.pid)) {
      if (seen.has(task.entry.pid)) continue;
      seen.add(task.entry.pid);
      out.push(depth === 0 ? task : { ...task, command: `${'    '.repeat(depth - 1)} \`- ${task.command}` });
      add(task.entry.pid, depth + 1);
    }
  };
  add(undefined, 0);
  return out;
}

/** A size in KiB in at most `width` columns. */
function size(kib: number, width: number): string {
  const plain = String(kib);
  if (plain.length <= width) return plain.padStart(width);
  for (const [unit, factor] of [['m', 1024], ['g', 1048576], ['t', 1073741824]] as const) {
    const text = `${(kib / factor).toFixed(1)}${unit}`;
    if (text.length <= width) return text.padStart(width);
  }
  return '*'.padStart(width);
}

function time(ms: number): string {
  const minutes = Math.floor(ms / 60000);
  const text = `${minutes}:${((ms / 1000) % 60).toFixed(2).padStart(5, '0')}`;
  return text.padStart(9);
}

const scales = [['KiB', 1], ['MiB', 1024], ['GiB', 1048576], ['TiB', 1073741824]] as const;

/** A screen of top: lines of the summary with `~` around what is bold, then the head and the tasks. */
export interface TopFrame {
  summary: string[];
  head: string;
  tasks: { text: string; running: boolean }[];
  first: Task | undefined;
}

/** Computes what is shown now. */
export function topFrame(tool: Tool, clock: CpuClock, settings: TopSettings): TopFrame {
  const { process } = tool;
  const get = memoryInfo(tool);
  const names = new IdNames(process);
  const all = readTasks(process, names, clock, get('MemTotal'), settings.fullCommand);
  const wanted = all.filter((task) => (settings.user === undefined || task.user === settings.user || String(task.entry.uid) === settings.user) && (!settings.pids || settings.pids.includes(task.entry.pid)));
  const counted = settings.pids ? wanted : all;
  const count = (state: string): string => ` ${String(counted.filter((task) => task.entry.state === state).length).padStart(3)} `;
  const summary: string[] = [];
  if (settings.showLoad) summary.push(`top -${headline(tool)}`);
  if (settings.showTasks) {
    summary.push(`Tasks:~ ${String(counted.length).padStart(3)} ~total,~${count('R')}~running,~${count('S')}~sleeping,~${count('T')}~stopped,~${count('Z')}~zombie`);
    const cpus = Math.max(1, (procText(process, '/proc/cpuinfo', '').match(/^processor/gm) ?? []).length);
    const cpuLine = (label: string, used: number): string => {
      const user = Math.min(100, used);
      const cell = (value: number): string => `~${value.toFixed(1).padStart(5)} ~`;
      return `${label}${cell(user)}us,${cell(0)}sy,${cell(0)}ni,${cell(100 - user)}id,${cell(0)}wa,${cell(0)}hi,${cell(0)}si,${cell(0)}st `;
    };
    if (settings.perCpu) for (let cpu = 0; cpu < cpus; cpu++) summary.push(cpuLine(`%Cpu${String(cpu).padEnd(3)}:`, Math.max(0, clock.total - cpu * 100)));
    else summary.push(cpuLine('%Cpu(s):', clock.total / cpus));
  }
  if (settings.showMemory) {
    const [unit, factor] = scales[settings.scale] ?? scales[1];
    const cell = (kib: number): string => `~${(factor === 1 ? String(kib) : (kib / factor).toFixed(1)).padStart(9)} ~`;
    const available = get('MemAvailable') || get('MemFree');
    summary.push(`${unit} Mem :${cell(get('MemTotal'))}total,${cell(get('MemFree'))}free,${cell(get('MemTotal') - available)}used,${cell(get('Buffers') + get('Cached'))}buff/cache     `);
    summary.push(`${unit} Swap:${cell(get('SwapTotal'))}total,${cell(get('SwapFree'))}free,${cell(get('SwapTotal') - get('SwapFree'))}used.${cell(available)}avail Mem `);
  }
  const shown = (settings.forest ? forest(wanted) : sortTasks(wanted, settings)).filter((task) => settings.idle || task.cpu > 0 || task.entry.state === 'R');
  const limited = settings.limit > 0 ? shown.slice(0, settings.limit) : shown;
  return {
    summary, head: '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND', first: limited[0],
    tasks: limited.map((task) => {
      const user = task.user.length > 8 ? `${task.user.slice(0, 7)}+` : task.user.padEnd(8);
      const cpu = task.cpu >= 99.95 ? task.cpu.toFixed(1) : task.cpu.toFixed(1);
      return {
        text: `${String(task.entry.pid).padStart(7)} ${user} ${String(20 + task.nice).padStart(3)} ${String(task.nice).padStart(3)} ${size(task.virtual, 7)} ${size(task.resident, 6)} ${size(task.shared, 6)} ${task.entry.state} ${cpu.padStart(5)} ${task.memory.toFixed(1).padStart(5)} ${time(task.entry.cpuTime)} ${task.command}`,
        running: task.entry.state === 'R',
      };
    }),
  };
}
