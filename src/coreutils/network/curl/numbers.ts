import { OptionError } from './option-error.ts';
import type { GlobalSettings } from './settings.ts';

/** A whole number of either sign. */
export function numberOf(text: string): number {
  const found = /^-?\d+$/.exec(text);
  if (!found || !Number.isSafeInteger(Number(text))) throw new OptionError('bad-number');
  return Number(text);
}

/** A whole number from 0 to `max`. */
export function unsignedOf(text: string, max = Number.MAX_SAFE_INTEGER): number {
  const value = numberOf(text);
  if (value < 0) throw new OptionError('negative');
  if (value > max) throw new OptionError('too-large');
  return value;
}

/** Octal digits up to 0777. */
export function modeOf(text: string): number {
  if (!/^[0-7]+$/.test(text)) throw new OptionError('bad-number');
  const value = Number.parseInt(text, 8);
  if (value > 0o777) throw new OptionError('too-large');
  return value;
}

/** Seconds with a fraction, as milliseconds; what follows the number does not matter. */
export function millisecondsOf(text: string): number {
  const found = /^(\d{1,15})(?:(\.)(\d*))?/.exec(text);
  if (!found) throw new OptionError('bad-number');
  const [, seconds = '', dot, fraction = ''] = found;
  if (dot !== undefined && fraction === '') throw new OptionError('too-large');
  return Number(seconds) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A number of bytes with a unit. `what` is for the warning. */
export function sizeOf(global: GlobalSettings, text: string, what: string): number {
  const [, digits, unit = ''] = /^(\d+)([^]*)$/.exec(text) ?? [];
  if (digits === undefined) global.warn(`invalid number specified for ${what}`);
  else if (units[unit.toLowerCase()] === undefined) global.warn(`unsupported ${what} unit. Use G, M, K or B`);
  else return Number(digits) * (units[unit.toLowerCase()] ?? 1);
  throw new OptionError('bad-use');
}

const spans: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** --rate N/U: milliseconds from one transfer to the next. */
export function paceOf(global: GlobalSettings, text: string): number {
  const [count = '', per] = text.split(/\/([^]*)/);
  const times = unsignedOf(count);
  if (times < 1) throw new OptionError('bad-use');
  const [, many = '', unit = ''] = /^(\d*)(.?)/.exec(per ?? 'h') ?? [];
  const span = spans[unit];
  if (span === undefined) {
    global.error('unsupported --rate unit');
    throw new OptionError('bad-use');
  }
  return Math.floor((span * Number(many || 1)) / times);
}
