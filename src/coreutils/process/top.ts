import { humanSize, IdNames, localTime, rawProgram, strftime, timeZoneOf, type Tool } from '../program/index.ts';
import { procText } from '../system/uname.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { busyboxTop } from './busybox-top.ts';

function memoryInfo(tool: Tool): (name: string) => number {
  const text = procText(tool.process, '/proc/meminfo', '');
  return (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

function uptimeSeconds(tool: Tool): number {
  return Number(procText(tool.process, '/proc/uptime', '0').split(' ')[0]);
}

/** `up 3 min`, `up 1 day,  2:03`, as uptime and top show it. */
function upText(seconds: number): string {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  return `up ${days ? `${days} day${days === 1 ? '' : 's'}, ` : ''}${hours ? `${String(hours).padStart(2)}:${String(minutes).padStart(2, '0')}` : `${minutes} min`}`;
}

function headline(tool: Tool): string {
  const loads = procText(tool.process, '/proc/loadavg', '0.00 0.00 0.00').split(' ').slice(0, 3).join(', ');
  return ` ${strftime('%H:%M:%S', localTime(tool.process.clock.now(), timeZoneOf(tool.process)))} ${upText(uptimeSeconds(tool))},  0 users,  load average: ${loads}`;
}

export const uptime = rawProgram('uptime', (tool, words) => {
  if (words[0] === '-p' || words[0] === '--pretty') {
    const seconds = uptimeSeconds(tool);
    const parts: [number, string][] = [[Math.floor(seconds / 86400), 'day'], [Math.floor(seconds / 3600) % 24, 'hour'], [Math.floor(seconds / 60) % 60, 'minute']];
    tool.out.write(`up ${parts.filter(([count], index) => count || index === 2).map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`).join(', ')}\n`);
  } else if (words[0] === '-s' || words[0] === '--since') tool.out.write(`${strftime('%Y-%m-%d %H:%M:%S', localTime(tool.process.clock.now() - uptimeSeconds(tool) * 1000, timeZoneOf(tool.process)))}\n`);
  else tool.out.write(`${headline(tool)}\n`);
  return 0;
});

export const free = rawProgram('free', (tool, words) => {
  const get = memoryInfo(tool);
  const flag = words.find((word) => /^-[bkmgh]$|^--(bytes|kibi|mebi|gibi|human|mega|giga)$/.test(word)) ?? '-k';
  const show = (kib: number): string => {
    switch (flag) {
      case '-b': case '--bytes': return String(kib * 1024);
      case '-m': case '--mebi': return String(Math.floor(kib / 1024));
      case '-g': case '--gibi': return String(Math.floor(kib / 1048576));
      case '-h': case '--human': return kib === 0 ? '0B' : `${humanSize(kib * 1024)}i`;
      default: return String(kib);
    }
  };
  const cache = get('Buffers') + get('Cached') + get('SReclaimable');
  const available = get('MemAvailable') || get('MemFree');
  const row = (title: string, cells: (number | undefined)[]): string => `${title.padEnd(8)}${cells.map((cell) => (cell === undefined ? '' : show(cell)).padStart(12)).join('').slice(0)}\n`;
  tool.out.write(`${' '.repeat(8)}${['total', 'used', 'free', 'shared', 'buff/cache', 'available'].map((name) => name.padStart(12)).join('')}\n`);
  tool.out.write(row('Mem:', [get('MemTotal'), get('MemTotal') - available, get('MemFree'), get('Shmem'), cache, available]));
  tool.out.write(row('Swap:', [get('SwapTotal'), get('SwapTotal') - get('SwapFree'), get('SwapFree')]));
  return 0;
});

function screen(tool: Tool): string {
  const get = memoryInfo(tool);
  const names = new IdNames(tool.process);
  const entries = tool.process.processes();
  const count = (state: string): number => entries.filter((entry) => entry.state === state).length;
  const mib = (kib: number): string => (kib / 1024).toFixed(1).padStart(8);
  const available = get('MemAvailable') || get('MemFree');
  const lines = [
    `top -${headline(tool).replace(/^ /, ' ')}`,
    `Tasks: ${String(entries.length).padStart(3)} total, ${String(count('R')).padStart(3)} running, ${String(count('S')).padStart(3)} sleeping, ${String(count('T')).padStart(3)} stopped, ${String(count('Z')).padStart(3)} zombie`,
    '%Cpu(s):  0.0 us,  0.0 sy,  0.0 ni,100.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st ',
    `MiB Mem : ${mib(get('MemTotal'))} total, ${mib(get('MemFree'))} free, ${mib(get('MemTotal') - available)} used, ${mib(get('Buffers') + get('Cached'))} buff/cache     `,
    `MiB Swap: ${mib(get('SwapTotal'))} total, ${mib(get('SwapFree'))} free, ${mib(get('SwapTotal') - get('SwapFree'))} used. ${mib(available)} avail Mem `,
    '',
    '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
  ];
  for (const entry of entries.sort((a, b) => b.cpuTime - a.cpuTime || a.pid - b.pid)) {
    const status = procText(tool.process, `/proc/${entry.pid}/status`, '');
    const size = (name: string): string => /(\d+)/.exec(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? '0')?.[1] ?? '0';
    const minutes = `${Math.floor(entry.cpuTime / 60000)}:${((entry.cpuTime / 1000) % 60).toFixed(2).padStart(5, '0')}`;
    const memory = ((Number(size('VmRSS')) / Math.max(1, get('MemTotal'))) * 100).toFixed(1);
    lines.push(`${String(entry.pid).padStart(7)} ${names.user(entry.uid).padEnd(8).slice(0, 8)}  20   0 ${size('VmSize').padStart(7)} ${size('VmRSS').padStart(6)} ${size('RssFile').padStart(6)} ${entry.state}   0.0 ${memory.padStart(5)} ${minutes.padStart(9)} ${entry.comm}`);
  }
  return lines.join('\n');
}

export const top = rawProgram('top', async (tool, words) => {
  const { process, out } = tool;
  const batch = words.some((word) => /^-[a-z]*b/.test(word));
  const times = Number(/-[a-z]*n\s*(\d+)/.exec(words.join(' '))?.[1] ?? Infinity);
  const delay = Number(/-d\s*([\d.]+)/.exec(words.join(' '))?.[1] ?? (tool.busybox ? 5 : 3)) * 1000;
  if (tool.busybox) return await busyboxTop(tool, { batch, times, delay });
  if (!batch && !process.isatty(0)) {
    await tool.errorText(`${tool.name.split('/').pop() ?? 'top'}: failed tty get\n`);
    return 1;
  }
  if (batch) {
    for (let round = 0; round < times; round++) {
      if (round) await process.sleep(delay);
      out.write(`${round ? '\n' : ''}${screen(tool)}\n`);
      await out.flush();
    }
    return 0;
  }
  const saved = process.tcgetattr(0);
  process.tcsetattr(0, { canonical: false, echo: false });
  try {
    for (let round = 0; round < times; round++) {
      const { rows, columns } = process.windowSize(1);
      const lines = screen(tool).split('\n').slice(0, Math.max(8, rows - 1)).map((line) => line.slice(0, columns));
      out.write(`\x1b[H\x1b[2J${lines.map((line, index) => (index === 6 ? `\x1b[7m${line.padEnd(columns)}\x1b[0m` : line)).join('\r\n')}`);
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
  out.write('\n');
  return 0;
});
