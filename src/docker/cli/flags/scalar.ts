import { goQuote, parseDuration, parseRamSize } from '../../../base/go/index.ts';
import { FlagValueError, type Flag, type FlagExtras } from './flag.ts';
import { parseGoBool, parseGoInt } from './go-number.ts';

/** A switch: `--all`, `--all=false`. */
export function bool(help: string, extras: FlagExtras & { initial?: boolean } = {}): Flag<boolean> {
  const { initial = false, ...rest } = extras;
  return { ...rest, help, type: '', initial, bareValue: 'true', ...(initial && { defaultText: 'true' }), parse: parseGoBool };
}

/** A text. */
export function string(help: string, extras: FlagExtras & { initial?: string } = {}): Flag<string> {
  const { initial = '', ...rest } = extras;
  return { ...rest, help, type: 'string', initial, ...(initial !== '' && { defaultText: goQuote(initial) }), parse: (text) => text };
}

/** A whole number. */
export function int(help: string, extras: FlagExtras & { initial?: number } = {}): Flag<number> {
  const { initial = 0, ...rest } = extras;
  return { ...rest, help, type: 'int', initial, ...(initial !== 0 && { defaultText: String(initial) }), parse: (text) => parseGoInt(text) };
}

/** A whole number of 16 bits without sign. */
export function uint16(help: string, extras: FlagExtras = {}): Flag<number> {
  return { ...extras, help, type: 'uint16', initial: 0, parse: (text) => parseGoInt(text, 16, true) };
}

/** A duration such as `1m30s`, in nanoseconds. */
export function duration(help: string, extras: FlagExtras = {}): Flag<number> {
  return {
    ...extras, help, type: 'duration', initial: 0,
    parse(text) {
      const value = parseDuration(text);
      if (value !== undefined) return value;
      throw new FlagValueError(durationError(text));
    },
  };
}

/** What time.ParseDuration says of a text that is no duration. */
export function durationError(text: string): string {
  const unit = /^[+-]?(?:[\d.]+[a-zµμ]+)*?[\d.]+([^\d.]*)/.exec(text)?.[1];
  if (unit === undefined) return `time: invalid duration ${goQuote(text)}`;
  return unit === '' ? `time: missing unit in duration ${goQuote(text)}` : `time: unknown unit ${goQuote(unit)} in duration ${goQuote(text)}`;
}

/** A number of bytes such as `64m`; -1 is taken by those that allow unlimited. */
export function bytes(help: string, extras: FlagExtras & { unlimited?: boolean } = {}): Flag<number> {
  const { unlimited = false, ...rest } = extras;
  return {
    ...rest, help, type: 'bytes', initial: 0,
    parse(text) {
      if (unlimited && text === '-1') return -1;
      const size = parseRamSize(text);
      if (size === undefined) throw new FlagValueError(`invalid size: '${text}'`);
      return size;
    },
  };
}

/** A number of processors such as `1.5`, in billionths. */
export function cpus(help: string, extras: FlagExtras = {}): Flag<number> {
  return {
    ...extras, help, type: 'decimal', initial: 0,
    parse(text) {
      const [, numerator, denominator] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:\/(\d+))?$/.exec(text) ?? [];
      if (numerator === undefined) throw new FlagValueError(`failed to parse ${text} as a rational number`);
      const nano = (Number(numerator) / Number(denominator ?? 1)) * 1e9;
      if (Math.abs(nano - Math.round(nano)) > 1e-6) throw new FlagValueError('value is too precise');
      return Math.round(nano);
    },
  };
}

