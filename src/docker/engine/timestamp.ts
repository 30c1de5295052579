/** What stands for no time. */
export const zeroTime = '0001-01-01T00:00:00Z';

/** RFC 3339 with nanoseconds, trailing zeros left out, as Go writes times. `ms` since the epoch, fractions allowed. */
export function rfc3339Nano(ms: number): string {
  const fraction = nanosecondsOf(ms).toString().padStart(9, '0').replace(/0+$/, '');
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}Z`;
}

/** As `rfc3339Nano` with all nine digits: `docker logs -t`. */
export function rfc3339NanoFixed(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}.${nanosecondsOf(ms).toString().padStart(9, '0')}Z`;
}

/** RFC 3339 to the second. */
export function rfc3339(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function nanosecondsOf(ms: number): number {
  const seconds = Math.floor(ms / 1000);
  return Math.min(Math.floor((ms - seconds * 1000) * 1e6), 999_999_999);
}

/** Milliseconds of an RFC 3339 time; 0 for the zero time. */
export function parseRfc3339(text: string): number {
  if (text.startsWith('0001-')) return 0;
  const [, whole = '', fraction = '', zone = 'Z'] = /^([^.Z+]*?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  return Date.parse(`${whole}${zone}`) + Number(`0.${fraction || '0'}`) * 1000;
}

/** A time of a query (`since`, `until`): Unix seconds with a fraction, or RFC 3339. Undefined when it is neither. */
export function parseQueryTime(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const ms = parseRfc3339(text);
  return Number.isNaN(ms) ? undefined : ms;
}
