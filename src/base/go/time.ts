/** A point in time with nanoseconds, as the API's RFC 3339 texts have them. */
export interface GoTime {
  /** Whole seconds since the Unix epoch. */
  seconds: number;
  nanoseconds: number;
}

/** Reads RFC 3339; undefined when it is not. */
export function parseRfc3339(text: string): GoTime | undefined {
  const [, seconds, fraction = '', zone = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const milliseconds = Date.parse(`${seconds}${zone}`);
  return Number.isNaN(milliseconds) ? undefined : { seconds: milliseconds / 1000, nanoseconds: Number(fraction.padEnd(9, '0').slice(0, 9)) };
}

/** time.Time's String in UTC: `2026-11-23 22:54:00.123 +0000 UTC`. */
export function formatGoTime({ seconds, nanoseconds }: GoTime): string {
  const stamp = new Date(seconds * 1000).toISOString();
  const fraction = nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`;
  return `${stamp.slice(0, 10)} ${stamp.slice(11, 19)}${fraction} +0000 UTC`;
}

/** time.RFC3339Nano in UTC: trailing zeros of the fraction are left out. */
export function formatRfc3339Nano({ seconds, nanoseconds }: GoTime): string {
  const fraction = nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction}Z`;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** time.ANSIC in UTC: `Thu Aug 13 05:35:48 2026`, the day padded with a space. */
export function formatAnsiC({ seconds }: GoTime): string {
  const date = new Date(seconds * 1000);
  const clock = date.toISOString().slice(11, 19);
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clock} ${date.getUTCFullYear()}`;
}
