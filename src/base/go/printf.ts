import { encodeUtf8, toHex } from '../bytes.ts';
import { addressOf, formatFloat, formatValue } from './print.ts';
import { goQuote } from './quote.ts';
import { GoFloat, GoMap, GoNamed, GoPointer, GoSlice, GoStruct, typeOf, type GoValue } from './value.ts';

interface Spec {
  plus: boolean;
  minus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  width: number | undefined;
  precision: number | undefined;
}

const directive = /%([+\-# 0]*)(\[\d+\])?(\*|\d+)?(?:\.(\*|\d+)?)?(\[\d+\])?/y;

/** fmt.Sprintf. */
export function sprintf(format: string, args: readonly GoValue[]): string {
  let out = '';
  let next = 0;
  let reordered = false;
  for (let i = 0; i < format.length; ) {
    const percent = format.indexOf('%', i);
    if (percent < 0) {
      out += format.slice(i);
      break;
    }
    out += format.slice(i, percent);
    directive.lastIndex = percent;
    const [whole = '%', flags = '', index, width, precision, lateIndex] = directive.exec(format) ?? [];
    i = percent + whole.length;
    const spec: Spec = {
      plus: flags.includes('+'), minus: flags.includes('-'), sharp: flags.includes('#'), space: flags.includes(' '), zero: flags.includes('0') && !flags.includes('-'),
      width: undefined, precision: whole.includes('.') ? 0 : undefined,
    };
    const position = lateIndex ?? index;
    if (index !== undefined && width !== '*') next = Number(index.slice(1, -1)) - 1;
    if (width === '*') {
      const star = args[next++];
      if (typeof star === 'number') {
        spec.width = Math.abs(star);
        if (star < 0) spec.minus = true;
      } else out += '%!(BADWIDTH)';
    } else if (width !== undefined) spec.width = Number(width);
    if (precision === '*') {
      const star = args[next++];
      if (typeof star === 'number' && star >= 0) spec.precision = star;
      else out += '%!(BADPREC)';
    } else if (precision !== undefined) spec.precision = Number(precision);
    if (lateIndex !== undefined) next = Number(lateIndex.slice(1, -1)) - 1;
    if (position !== undefined) reordered = true;
    const verb = String.fromCodePoint(format.codePointAt(i) ?? 0);
    if (i >= format.length) {
      out += '%!(NOVERB)';
      break;
    }
    i += verb.length;
    if (verb === '%') out += '%';
    else if (next < 0 || (position !== undefined && next >= args.length)) out += `%!${verb}(BADINDEX)`;
    else if (next >= args.length) out += `%!${verb}(MISSING)`;
    else out += formatVerb(verb, args[next++], spec);
  }
  if (!reordered && next < args.length) {
    out += `%!(EXTRA ${args.slice(next).map((arg) => (arg === undefined ? '<nil>' : `${typeOf(arg)}=${formatValue(arg)}`)).join(', ')})`;
  }
  return out;
}

function formatVerb(verb: string, arg: GoValue, spec: Spec): string {
  if (verb === 'T') return pad(arg === undefined ? '<nil>' : typeOf(arg), spec, false);
  if (verb === 'p') return arg instanceof GoPointer ? pad(addressOf(arg), spec, false) : bad(verb, arg);
  if (arg === undefined) return verb === 'v' ? pad('<nil>', spec, false) : '%!' + verb + '(<nil>)';
  if (typeof arg === 'object') {
    if (arg instanceof GoFloat) return formatFloatVerb(verb, arg, spec);
    if (arg instanceof GoNamed) return verb === 'v' || verb === 's' || verb === 'q' ? formatString(verb === 'v' ? 's' : verb, arg.text, spec) : formatVerb(verb, arg.value, spec);
    return formatCompound(verb, arg, spec);
  }
  if (typeof arg === 'boolean') return verb === 't' || verb === 'v' ? pad(String(arg), spec, false) : bad(verb, arg);
  if (typeof arg === 'number') return formatInteger(verb, arg, spec);
  return formatString(verb, arg, spec);
}

function formatCompound(verb: string, arg: GoSlice | GoMap | GoStruct | GoPointer, spec: Spec): string {
  if (verb === 'v') return pad(formatValue(arg, spec), spec, false);
  if (arg instanceof GoSlice) return `[${arg.items.map((item) => formatVerb(verb, item, spec)).join(' ')}]`;
  if (arg instanceof GoMap) return `map[${arg.sortedKeys().map((key) => `${formatVerb(verb, key, spec)}:${formatVerb(verb, arg.entries.get(key), spec)}`).join(' ')}]`;
  if (arg instanceof GoStruct) return `{${arg.fields.map((field) => formatVerb(verb, field.value, spec)).join(' ')}}`;
  return arg.target instanceof GoStruct ? `&${formatCompound(verb, arg.target, spec)}` : bad(verb, arg);
}

function formatString(verb: string, text: string, spec: Spec): string {
  const cut = spec.precision === undefined ? text : [...text].slice(0, spec.precision).join('');
  switch (verb) {
    case 'v':
      return pad(spec.sharp ? goQuote(cut) : cut, spec, false);
    case 's':
      return pad(cut, spec, false);
    case 'q':
      return pad(spec.sharp && !cut.includes('`') && !/[\x00-\x08\x0a-\x1f\x7f]/.test(cut) ? `\`${cut}\`` : goQuote(cut), spec, false);
    case 'x':
      return pad(toHex(encodeUtf8(text)), spec, false);
    case 'X':
      return pad(toHex(encodeUtf8(text)).toUpperCase(), spec, false);
    default:
      return bad(verb, text);
  }
}

const bases: Record<string, [number, string]> = { d: [10, ''], v: [10, ''], b: [2, '0b'], o: [8, '0'], O: [8, '0o'], x: [16, '0x'], X: [16, '0X'] };

function formatInteger(verb: string, value: number, spec: Spec): string {
  const base = bases[verb];
  if (base) {
    let digits = Math.abs(value).toString(base[0]);
    if (verb === 'X') digits = digits.toUpperCase();
    if (spec.precision !== undefined) digits = spec.precision === 0 && value === 0 ? '' : digits.padStart(spec.precision, '0');
    const prefix = (spec.sharp && verb !== 'v') || verb === 'O' ? base[1] : '';
    const sign = value < 0 ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
    if (spec.zero && spec.precision === undefined && spec.width !== undefined) digits = digits.padStart(spec.width - sign.length - prefix.length, '0');
    return pad(sign + prefix + digits, spec, false);
  }
  if (verb === 'c') return pad(String.fromCodePoint(value), spec, false);
  if (verb === 'q') return pad(goQuote(String.fromCodePoint(value), "'"), spec, false);
  if (verb === 'U') return pad(`U+${value.toString(16).toUpperCase().padStart(4, '0')}`, spec, false);
  return bad(verb, value);
}

function formatFloatVerb(verb: string, { value }: GoFloat, spec: Spec): string {
  let text: string;
  if (verb === 'f' || verb === 'F') text = formatFixed(Math.abs(value), spec.precision ?? 6);
  else if (verb === 'e' || verb === 'E') text = Math.abs(value).toExponential(spec.precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
  else if (verb === 'g' || verb === 'G' || verb === 'v') {
    text = formatFloat(Math.abs(value), spec.precision);
  } else return bad(verb, new GoFloat(value));
  if (verb === 'E' || verb === 'G') text = text.toUpperCase();
  const sign = value < 0 || Object.is(value, -0) ? '-' : spec.plus && verb !== 'v' ? '+' : spec.space ? ' ' : '';
  if (spec.zero && spec.width !== undefined) text = text.padStart(spec.width - sign.length, '0');
  return pad(sign + text, spec, false);
}

function formatFixed(value: number, precision: number): string {
  // toFixed takes to exponents there.
  if (value < 1e21 || !Number.isFinite(value)) return value.toFixed(precision);
  return BigInt(value).toString() + (precision > 0 ? `.${'0'.repeat(precision)}` : '');
}

function pad(text: string, spec: Spec, zeros: boolean): string {
  const missing = (spec.width ?? 0) - [...text].length;
  if (missing <= 0) return text;
  if (spec.minus) return text + ' '.repeat(missing);
  return (zeros ? '0' : ' ').repeat(missing) + text;
}

function bad(verb: string, arg: GoValue): string {
  return `%!${verb}(${typeOf(arg)}=${formatValue(arg)})`;
}
