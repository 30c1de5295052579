import { type Arguments, choose, defineProgram, LineReader, localTime, openInput, parseTime, quote, reason, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  date: '-d --date=  display time described by STRING, not \'now\'',
  debug: '--debug',
  file: '-f --file=  like --date; once for each line of DATEFILE',
  iso: '-I --iso-8601[=]  output date/time in ISO 8601 format',
  resolution: '--resolution',
  email: '-R --rfc-email  output date and time in RFC 5322 format',
  rfc3339: '--rfc-3339=  output date/time in RFC 3339 format',
  reference: '-r --reference=  display the last modification time of FILE',
  set: '-s --set=  set time described by STRING',
  utc: '-u --utc --universal  print or set Coordinated Universal Time (UTC)',
};

export const date = defineProgram({ name: 'date', usage: '[OPTION]... [+FORMAT]', summary: 'Display date and time in the given FORMAT.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const zone = args.has('utc') ? 'UTC' : timeZoneOf(process);
  const now = process.clock.now();
  const format = formatOf(tool, args);
  const show = (ms: number): void => {
    tool.out.write(`${strftime(format, localTime(ms, zone))}\n`);
  };
  const file = args.value('file');
  if (file !== undefined) {
    const reader = new LineReader(process, openInput(process, file));
    let status = 0;
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      const ms = parseTime(line, now, zone);
      if (ms !== undefined) show(ms);
      else {
        await tool.error(`invalid date ${quote(line)}`);
        status = 1;
      }
    }
    return status;
  }
  const reference = args.value('reference');
  if (reference !== undefined) {
    try {
      show(process.stat(reference).mtime);
    } catch (error) {
      throw new UsageError(`${reference}: ${reason(error)}`, false);
    }
    return 0;
  }
  if (args.has('set') || (args.operands[0] !== undefined && !args.operands[0].startsWith('+'))) {
    const text = args.value('set') ?? args.operands[0] ?? '';
    const ms = parseTime(text, now, zone);
    if (ms === undefined) throw new UsageError(`invalid date ${quote(text)}`, false);
    await tool.error(`${tool.busybox ? "can't" : 'cannot'} set date: Operation not permitted`);
    show(ms);
    return tool.busybox ? 0 : 1;
  }
  const text = args.value('date');
  const ms = text === undefined ? now : parseTime(text, now, zone);
  if (ms === undefined) throw new UsageError(`invalid date ${quote(text ?? '')}`, false);
  show(ms);
  return 0;
}

function formatOf(tool: Tool, args: Arguments<keyof typeof options>): string {
  const [operand, extra] = args.operands;
  if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
  if (operand?.startsWith('+')) return operand.slice(1);
  if (args.has('email')) return '%a, %d %b %Y %H:%M:%S %z';
  const iso = args.value('iso');
  if (args.has('iso')) {
    const formats: Record<string, string> = { date: '%Y-%m-%d', hours: '%Y-%m-%dT%H%:z', minutes: '%Y-%m-%dT%H:%M%:z', seconds: '%Y-%m-%dT%H:%M:%S%:z', ns: '%Y-%m-%dT%H:%M:%S,%N%:z' };
    return formats[choose(iso ?? 'date', '--iso-8601', ['hours', 'minutes', 'date', 'seconds', 'ns'])] ?? '';
  }
  const rfc = args.value('rfc3339');
  if (rfc !== undefined) return { date: '%Y-%m-%d', seconds: '%Y-%m-%d %H:%M:%S%:z', ns: '%Y-%m-%d %H:%M:%S.%N%:z' }[choose(rfc, '--rfc-3339', ['date', 'seconds', 'ns'])] ?? '';
  return tool.process.env['LC_ALL']?.startsWith('en_US') ? '%a %b %e %I:%M:%S %p %Z %Y' : '%a %b %e %H:%M:%S %Z %Y';
}
