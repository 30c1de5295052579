import type { JqStart } from '../protocol.ts';
import type { Memory } from './memory.ts';

type Zone = JqStart['zone'];

/** Where struct tm has its fields. */
export const tm = { second: 0, minute: 4, hour: 8, day: 12, month: 16, year: 20, weekday: 24, yearDay: 28, isDst: 32, offset: 36 } as const;

const dayMs = 86400000;

function putDate(memory: Memory, pointer: number, date: Date): void {
  const { view } = memory;
  const put = (field: number, value: number): void => view.setInt32(pointer + field, value, true);
  put(tm.second, date.getUTCSeconds());
  put(tm.minute, date.getUTCMinutes());
  put(tm.hour, date.getUTCHours());
  put(tm.day, date.getUTCDate());
  put(tm.month, date.getUTCMonth());
  put(tm.year, date.getUTCFullYear() - 1900);
  put(tm.weekday, date.getUTCDay());
  put(tm.yearDay, dayOfYear(date));
}

function dayOfYear(date: Date): number {
  const first = new Date(date);
  first.setUTCMonth(0, 1);
  return Math.round((date.getTime() - first.getTime()) / dayMs);
}

/** gmtime_r(3) */
export function gmtime(memory: Memory, seconds: bigint, pointer: number): void {
  putDate(memory, pointer, new Date(Number(seconds) * 1000));
}

/** timegm(3): also puts the fields of struct tm in order. */
export function timegm(memory: Memory, pointer: number): bigint {
  const get = (field: number): number => memory.view.getInt32(pointer + field, true);
  const date = new Date(0);
  date.setUTCFullYear(get(tm.year) + 1900, get(tm.month), get(tm.day));
  date.setUTCHours(get(tm.hour), get(tm.minute), get(tm.second));
  if (Number.isNaN(date.getTime())) return -1n;
  putDate(memory, pointer, date);
  return BigInt(date.getTime() / 1000);
}

/** localtime_r(3) */
export function localtime(memory: Memory, seconds: bigint, pointer: number, zone: Zone): void {
  const ms = Number(seconds) * 1000;
  const offset = offsetAt(ms, zone);
  putDate(memory, pointer, new Date(ms + offset * 1000));
  memory.view.setInt32(pointer + tm.isDst, offset > standardOffset(ms, zone) ? 1 : 0, true);
  memory.view.setInt32(pointer + tm.offset, offset, true);
}

/** Seconds east of Greenwich. */
function offsetAt(ms: number, zone: Zone): number {
  if (typeof zone === 'object') return zone.offset;
  if (zone === 'UTC' || Number.isNaN(new Date(ms).getTime())) return 0;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(ms);
  const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Math.round((Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second')) - ms) / 1000);
}

/** The zone's offset in that year's winter, wherever that is. */
function standardOffset(ms: number, zone: Zone): number {
  const year = new Date(ms).getUTCFullYear();
  return Math.min(offsetAt(Date.UTC(year, 0, 1), zone), offsetAt(Date.UTC(year, 6, 1), zone));
}

/** What tzset(3) gives: seconds west of Greenwich, whether there is summer time, and the two names. */
export function zoneFacts(ms: number, zone: Zone): { west: number; summer: boolean; names: [string, string] } {
  const year = new Date(ms).getUTCFullYear();
  const [january, july] = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)];
  const [winter, summer] = offsetAt(january, zone) <= offsetAt(july, zone) ? [january, july] : [july, january];
  return { west: -offsetAt(winter, zone), summer: offsetAt(winter, zone) !== offsetAt(summer, zone), names: [nameAt(winter, zone), nameAt(summer, zone)] };
}

/** The letters of a zone, which each English-speaking country knows for its own neighbourhood only; else its offset. */
function nameAt(ms: number, zone: Zone): string {
  if (typeof zone === 'object') return zone.name;
  if (zone === 'UTC') return 'UTC';
  if (zone === 'Europe/Moscow') return 'MSK';
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-CA', 'en-NZ', 'en-ZA']) {
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
    if (/^[A-Z]+$/.test(name)) return name;
  }
  const offset = offsetAt(ms, zone) / 60;
  const size = Math.abs(offset);
  const minutes = size % 60;
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${minutes ? String(minutes).padStart(2, '0') : ''}`;
}
