import type { Process } from '../../kernel/uapi/index.ts';

/** A moment in a time zone, in parts. */
export interface LocalTime {
  year: number;
  /** 0 to 11 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Nanoseconds. */
  nano: number;
  /** 0 is Sunday. */
  weekday: number;
  /** 0 is the first of January. */
  yearDay: number;
  /** Minutes east of Greenwich. */
  offset: number;
  zone: string;
  epochMs: number;
}

/** The zone that a process's TZ names; UTC without one. */
export function timeZoneOf(process: Process): string {
  const zone = (process.env['TZ'] ?? '').replace(/^:/, '');
  if (zone === '' || /^UTC0?$/.test(zone)) return 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}

function offsetAt(ms: number, zone: string): { offset: number; name: string } {
  if (zone === 'UTC') return { offset: 0, name: 'UTC' };
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', timeZoneName: 'short' }).formatToParts(ms);
  const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  const offset = Math.round((local - Math.floor(ms / 1000) * 1000) / 60000);
  const short = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return { offset, name: /^(GMT|UTC)[+-]/.test(short) ? letters(ms, zone) ?? zoneOffset(offset, '').replace(/00$/, '') : short };
}

/** The letters of a zone, which each English-speaking country knows for its own neighbourhood only. */
function letters(ms: number, zone: string): string | undefined {
  if (zone === 'Europe/Moscow') return 'MSK';
  for (const locale of ['en-GB', 'en-AU', 'en-IN', 'en-CA', 'en-NZ', 'en-ZA']) {
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
    if (/^[A-Z]+$/.test(name)) return name;
  }
  return undefined;
}

/** `ms` since the epoch as a clock in `zone` shows it. */
export function localTime(ms: number, zone: string): LocalTime {
  const { offset, name } = offsetAt(ms, zone);
  const date = new Date(Math.floor(ms) + offset * 60000);
  const year = date.getUTCFullYear();
  return {
    year, month: date.getUTCMonth(), day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(),
    nano: Math.round((ms - Math.floor(ms / 1000) * 1000) * 1e6), weekday: date.getUTCDay(),
    yearDay: Math.floor((Date.UTC(year, date.getUTCMonth(), date.getUTCDate()) - Date.UTC(year, 0, 1)) / 86400000), offset, zone: name, epochMs: ms,
  };
}

/** The moment at which a clock in `zone` shows these parts. */
export function epochOf(year: number, month: number, day: number, hour: number, minute: number, second: number, zone: string): number {
  const guess = Date.UTC(year, month, day, hour, minute, second);
  if (zone === 'UTC') return guess;
  return guess - offsetAt(guess - offsetAt(guess, zone).offset * 60000, zone).offset * 60000;
}

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function zoneOffset(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${colon}${String(size % 60).padStart(2, '0')}`;
}

function weekOf(time: LocalTime, first: number): number {
  return Math.floor((time.yearDay + 7 - ((time.weekday - first + 7) % 7)) / 7);
}

function isoWeek(time: LocalTime): { year: number; week: number } {
  const thursday = new Date(Date.UTC(time.year, time.month, time.day + 3 - ((time.weekday + 6) % 7)));
  const year = thursday.getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 604800000) };
}

/** strftime(3) with GNU's flags (`%-d`, `%_H`, `%^a`, `%3N`, `%:z`). */
export function strftime(format: string, time: LocalTime): string {
  return format.replace(/%([-_0^#+]*)(\d*)(:*)([a-zA-Z%])/g, (whole, flags: string, width: string, colons: string, letter: string) => {
    const number = (value: number, size: number, fill = '0'): string => {
      const pad = flags.includes('-') ? '' : flags.includes('_') ? ' ' : flags.includes('0') ? '0' : fill;
      const text = String(Math.abs(value));
      const sign = value < 0 ? '-' : '';
      return sign + (pad === '' ? text : text.padStart(width === '' ? size : Number(width), pad));
    };
    const word = (text: string): string => {
      const cased = flags.includes('^') ? text.toUpperCase() : flags.includes('#') ? (letter === 'p' || letter === 'Z' ? text.toLowerCase() : text.toUpperCase()) : text;
      return width === '' ? cased : cased.padStart(Number(width), flags.includes('0') ? '0' : ' ');
    };
    const day = dayNames[time.weekday] ?? '';
    const month = monthNames[time.month] ?? '';
    const hour12 = time.hour % 12 || 12;
    switch (letter) {
      case 'Y': return number(time.year, 4);
      case 'C': return number(Math.floor(time.year / 100), 2);
      case 'y': return number(time.year % 100, 2);
      case 'm': return number(time.month + 1, 2);
      case 'd': return number(time.day, 2);
      case 'e': return number(time.day, 2, ' ');
      case 'H': return number(time.hour, 2);
      case 'k': return number(time.hour, 2, ' ');
      case 'I': return number(hour12, 2);
      case 'l': return number(hour12, 2, ' ');
      case 'M': return number(time.minute, 2);
      case 'S': return number(time.second, 2);
      case 'j': return number(time.yearDay + 1, 3);
      case 'u': return number(time.weekday || 7, 1);
      case 'w': return number(time.weekday, 1);
      case 'U': return number(weekOf(time, 0), 2);
      case 'W': return number(weekOf(time, 1), 2);
      case 'V': return number(isoWeek(time).week, 2);
      case 'G': return number(isoWeek(time).year, 4);
      case 'g': return number(isoWeek(time).year % 100, 2);
      case 'q': return number(Math.floor(time.month / 3) + 1, 1);
      case 's': return number(Math.floor(time.epochMs / 1000), 1);
      case 'N': return String(time.nano).padStart(9, '0').slice(0, width === '' ? 9 : Number(width)).replace(flags.includes('-') ? /0+$/ : /$^/, '');
      case 'a': return word(day.slice(0, 3));
      case 'A': return word(day);
      case 'b': case 'h': return word(month.slice(0, 3));
      case 'B': return word(month);
      case 'p': return word(time.hour < 12 ? 'AM' : 'PM');
      case 'P': return word(time.hour < 12 ? 'am' : 'pm');
      case 'Z': return word(time.zone);
      case 'z': return colons === '::' ? `${zoneOffset(time.offset, ':')}:00` : zoneOffset(time.offset, colons);
      case 'n': return '\n';
      case 't': return '\t';
      case '%': return '%';
      case 'c': return word(strftime('%a %b %e %H:%M:%S %Y', time));
      case 'x': case 'D': return word(strftime('%m/%d/%y', time));
      case 'X': case 'T': return word(strftime('%H:%M:%S', time));
      case 'F': return word(strftime('%Y-%m-%d', time));
      case 'R': return word(strftime('%H:%M', time));
      case 'r': return word(strftime('%I:%M:%S %p', time));
      default: return whole;
    }
  });
}
