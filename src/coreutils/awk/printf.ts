import { formatPrintf } from '../system/printf-format.ts';
import { AwkRuntimeError, type Scalar, Strnum, toNumber, toText } from './value.ts';

const directive = /%([-+ #0]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlLjzt]*([^]|$)/g;

/** A format that asks for what is not there; `done` is what came out before. */
export class PrintfError extends AwkRuntimeError {
  override readonly name = 'AwkRuntimeError';
  readonly done: string;

  constructor(message: string, done: string) {
    super(message, true);
    this.done = done;
  }
}

/** printf and sprintf (`name`) of awk. Throws PrintfError. */
export function awkPrintf(name: 'printf' | 'sprintf', format: string, values: readonly Scalar[], convfmt: string): string {
  let next = 0;
  let number = 0;
  let done = '';
  let from = 0;
  const take = (): Scalar => {
    if (next >= values.length) throw new PrintfError(`not enough arguments passed to ${name}("${format}")`, done);
    return values[next++];
  };
  // As in C, the format ends at a zero byte.
  const text = format.split('\0', 1)[0] ?? '';
  for (const match of text.matchAll(directive)) {
    const [whole, flags = '', width, dot, precision, letter = ''] = match;
    done += text.slice(from, match.index);
    from = match.index + whole.length;
    if (whole === '%%') {
      done += '%';
      continue;
    }
    number++;
    const size = width === '*' ? String(Math.trunc(toNumber(take()))) : width ?? '';
    const places = dot === undefined ? '' : `.${precision === '*' ? Math.trunc(toNumber(take())) : precision ?? ''}`;
    if (!/[dioxXuceEfFgGs]/.test(letter)) throw new PrintfError(`improper conversion(number ${number}) in ${name}("${format}")`, done);
    done += convert(`%${flags}${size.startsWith('-') ? `-${size.slice(1)}` : size}`, places, letter, take(), convfmt);
  }
  return done + text.slice(from);
}

function convert(start: string, places: string, letter: string, value: Scalar, convfmt: string): string {
  const spec = start + places;
  switch (letter) {
    case 'd': case 'i': {
      const number = toNumber(value);
      return formatPrintf(`${spec}${Number.isFinite(number) ? 'd' : 's'}`, [Number.isFinite(number) ? BigInt(Math.trunc(number)).toString() : String(number).toLowerCase().replace('infinity', 'inf')]).text;
    }
    case 'o': case 'x': case 'X': case 'u': return formatPrintf(`${spec}${letter}`, [BigInt(Math.trunc(toNumber(value)) || 0).toString()]).text;
    case 'c': {
      const text = typeof value === 'number' || value instanceof Strnum ? String.fromCharCode(Math.trunc(toNumber(value)) & 255) : toText(value, convfmt).slice(0, 1) || '\0';
      return formatPrintf(`${start}s`, [text]).text;
    }
    case 's': return formatPrintf(`${spec}s`, [toText(value, convfmt)]).text;
    default: return formatPrintf(`${spec}${letter}`, [String(toNumber(value))]).text;
  }
}
