import { type Arguments, defineProgram, localTime, strftime, timeZoneOf, type Tool } from '../program/index.ts';
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

const uptimeOptions = { pretty: '-p --pretty  show uptime in pretty format', help: '-h --help  display this help and exit', since: '-s --since  system up since', version: '-V --version  output version information and exit' };

export const uptime = defineProgram({ name: 'uptime', usage: '[options]', options: uptimeOptions, ownHelp: true, version: 'from procps-ng 4.0.4', hint: () => procpsUsage('uptime', uptimeOptions, 16), run: runUptime });

async function runUptime(tool: Tool, args: Arguments<keyof typeof uptimeOptions>): Promise<number> {
  const { out, process } = tool;
  if (args.has('help')) out.write(`${procpsUsage('uptime', uptimeOptions, 16)}\n`);
  else if (args.has('version')) out.write('uptime from procps-ng 4.0.4\n');
  else if (args.operands.length > 0) {
    await tool.errorText(`${procpsUsage('uptime', uptimeOptions, 16)}\n`);
    return 1;
  } else if (args.has('pretty')) {
    const seconds = uptimeSeconds(tool);
    const parts: [number, string][] = [[Math.floor(seconds / 86400), 'day'], [Math.floor(seconds / 3600) % 24, 'hour'], [Math.floor(seconds / 60) % 60, 'minute']];
    out.write(`up ${parts.filter(([count], index) => count || index === 2).map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`).join(', ')}\n`);
  } else if (args.has('since')) out.write(`${strftime('%Y-%m-%d %H:%M:%S', localTime(process.clock.now() - uptimeSeconds(tool) * 1000, timeZoneOf(process)))}\n`);
  else out.write(`${headline(tool)}\n`);
  return 0;
}

/** The usage that programs of procps print where others print a hint. */
export function procpsUsage(name: string, options: Readonly<Record<string, string>>, column: number): string {
  const lineOf = (line: string, width: number): string => {
    const [names = '', about = ''] = line.split('  ');
    const words = names.replace(/=$/, '').split(' ').map((word) => (names.endsWith('=') ? `${word} N` : word));
    return `${(words[0]?.startsWith('--') ? `     ${words.join(', ')}` : ` ${words.join(', ')}`).padEnd(width)}${about}\n`;
  };
  // Where the column is wide, help and version stand apart in their own.
  const apart = column > 16 ? ['help', 'version'] : [];
  const [main, last] = [false, true].map((wanted) => Object.entries(options).filter(([key]) => apart.includes(key) === wanted).map(([, line]) => lineOf(line, wanted ? 16 : column)).join(''));
  return `\nUsage:\n ${name} [options]\n\nOptions:\n${main}${last === '' ? '' : `\n${last}`}\nFor more details see ${name}(1).`;
}
