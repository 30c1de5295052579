import { type Arguments, defineProgram, humanSize, quote, type Tool, UsageError } from '../program/index.ts';
import { memoryInfo, procpsUsage } from './uptime.ts';

const options = {
  bytes: '-b --bytes  show output in bytes', kilo: '--kilo  show output in kilobytes', mega: '--mega  show output in megabytes', giga: '--giga  show output in gigabytes', tera: '--tera  show output in terabytes', peta: '--peta  show output in petabytes',
  kibi: '-k --kibi  show output in kibibytes', mebi: '-m --mebi  show output in mebibytes', gibi: '-g --gibi  show output in gibibytes', tebi: '--tebi  show output in tebibytes', pebi: '--pebi  show output in pebibytes', human: '-h --human  show human-readable output', si: '--si  use powers of 1000 not 1024',
  lohi: '-l --lohi  show detailed low and high memory statistics', line: '-L --line  show output on a single line', total: '-t --total  show total for RAM + swap', committed: '-v --committed  show committed memory and commit limit', seconds: '-s --seconds=  repeat printing every N seconds', count: '-c --count=  repeat printing N times, then exit', wide: '-w --wide  wide output',
  help: '--help  display this help and exit', version: '-V --version  output version information and exit',
};
type Args = Arguments<keyof typeof options>;

const usage = (): string => procpsUsage('free', options, 21);

export const free = defineProgram({ name: 'free', usage: '[options]', options, ownHelp: true, version: 'from procps-ng 4.0.4', hint: usage, run });

async function run(tool: Tool, args: Args): Promise<number> {
  const { process, out } = tool;
  if (args.has('help') || args.has('version')) {
    out.write(args.has('help') ? `${usage()}\n` : 'free from procps-ng 4.0.4\n');
    return 0;
  }
  if (args.operands.length > 0) {
    await tool.errorText(`${usage()}\n`);
    return 1;
  }
  const [seconds, count] = [args.value('seconds'), args.value('count')];
  if (seconds !== undefined && !/^\d*\.?\d+$/.test(seconds)) throw new UsageError(`seconds argument failed: ${quote(seconds)}: Invalid argument`, false);
  if (count !== undefined && !/^\d+$/.test(count)) throw new UsageError(`failed to parse count argument: ${quote(count)}`, false);
  const times = count === undefined ? (seconds === undefined ? 1 : Infinity) : Number(count);
  for (let time = 1; time <= times; time++) {
    table(tool, args);
    if (times > 1) out.write('\n');
    await out.flush();
    if (time < times) await process.sleep(Number(seconds ?? 1) * 1000);
  }
  return 0;
}

const scales = { bytes: 1, kilo: 1e3, mega: 1e6, giga: 1e9, tera: 1e12, peta: 1e15, kibi: 1024, mebi: 1024 ** 2, gibi: 1024 ** 3, tebi: 1024 ** 4, pebi: 1024 ** 5 } as const;

function table(tool: Tool, args: Args): void {
  const get = memoryInfo(tool);
  const unit = args.last(...(Object.keys(scales) as (keyof typeof scales)[]), 'human') ?? 'kibi';
  const si = args.has('si');
  const show = (kib: number): string => {
    if (unit === 'human') return kib === 0 ? '0B' : `${humanSize(kib * 1024, si ? 1000 : 1024)}${si ? '' : 'i'}`;
    const factor = si ? 1000 ** Math.round(Math.log(scales[unit]) / Math.log(1024)) : scales[unit];
    return String(Math.floor((kib * 1024) / factor));
  };
  const cache = get('Cached') + get('SReclaimable');
  const available = get('MemAvailable') || get('MemFree');
  const used = get('MemTotal') - available;
  const [swapTotal, swapFree] = [get('SwapTotal'), get('SwapFree')];
  if (args.has('line')) {
    const cells: [string, number][] = [['SwapUse', swapTotal - swapFree], ['CachUse', get('Buffers') + cache], [' MemUse', used], ['MemFree', get('MemFree')]];
    tool.out.write(`${cells.map(([name, value]) => `${name} ${show(value).padStart(11)}`).join(' ')} \n`);
    return;
  }
  const row = (title: string, cells: readonly number[]): void => void tool.out.write(`${title.padEnd(8)}${cells.map((cell) => show(cell).padStart(12)).join('')}\n`);
  tool.out.write(`${' '.repeat(8)}${['total', 'used', 'free', 'shared', ...(args.has('wide') ? ['buffers', 'cache'] : ['buff/cache']), 'available'].map((name) => name.padStart(12)).join('')}\n`);
  row('Mem:', [get('MemTotal'), used, get('MemFree'), get('Shmem'), ...(args.has('wide') ? [get('Buffers'), cache] : [get('Buffers') + cache]), available]);
  if (args.has('lohi')) {
    row('Low:', [get('MemTotal'), get('MemTotal') - get('MemFree'), get('MemFree')]);
    row('High:', [0, 0, 0]);
  }
  row('Swap:', [swapTotal, swapTotal - swapFree, swapFree]);
  if (args.has('total')) row('Total:', [get('MemTotal') + swapTotal, used + swapTotal - swapFree, get('MemFree') + swapFree]);
  if (args.has('committed')) row('Comm:', [get('CommitLimit'), get('Committed_AS'), get('CommitLimit') - get('Committed_AS')]);
}
