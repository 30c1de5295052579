import { goUnquote } from '../quote.ts';
import { GoFloat, type GoValue } from '../value.ts';

/** A numeric or character constant of a template; undefined when it is malformed. */
export function parseNumber(text: string): GoValue {
  if (text.startsWith("'")) return goUnquote(text)?.codePointAt(0);
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[+-]/, '').replace(/_/g, '');
  if (/^(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0|[1-9]\d*)$/.test(digits)) return sign * Number(digits);
  if (/^0[0-7]+$/.test(digits)) return sign * Number.parseInt(digits, 8);
  if (!/^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(digits)) return undefined;
  return new GoFloat(sign * Number(digits));
}
