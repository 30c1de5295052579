import type { Process, ProcessEntry } from '../../../kernel/uapi/index.ts';
import type { IdNames } from '../../program/index.ts';
import { procText } from '../../system/uname.ts';

/** A line of top's table. */
export interface Task {
  entry: ProcessEntry;
  user: string;
  /** KiB. */
  virtual: number;
  resident: number;
  shared: number;
  cpu: number;
  memory: number;
  nice: number;
  command: string;
}

/** Processor times of all processes at a moment, from which shares are counted. */
export class CpuClock {
  #before = new Map<number, number>();
  #at: number | undefined;
  /** Share of the time that was used since the sample before, in percent of one processor. */
  total = 0;

  sample(process: Process, entries: readonly ProcessEntry[]): Map<number, number> {
    const now = process.clock.now();
    const shares = new Map<number, number>();
    this.total = 0;
    for (const entry of entries) {
      const since = this.#at === undefined ? entry.startTime : Math.max(this.#at, entry.startTime);
      const used = entry.cpuTime - (this.#at === undefined ? 0 : this.#before.get(entry.pid) ?? 0);
      const share = Math.max(0, Math.min(100, (100 * used) / Math.max(100, now - since)));
      shares.set(entry.pid, share);
      this.total += share;
    }
    this.#before = new Map(entries.map((entry) => [entry.pid, entry.cpuTime]));
    this.#at = now;
    return shares;
  }
}

/** The tasks with what the table shows. */
export function readTasks(process: Process, names: IdNames, clock: CpuClock, total: number, fullCommand: boolean): Task[] {
  const entries = process.processes();
  const shares = clock.sample(process, entries);
  return entries.map((entry) => {
    const status = procText(process, `/proc/${entry.pid}/status`, '');
    const size = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const resident = size('VmRSS');
    const nice = Number(procText(process, `/proc/${entry.pid}/stat`, '').replace(/^.*\) /, '').split(' ')[16] ?? 0) || 0;
    return {
      entry, user: names.user(entry.uid), virtual: size('VmSize'), resident, shared: size('RssFile'), cpu: shares.get(entry.pid) ?? 0, memory: (100 * resident) / Math.max(1, total), nice,
      command: fullCommand ? (entry.argv.length > 0 ? entry.argv.join(' ') : `[${entry.comm}]`) : entry.comm,
    };
  });
}
