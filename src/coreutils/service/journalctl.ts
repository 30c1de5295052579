import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, localTime, parseTime, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { formatEntry, type JournalEntry, journalPath, readJournal } from './journal-file.ts';
import { unitName } from './manager.ts';

const options = {
  unit: '-u --unit=  show logs from the specified unit', follow: '-f --follow  follow the journal', lines: '-n --lines[=]  number of journal entries to show', since: '-S --since=  show entries not older than the specified date', until: '-U --until=  show entries not newer than the specified date', reverse: '-r --reverse  show the newest entries first', output: '-o --output=  change journal output mode',
  end: '-e --pager-end', extra: '-x --catalog', noPager: '--no-pager', boot: '-b --boot[=]', kernel: '-k --dmesg', priority: '-p --priority=', grep: '-g --grep=', all: '-a --all', quiet: '-q --quiet', noHostname: '--no-hostname', identifier: '-t --identifier=', user: '--user', system: '--system', usage: '--disk-usage', listBoots: '--list-boots', utc: '--utc', vacuumTime: '--vacuum-time=', vacuumSize: '--vacuum-size=', rotate: '--rotate',
};

export const journalctl = defineProgram({ name: 'journalctl', usage: '[OPTIONS...] [MATCHES...]', summary: 'Query the journal.', options, version: 'systemd 257 (257.8-1~deb13u2)', run, prepare: (words) => words.flatMap((word, index) => (words[index - 1] === '-n' ? [] : word === '-n' && /^(\d+|all)$/.test(words[index + 1] ?? '') ? [`--lines=${words[index + 1] ?? ''}`] : word === '-n' ? ['--lines'] : [word])) });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  if (!process.exists('/run/systemd')) {
    out.write('No journal files were found.\n-- No entries --\n');
    return 0;
  }
  if (args.has('usage')) {
    out.write('Archived and active journals take up 8M in the file system.\n');
    return 0;
  }
  const zone = timeZoneOf(process);
  const moment = (key: 'since' | 'until'): number | undefined => {
    const text = args.value(key);
    if (text === undefined) return undefined;
    const ms = parseTime(text.replace(/^-(\d+)\s*(s|sec|m|min|h|d)\w*$/, (_, n: string, unit: string) => `${n} ${{ s: 'sec', sec: 'sec', m: 'min', min: 'min', h: 'hour', d: 'day' }[unit] ?? 'sec'} ago`), process.clock.now(), zone);
    if (ms === undefined) throw new UsageError(`Failed to parse timestamp: ${text}`, false);
    return ms;
  };
  const [since, until] = [moment('since'), moment('until')];
  const units = args.values('unit').map(unitName);
  const pattern = args.value('grep');
  const matches = (entry: JournalEntry): boolean => (units.length === 0 || units.includes(entry.unit)) && (since === undefined || entry.time >= since) && (until === undefined || entry.time <= until)
    && (args.value('identifier') === undefined || entry.source.startsWith(args.value('identifier') ?? '')) && (pattern === undefined || new RegExp(pattern, pattern === pattern.toLowerCase() ? 'i' : '').test(entry.message)) && !args.has('kernel');
  let all: JournalEntry[];
  try {
    all = readJournal(process);
  } catch (error) {
    if (!isSystemError(error, 'EACCES')) throw error;
    await tool.errorText("Hint: You are currently not seeing messages from other users and the system.\n      Users in groups 'adm', 'systemd-journal' can see all messages.\n      Pass -q to turn off this notice.\nNo journal files were opened due to insufficient permissions.\n");
    return 1;
  }
  const found = all.filter(matches);
  const wanted = args.has('lines') ? (args.value('lines') === 'all' ? Infinity : Number(args.value('lines') ?? 10)) : args.has('follow') ? 10 : args.has('end') ? 1000 : Infinity;
  const shown = wanted === Infinity ? found : wanted === 0 ? [] : found.slice(-wanted);
  if (args.has('reverse')) shown.reverse();
  const put = (entry: JournalEntry): void => {
    const text = formatEntry(process, entry, args.value('output'));
    out.write(`${args.has('noHostname') ? text.replace(` ${process.hostname()} `, ' ') : text}\n`);
  };
  if (shown.length === 0 && !args.has('follow')) out.write('-- No entries --\n');
  else if (process.isatty(1) && !args.has('quiet') && since !== undefined) out.write('');
  shown.forEach(put);
  await out.flush();
  if (!args.has('follow')) return 0;
  let seen = all.length;
  const wake = { now: Promise.withResolvers<void>() };
  process.watch(journalPath, () => wake.now.resolve());
  for (;;) {
    const fresh = readJournal(process);
    fresh.slice(seen).filter(matches).forEach(put);
    seen = fresh.length;
    await out.flush();
    await Promise.race([wake.now.promise, process.sleep(1000)]);
    wake.now = Promise.withResolvers<void>();
    await process.checkpoint();
  }
}

/** A moment as `systemctl status` writes it. */
export function longTime(tool: Tool, ms: number): string {
  return strftime('%a %Y-%m-%d %H:%M:%S %Z', localTime(ms, timeZoneOf(tool.process)));
}
