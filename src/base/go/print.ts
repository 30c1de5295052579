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

/** The verb %g with the smallest number of digits that tells the value apart, with an exponent below 1e-4 and from 1e21 on. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e21)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return String(value);
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
