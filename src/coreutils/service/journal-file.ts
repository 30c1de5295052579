import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { localTime, strftime, timeZoneOf } from '../program/index.ts';

/** Where pid 1 writes. */
export const journalPath = '/var/log/journal/system.journal';

/** A line of the journal. */
export interface JournalEntry {
  time: number;
  unit: string;
  source: string;
  message: string;
}

/** The entries from byte `offset` on, and where the file ends. EACCES for who may not read. */
export function readJournal(process: Process): JournalEntry[] {
  let text: string;
  try {
    text = process.readTextFile(journalPath);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
  return text.split('\n').filter(Boolean).map((line) => {
    const [time = '0', unit = '', source = '', ...rest] = line.split('\t');
    return { time: Number(time), unit, source, message: rest.join('\t') };
  });
}

/** An entry as `journalctl` and `systemctl status` show it. */
export function formatEntry(process: Process, entry: JournalEntry, output = 'short'): string {
  const zone = timeZoneOf(process);
  if (output === 'cat') return entry.message;
  if (output === 'json') {
    const [, name = entry.source, pid = ''] = /^(.*)\[(\d+)\]$/.exec(entry.source) ?? [];
    return JSON.stringify({ __REALTIME_TIMESTAMP: String(entry.time * 1000), _HOSTNAME: process.hostname(), _SYSTEMD_UNIT: entry.unit, SYSLOG_IDENTIFIER: name, _PID: pid, PRIORITY: '6', MESSAGE: entry.message });
  }
  const format = output === 'short-iso' ? '%Y-%m-%dT%H:%M:%S%:z' : output === 'short-full' ? '%a %Y-%m-%d %H:%M:%S %Z' : output === 'short-precise' ? '%b %d %H:%M:%S.%6N' : '%b %d %H:%M:%S';
  return `${strftime(format, localTime(entry.time, zone))} ${process.hostname()} ${entry.source}: ${entry.message}`;
}
