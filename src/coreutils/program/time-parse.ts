import { dayNames, epochOf, localTime, monthNames } from './time-format.ts';

const units: Record<string, number> = { sec: 1, second: 1, min: 60, minute: 60, hour: 3600, day: 86400, week: 604800, fortnight: 1209600 };

/** A moment as `date -d` and `touch -d` take it; milliseconds since the epoch, or undefined when it is none. */
export function parseTime(text: string, now: number, zone: string): number | undefined {
  const [, ownZone, after = ''] = /^\s*TZ="([^"]*)"\s*([^]*)$/.exec(text) ?? [];
  if (ownZone !== undefined) return parseTime(after, now, ownZone);
  let rest = text.trim().toLowerCase().replace(/\([^)]*\)/g, ' ');
  const base = localTime(now, zone);
  let { year, month, day } = base;
  let clock: [number, number, number] | undefined;
  let fraction = 0;
  let offset: number | undefined;
  let dated = false;
  let months = 0;
  let seconds = 0;
  let days = 0;
  let epoch: number | undefined;
  let weekday: number | undefined;
  const take = (pattern: RegExp, use: (groups: string[]) => void): boolean => {
    const match = pattern.exec(rest);
    if (!match) return false;
    rest = rest.slice(match[0].length).trimStart();
    use(match.map((group) => group ?? ''));
    return true;
  };
  const setDate = (y: number, m: number, d: number): void => {
    [year, month, day, dated] = [y, m, d, true];
  };
  while (rest !== '') {
    const ok = take(/^@(-?\d+(?:\.\d+)?)/, ([, n = '']) => { epoch = Number(n) * 1000; })
      || take(/^(\d{4})-(\d{1,2})-(\d{1,2})(?=t|\s|$)t?/, ([, y, m, d]) => setDate(Number(y), Number(m) - 1, Number(d)))
      || take(/^(\d{1,2})\/(\d{1,2})\/(\d{2,4})\b/, ([, m, d, y = '']) => setDate(Number(y) + (y.length === 2 ? (Number(y) < 69 ? 2000 : 1900) : 0), Number(m) - 1, Number(d)))
      || take(/^(\d{4})(\d{2})(\d{2})\b/, ([, y, m, d]) => setDate(Number(y), Number(m) - 1, Number(d)))
      || take(/^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(am|pm)?/, ([, h, m, s, f = '', half]) => {
        clock = [(Number(h) % (half ? 12 : 25)) + (half === 'pm' ? 12 : 0), Number(m), Number(s)];
        fraction = f ? Number(`0.${f}`) : 0;
      })
      || take(/^(\d{1,2})\s*(am|pm)\b/, ([, h, half]) => { clock = [(Number(h) % 12) + (half === 'pm' ? 12 : 0), 0, 0]; })
      || take(/^(?:utc|gmt|z)\b/, () => { offset = 0; })
      || (clock !== undefined && take(/^([+-])(\d{2}):?(\d{2})\b(?!\s*[a-z])/, ([, sign, h, m]) => { offset = (sign === '-' ? -1 : 1) * (Number(h) * 60 + Number(m)); }))
      || take(/^(\d{1,2})[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[ -](\d{4}))?(?!\w)/, ([, d, m, y]) => setDate(y ? Number(y) : year, monthIndex(m), Number(d)))
      || take(/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?!:)(?:,? (\d{4})(?!:))?\b/, ([, m, d, y]) => setDate(y ? Number(y) : year, monthIndex(m), Number(d)))
      || (dated && clock === undefined && take(/^(\d{2})(\d{2})(?=\s|$)/, ([, h, m]) => { clock = [Number(h), Number(m), 0]; }))
      || (clock !== undefined && offset === undefined && take(/^([+-])(\d{1,2})(?=\s|$)/, ([, sign, h]) => { offset = (sign === '-' ? -1 : 1) * Number(h) * 60; }))
      || take(/^(?:now|today)\b/, () => undefined)
      || take(/^yesterday\b/, () => { days -= 1; })
      || take(/^tomorrow\b/, () => { days += 1; })
      || take(/^(?:midnight)\b/, () => { clock = [0, 0, 0]; })
      || take(/^noon\b/, () => { clock = [12, 0, 0]; })
      || take(/^(next\b|last\b|this\b|a\b|an\b|[+-]?\s*\d+|)\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?\b(\s+ago\b)?/, ([, n = '', unit = '', ago]) => {
        const count = (n === '' || n === 'next' || n === 'a' || n === 'an' ? 1 : n === 'last' ? -1 : n === 'this' ? 0 : Number(n.replace(/\s/g, ''))) * (ago ? -1 : 1);
        if (unit === 'month') months += count;
        else if (unit === 'year') months += count * 12;
        else if ((units[unit] ?? 0) >= 86400) days += count * ((units[unit] ?? 0) / 86400);
        else seconds += count * (units[unit] ?? 0);
      })
      || take(/^(?:(next|last) )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*,?/, ([, which, name = '']) => {
        weekday = dayNames.findIndex((full) => full.toLowerCase().startsWith(name));
        if (which === 'last') days -= 7;
      })
      || (dated && take(/^(\d{4})\b/, ([, y]) => { year = Number(y); }));
    if (!ok) return undefined;
  }
  if (epoch !== undefined) return epoch + seconds * 1000 + days * 86400000;
  const relative = !dated && clock === undefined && weekday === undefined;
  if (month > 11 || month < 0 || day < 1 || day > new Date(Date.UTC(year, month + 1, 0)).getUTCDate()) return undefined;
  const [hour, minute, second] = clock ?? (relative ? [base.hour, base.minute, base.second] : [0, 0, 0]);
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  if (weekday !== undefined && !dated) days += (weekday - base.weekday + 7) % 7;
  const milliseconds = relative ? now - Math.floor(now / 1000) * 1000 : fraction * 1000;
  const moment = offset === undefined
    ? epochOf(year, month + months, day + days, hour, minute, second, zone)
    : Date.UTC(year, month + months, day + days, hour, minute, second) - offset * 60000;
  return moment + milliseconds + seconds * 1000;
}

function monthIndex(name: string | undefined): number {
  return monthNames.findIndex((full) => full.slice(0, 3).toLowerCase() === name);
}
