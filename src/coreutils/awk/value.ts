import { formatFloat } from '../system/printf-format.ts';

/** A failure while a program runs; `located` ones say where in the input it was. */
export class AwkRuntimeError extends Error {
  override readonly name = 'AwkRuntimeError';
  readonly located: boolean;

  constructor(message: string, located = false) {
    super(message);
    this.located = located;
  }
}

/** A text that came from outside and looks like a number is one in comparisons: POSIX's "numeric string". */
export class Strnum {
  readonly text: string;
  readonly number: number;

  constructor(text: string, number: number) {
    this.text = text;
    this.number = number;
  }
}

/** A scalar; undefined is a variable without a value. */
export type Scalar = string | number | Strnum | undefined;

const numeric = /^\s*[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf(?:inity)?|nan)\s*$/i;

/** A value as input gives it. */
export function fromInput(text: string): Scalar {
  const first = text.charCodeAt(0);
  if (text === '' || (first > 57 && first !== 73 && first !== 78 && first !== 105 && first !== 110) || !numeric.test(text)) return text;
  return new Strnum(text, Number.parseFloat(text));
}

/** The number a value stands for: the longest prefix that is one. */
export function toNumber(value: Scalar): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  if (value instanceof Strnum) return value.number;
  const match = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(value);
  return match ? Number(match[0]) : 0;
}

/** A number as text: integers plainly, others by `format` (CONVFMT or OFMT). */
export function numberText(value: number, format: string): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value === 0 ? 0 : value);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : '+inf';
  if (Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 64) return BigInt(value).toString();
  if (Number.isInteger(value) && format === '%.6g') return `${value < 0 ? '-' : ''}${formatFloat('g', Math.abs(value), 6)}`;
  const precision = /^%\.(\d+)([efgEFG])$/.exec(format);
  if (precision) return `${value < 0 ? '-' : ''}${formatFloat(precision[2] ?? 'g', Math.abs(value), Number(precision[1]))}`;
  return String(value);
}

export function toText(value: Scalar, format: string): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return typeof value === 'number' ? numberText(value, format) : value.text;
}

export function isTrue(value: Scalar): boolean {
  if (typeof value === 'number') return value !== 0;
  if (value === undefined) return false;
  return value instanceof Strnum ? value.number !== 0 : value !== '';
}

/** Less than, equal or greater: numbers by value, texts by code point. */
export function compare(a: Scalar, b: Scalar, format: string): number {
  if (typeof a !== 'string' && typeof b !== 'string') {
    const [x, y] = [toNumber(a), toNumber(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const [x, y] = [toText(a, format), toText(b, format)];
  return x < y ? -1 : x > y ? 1 : 0;
}
