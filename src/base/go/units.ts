import { formatFloat } from './print.ts';

const decimalUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];

function sizeOf(size: number, base: number, names: readonly string[], precision: number): string {
  let value = size;
  let unit = 0;
  while (value >= base && unit < names.length - 1) {
    value /= base;
    unit++;
  }
  return `${formatFloat(value, precision)}${names[unit]}`;
}

/** units.HumanSize of go-units: powers of 1000, four digits unless told: `117MB`, `1.093kB`. */
export function humanSize(size: number, precision = 4): string {
  return sizeOf(size, 1000, decimalUnits, precision);
}

/** units.BytesSize: powers of 1024, four digits: `1.945GiB`. */
export function bytesSize(size: number): string {
  return sizeOf(size, 1024, binaryUnits, 4);
}

/** units.HumanDuration of milliseconds: `Less than a second`, `About a minute`, `3 weeks`. */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / 1000);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.trunc(milliseconds / 60_000);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.trunc(milliseconds / 3_600_000 + 0.5);
  if (hours === 1) return 'About an hour';
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(milliseconds / 3_600_000 / 24 / 365)} years`;
}

const multipliers: Record<string, number> = { '': 0, k: 1, m: 2, g: 3, t: 4, p: 5 };

/** units.RAMInBytes: `64m`, `1.5g`, `512` in powers of 1024; undefined for an invalid size. */
export function parseRamSize(text: string): number | undefined {
  const [, number, unit = '', tail = ''] = /^(\d+(?:\.\d*)?|\.\d+)\s?([kKmMgGtTpP])?(i?[bB])?$/.exec(text) ?? [];
  if (number === undefined || (tail.length === 2 && unit === '')) return undefined;
  return Math.trunc(Number(number) * 1024 ** (multipliers[unit.toLowerCase()] ?? 0));
}
