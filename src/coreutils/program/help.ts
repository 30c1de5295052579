import type { OptionTable } from './getopt.ts';

/** What `--help` prints: the usage line and the options of the table. */
export function helpText(name: string, definition: { usage: string; summary?: string; options: OptionTable }, busybox = false): string {
  const lines = Object.values(definition.options).map((line) => {
    const [names = '', ...about] = line.split('  ');
    const words = names.trim().split(' ').map((word) => word.replace(/!$/, ''));
    const shorts = words.filter((word) => !word.startsWith('--'));
    const longs = words.filter((word) => word.startsWith('--')).map((word) => word.replace('[=]', '[=VALUE]').replace(/=$/, '=VALUE'));
    const left = shorts.length ? `  ${[...shorts.map((short) => short.replace(/\[?=\]?$/, longs.length ? '' : ' VALUE')), ...longs].join(', ')}` : `      ${longs.join(', ')}`;
    const text = about.join('  ').trim();
    return text === '' ? left : left.length < 28 ? `${left.padEnd(29)}${text}` : `${left}\n${' '.repeat(29)}${text}`;
  });
  if (busybox) {
    return `BusyBox v1.37.0 (Debian 1:1.37.0-6+b9) multi-call binary.\n\nUsage: ${name} ${definition.usage}\n${definition.summary ? `\n${definition.summary}\n` : ''}`;
  }
  return [`Usage: ${name} ${definition.usage}`, ...(definition.summary ? [definition.summary] : []), '', ...lines,
    '      --help                 display this help and exit', '      --version              output version information and exit', ''].join('\n');
}
