/** Nanoseconds of time.ParseDuration's units. */
const units: Record<string, number> = { ns: 1, us: 1e3, 'µs': 1e3, 'μs': 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** time.ParseDuration, in nanoseconds; undefined when it is not one (`1h30m`, `1.5s`, `-2ms`). */
export function parseDuration(text: string): number | undefined {
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (body === '0') return 0;
  let total = 0;
  let rest = body;
  if (rest === '') return undefined;
  while (rest !== '') {
    const [whole, number = '', unit = ''] = /^(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    total += Number(number) * (units[unit] ?? 0);
    rest = rest.slice(whole.length);
  }
  return sign === '-' ? -total : total;
}

/** time.Duration's String: `1h0m0s`, `1.5s`, `300ms`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  const sign = nanoseconds < 0 ? '-' : '';
  const ns = Math.abs(nanoseconds);
  if (ns < 1e3) return `${sign}${ns}ns`;
  if (ns < 1e6) return `${sign}${ns / 1e3}µs`;
  if (ns < 1e9) return `${sign}${ns / 1e6}ms`;
  const seconds = Math.floor(ns / 1e9);
  const fraction = String(Math.round(ns % 1e9)).padStart(9, '0').replace(/0+$/, '');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = `${seconds % 60}${fraction === '' ? '' : `.${fraction}`}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${tail}`;
  return minutes > 0 ? `${sign}${minutes}m${tail}` : sign + tail;
}
