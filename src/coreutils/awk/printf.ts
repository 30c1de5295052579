import { formatPrintf } from '../system/printf-format.ts';
import { type Scalar, Strnum, toNumber, toText } from './value.ts';

const directive = /%([-+ #0]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlLjzt]*([a-zA-Z%])/g;

/** sprintf of awk: missing values are empty. */
export function awkPrintf(format: string, values: readonly Scalar[], convfmt: string): string {
  let next = 0;
  return format.replace(directive, (whole, flags: string, width: string | undefined, dot: string | undefined, precision: string | undefined, letter: string) => {
    if (letter === '%') return '%';
    const size = width === '*' ? String(Math.trunc(toNumber(values[next++]))) : width ?? '';
    const places = dot === undefined ? '' : `.${precision === '*' ? Math.trunc(toNumber(values[next++])) : precision ?? ''}`;
    const value = values[next++];
    const spec = `%${flags}${size.startsWith('-') ? `-${size.slice(1)}` : size}${places}`;
    switch (letter) {
      case 'd': case 'i': {
        const number = toNumber(value);
        return formatPrintf(`${spec}${Number.isFinite(number) ? 'd' : 's'}`, [Number.isFinite(number) ? BigInt(Math.trunc(number)).toString() : String(number).toLowerCase().replace('infinity', 'inf')]).text;
      }
      case 'o': case 'x': case 'X': case 'u': return formatPrintf(`${spec}${letter}`, [BigInt(Math.trunc(toNumber(value)) || 0).toString()]).text;
      case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return formatPrintf(`${spec}${letter}`, [String(toNumber(value))]).text;
      case 'c': {
        const text = typeof value === 'number' || value instanceof Strnum ? String.fromCodePoint(Math.max(0, Math.trunc(toNumber(value))) % 0x110000) : toText(value, convfmt).slice(0, 1);
        return formatPrintf(`%${flags}${size}s`, [text]).text;
      }
      case 's': return formatPrintf(`${spec}s`, [toText(value, convfmt)]).text;
      default: return whole;
    }
  });
}
