import { goQuote } from '../../../base/go/index.ts';
import { FlagValueError } from './flag.ts';

/** strconv.ParseBool. */
export function parseGoBool(text: string): boolean {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return false;
  throw new FlagValueError(`strconv.ParseBool: parsing ${goQuote(text)}: invalid syntax`);
}

/** strconv.ParseInt with base 0: decimal, 0x, 0o, 0b, and underscores between digits. */
export function parseGoInt(text: string, bits = 64, unsigned = false): number {
  const name = unsigned ? 'strconv.ParseUint' : 'strconv.ParseInt';
  const digits = text.replace(/^[+-]/, '');
  const signed = digits !== text;
  const octal = /^0[0-7_]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const pattern = /^(0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+|0[oO](_?[0-7])+|\d(_?\d)*)$/;
  if ((signed && unsigned) || !pattern.test(octal)) throw new FlagValueError(`${name}: parsing ${goQuote(text)}: invalid syntax`);
  const magnitude = BigInt(octal.replace(/_/g, ''));
  const value = text.startsWith('-') ? -magnitude : magnitude;
  const limit = 1n << BigInt(unsigned ? bits : bits - 1);
  if (value >= limit || value < (unsigned ? 0n : -limit)) throw new FlagValueError(`${name}: parsing ${goQuote(text)}: value out of range`);
  return Number(value);
}
