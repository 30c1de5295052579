const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Nov 29 18:06:55 2026 GMT`, or with `iso` `2026-11-29 18:06:55Z`. */
export function printTime(ms: number, iso = false): string {
  const date = new Date(ms);
  const text = date.toISOString();
  if (iso) return `${text.slice(0, 10)} ${text.slice(11, 19)}Z`;
  return `${months[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate()).padStart(2)} ${text.slice(11, 19)} ${date.getUTCFullYear()} GMT`;
}

/** `[CC]YYMMDDHHMMSSZ` as -not_before takes it, or `today`; undefined when it is no such time. */
export function parseTime(text: string, now: number): number | undefined {
  if (text === 'today') return now;
  const match = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  return Date.UTC(match[1]?.length === 2 ? year + (year < 50 ? 2000 : 1900) : year, month - 1, day, hour, minute, second);
}
