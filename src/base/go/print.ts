import { goQuote } from './quote.ts';
import { GoFloat, GoMap, GoNamed, GoSlice, GoStruct, typeOf, type GoPointer, type GoValue } from './value.ts';

/** Flags of the verb %v: `plus` names fields, `sharp` writes Go syntax. */
export interface PrintFlags {
  plus?: boolean;
  sharp?: boolean;
}

/** The verb %v of fmt. */
export function formatValue(value: GoValue, flags: PrintFlags = {}, depth = 0): string {
  if (flags.sharp) return goSyntax(value);
  if (value === undefined) return '<nil>';
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  if (value instanceof GoFloat) return formatFloat(value.value);
  if (value instanceof GoNamed) return value.text;
  if (value instanceof GoSlice) return `[${value.items.map((item) => formatValue(item, flags, depth + 1)).join(' ')}]`;
  if (value instanceof GoMap) {
    return `map[${value.sortedKeys().map((key) => `${key}:${formatValue(value.entries.get(key), flags, depth + 1)}`).join(' ')}]`;
  }
  if (value instanceof GoStruct) {
    return `{${value.fields.map((field) => (flags.plus ? `${field.name}:` : '') + formatValue(field.value, flags, depth + 1)).join(' ')}}`;
  }
  if (value.target === undefined) return '<nil>';
  const { target } = value;
  if (depth === 0 && (target instanceof GoStruct || target instanceof GoMap || target instanceof GoSlice)) return `&${formatValue(target, flags, depth + 1)}`;
  return addressOf(value);
}

/** The verb %g: `precision` digits, or the smallest number that tells the value apart; an exponent below 1e-4 and from as many digits (six with the smallest number) before the point on. */
export function formatFloat(value: number, precision?: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const magnitude = Math.abs(value);
  const most = precision === undefined ? undefined : Math.max(precision, 1);
  const [mantissa = '', power = ''] = magnitude.toExponential(most === undefined ? undefined : most - 1).split('e');
  const digits = mantissa.replace('.', '').replace(/(?!^)0+$/, '');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= (most ?? 6)) {
    return `${sign}${fraction(digits, 1)}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return sign + (exponent < 0 ? fraction('0'.repeat(-exponent) + digits, 1) : fraction(digits.padEnd(exponent + 1, '0'), exponent + 1));
}

function fraction(digits: string, point: number): string {
  return digits.length > point ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
}

const addresses = new WeakMap<GoPointer, string>();
let nextAddress = 0xc000012000;

/** An address that looks like one of Go's heap, the same for the same pointer. */
export function addressOf(pointer: GoPointer): string {
  const known = addresses.get(pointer) ?? `0x${nextAddress.toString(16)}`;
  if (!addresses.has(pointer)) {
    addresses.set(pointer, known);
    nextAddress += 0x120;
  }
  return known;
}

function goSyntax(value: GoValue): string {
  if (value === undefined) return '<nil>';
  if (typeof value === 'string') return goQuote(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof GoFloat) return formatFloat(value.value);
  if (value instanceof GoNamed) return typeof value.value === 'number' ? String(value.value) : goQuote(value.value);
  if (value instanceof GoSlice) return value.isNil ? `${value.type}(nil)` : `${value.type}{${value.items.map(goSyntax).join(', ')}}`;
  if (value instanceof GoMap) {
    if (value.isNil) return `${value.type}(nil)`;
    return `${value.type}{${value.sortedKeys().map((key) => `${goQuote(key)}:${goSyntax(value.entries.get(key))}`).join(', ')}}`;
  }
  if (value instanceof GoStruct) return `${value.type}{${value.fields.map((field) => `${field.name}:${goSyntax(field.value)}`).join(', ')}}`;
  if (value.target === undefined) return `(${typeOf(value)})(nil)`;
  return value.target instanceof GoStruct ? `&${goSyntax(value.target)}` : `(${typeOf(value)})(${addressOf(value)})`;
}

/** fmt.Sprint: a space between operands when neither is a string. */
export function sprint(values: readonly GoValue[]): string {
  return values.map((value, i) => (i > 0 && typeof value !== 'string' && typeof values[i - 1] !== 'string' ? ' ' : '') + formatValue(value)).join('');
}

/** fmt.Sprintln: spaces between operands and a line end. */
export function sprintln(values: readonly GoValue[]): string {
  return `${values.map((value) => formatValue(value)).join(' ')}\n`;
}
