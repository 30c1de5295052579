import { humanSize, localTime, rawProgram, strftime, timeZoneOf, type Tool } from '../program/index.ts';
import { procText } from '../system/uname.ts';

/** Values of /proc/meminfo in KiB. */
export function memoryInfo(tool: Tool): (name: string) => number {
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

/** ` 12:00:00 up 3 min,  0 users,  load average: …` */
export function headline(tool: Tool): string {
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
