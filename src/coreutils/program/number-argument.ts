import { UsageError } from './getopt.ts';
import { quote } from './quote.ts';
import { parseSize } from './size.ts';

/**
 * A whole number given to an option, as gnulib's xdectoumax takes it: `words: 'text'` when it is none, with what is wrong when it is below `least` (default 0).
 * `multiples` allows suffixes (`1k`).
 */
export function wholeNumber(text: string, words: string, { least = 0, multiples = false, hint = false }: { least?: number; multiples?: boolean; hint?: boolean } = {}): number {
  const plain = /^\s*\+?(\d+)$/.exec(text);
  const value = plain ? Number(plain[1]) : multiples ? parseSize(text.replace(/^\+/, '')) : undefined;
  if (value === undefined) throw new UsageError(`${words}: ${quote(text)}`, hint);
  if (value >= 2 ** 64) throw new UsageError(`${words}: ${quote(text)}: Value too large for defined data type`, hint);
  if (value < least) throw new UsageError(`${words}: ${quote(text)}: Numerical result out of range`, hint);
  return value;
}
