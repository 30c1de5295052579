import { formatDuration, GoFloat, parseDuration, parseRamSize } from '../../../../base/go/index.ts';
import { CastProblem, toBoolean, toFloat, toInt } from '../interpolate.ts';
import { goText, goTypeOf, type Value } from '../tree.ts';
import { shortest32 } from '../yaml/index.ts';
import { durationProblem } from './duration-problem.ts';
import { type DecodeContext, DecodeProblem, type Json, type Kind } from './kind.ts';

function plain(decode: (value: Value, context: DecodeContext) => boolean | number | string | undefined, zero: Json): Kind {
  return { decode, yaml: (value) => value as string, json: (value) => value as string, zero };
}

function unconvertible(expected: string, value: Value): DecodeProblem {
  const message = `expected type '${expected}', got unconvertible type '${goTypeOf(value)}', value: '${goText(value)}'`;
  return new DecodeProblem(message, (at) => `'${at}' ${message}`);
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw unconvertible('string', value);
}

function intOf(value: Value, expected: string): number {
  if (value === null) return 0;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (value instanceof GoFloat) return Math.trunc(value.value);
  if (typeof value === 'string') return Number(toInt(value, { warn: () => undefined }));
  throw unconvertible(expected, value);
}

function boolOf(value: Value, context: DecodeContext): boolean {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return toBoolean(value, context);
  throw unconvertible('bool', value);
}

/** A string. */
export const text = plain((value) => textOf(value) || undefined, '');

/** An int; `pointer`: zero counts. */
export const int = plain((value) => intOf(value, 'int64') || undefined, 0);
export const intPointer = plain((value) => (value === null ? undefined : intOf(value, 'int')), 0);

function unsignedOf(value: Value): number {
  const number = intOf(value, 'uint64');
  if (number < 0) throw new DecodeProblem(`${number} overflows uint`, (at) => `cannot parse '${at}', ${number} overflows uint`);
  return number;
}

/** An unsigned int; `pointer`: zero counts. */
export const unsigned = plain((value) => unsignedOf(value) || undefined, 0);
export const unsignedPointer = plain((value) => (value === null ? undefined : unsignedOf(value)), 0);

/** A bool; `pointer`: false counts. */
export const bool = plain((value, context) => boolOf(value, context) || undefined, false);
export const boolPointer = plain((value, context) => (value === null ? undefined : boolOf(value, context)), false);

/** A float32: written with the digits that a float32 needs. */
export const float32: Kind = {
  decode: (value) => floatOf(value) || undefined,
  yaml: (value) => new GoFloat(shortest32(value as number)),
  json: (value) => shortest32(value as number),
  zero: 0,
};

function floatOf(value: Value): number {
  if (value === null) return 0;
  if (value instanceof GoFloat) return value.value;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return toFloat(value).value;
  throw unconvertible('float32', value);
}

/** Bytes: `64m`, `1g` or a number; written as a string of digits. */
export const bytes: Kind = {
  decode: (value) => {
    if (typeof value === 'number') return value || undefined;
    if (typeof value !== 'string') return undefined;
    const size = parseRamSize(value);
    if (size === undefined) throw new DecodeProblem(`invalid size: '${value}'`);
    return size || undefined;
  },
  yaml: (value) => String(value as number),
  json: (value) => String(value as number),
  zero: '0',
};

function durationOf(value: Value): number {
  const given = goText(value);
  const nanoseconds = parseDuration(given);
  if (nanoseconds === undefined) throw new DecodeProblem(durationProblem(given));
  return nanoseconds;
}

function durationKind(pointer: boolean): Kind {
  return {
    decode: (value) => {
      if (value === null) return undefined;
      const nanoseconds = durationOf(value);
      return pointer ? nanoseconds : nanoseconds || undefined;
    },
    yaml: (value) => formatDuration(value as number),
    json: (value) => formatDuration(value as number),
    zero: '0s',
  };
}

/** A duration in nanoseconds; `pointer`: zero counts. */
export const duration = durationKind(false);
export const durationPointer = durationKind(true);

/** A number of devices, or all of them: -1. */
export const deviceCount = plain((value) => {
  if (typeof value !== 'string') return intOf(value, 'types.DeviceCount') || undefined;
  if (value.toLowerCase() === 'all') return -1;
  try {
    return intOf(value, 'types.DeviceCount') || undefined;
  } catch (error) {
    if (error instanceof CastProblem) throw new DecodeProblem(`invalid value ${JSON.stringify(value)}, the only value allowed is 'all' or a number`);
    throw error;
  }
}, 0);
