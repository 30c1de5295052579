import { isSystemError } from '../../kernel/uapi/index.ts';
import { IdNames, type Tool } from '../program/index.ts';
import { procText } from '../system/uname.ts';

/** What busybox's top shows: lines, of which the fourth is the table's head. */
function screen(tool: Tool): string[] {
  const { process } = tool;
  const text = procText(process, '/proc/meminfo', '');
  const memory = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  const names = new IdNames(process);
  const total = memory('MemTotal');
  const entries = process.processes().sort((a, b) => b.cpuTime - a.cpuTime || a.pid - b.pid);
  return [
    `Mem: ${total - memory('MemFree')}K used, ${memory('MemFree')}K free, ${memory('Shmem')}K shrd, ${memory('Buffers')}K buff, ${memory('Cached')}K cached`,
    'CPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq',
    `Load average: ${procText(process, '/proc/loadavg', '').trim()}`,
    '  PID  PPID USER     STAT   VSZ %VSZ %CPU COMMAND',
    ...entries.map((entry) => {
      const size = Number(/VmSize:\s+(\d+)/.exec(procText(process, `/proc/${entry.pid}/status`, ''))?.[1] ?? 0);
      const share = total === 0 ? 0 : Math.floor((size / total) * 100);
      return `${String(entry.pid).padStart(5)} ${String(entry.ppid).padStart(5)} ${names.user(entry.uid).padEnd(8).slice(0, 8)} ${entry.state.padEnd(4)} ${String(size).padStart(5)} ${String(share).padStart(3)}%   0% ${entry.argv.length > 0 ? entry.argv.join(' ') : `[${entry.comm}]`}`;
    }),
  ];
}

/** `top [-b] [-n COUNT] [-d SECONDS]` of busybox. */
export async function busyboxTop(tool: Tool, { batch, times, delay }: { batch: boolean; times: number; delay: number }): Promise<number> {
  const { process, out } = tool;
  if (batch || !process.isatty(0)) {
    for (let round = 0; round < times; round++) {
      if (round > 0) await process.sleep(delay);
      out.write(`${screen(tool).join('\n')}\n\n`);
      await out.flush();
    }
    return 0;
  }
  const saved = process.tcgetattr(0);
  process.tcsetattr(0, { canonical: false, echo: false });
  try {
    for (let round = 0; round < times; round++) {
      const { rows, columns } = process.windowSize(1);
      const lines = screen(tool).slice(0, Math.max(5, rows - 1)).map((line) => line.slice(0, columns));
      out.write(`\x1b[H\x1b[J${lines.map((line, index) => (index === 3 ? `\x1b[7m${line}\x1b[m\n` : `${line}\n`)).join('')}`);
      await out.flush();
      const ready = await process.poll([0], delay);
      if (ready.length === 0) continue;
      const key = (await process.read(0))[0];
      if (key === undefined || key === 0x71 || key === 3) break;
    }
  } catch (error) {
    if (!isSystemError(error, 'EINTR')) throw error;
  } finally {
    process.tcsetattr(0, saved);
  }
  return 0;
}
