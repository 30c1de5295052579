import { sprint, sprintln } from '../print.ts';
import { sprintf } from '../printf.ts';
import { GoMap, GoNamed, GoPointer, GoSlice, indirect, isTrue, typeOf, type GoFunction, type GoValue } from '../value.ts';
import { comparisons } from './compare.ts';

function indexOf(index: GoValue, capacity: number): number {
  if (index === undefined) throw new Error('cannot index slice/array with nil');
  const number = index instanceof GoNamed ? index.value : index;
  if (typeof number !== 'number') throw new Error(`cannot index slice/array with type ${typeOf(index)}`);
  if (number < 0 || number > capacity) throw new Error(`index out of range: ${number}`);
  return number;
}

/** The type of a map's keys; of a named map it is taken for string. */
function keyTypeOf(map: GoMap): string {
  return /^map\[([\w.]+)\]/.exec(map.type)?.[1] ?? 'string';
}

function at(item: GoValue, index: GoValue): GoValue {
  if (typeof item === 'string' || item instanceof GoSlice) {
    const length = item instanceof GoSlice ? item.items.length : new TextEncoder().encode(item).length;
    const i = indexOf(index, length);
    if (i >= length) throw new Error(`reflect: ${item instanceof GoSlice ? 'slice' : 'string'} index out of range`);
    return item instanceof GoSlice ? item.items[i] : new TextEncoder().encode(item)[i];
  }
  if (item instanceof GoMap) {
    const key = keyTypeOf(item);
    if (index === undefined) throw new Error(`value is nil; should be of type ${key}`);
    if (typeof index !== 'string') throw new Error(`value has type ${typeOf(index)}; should be ${key}`);
    // A text is not assigned to a named type, though that be one of texts.
    if (key !== 'string') throw new Error(`value has type string; should be ${key}`);
    return item.entries.has(index) ? item.entries.get(index) : item.zero;
  }
  throw new Error(`can't index item of type ${typeOf(item)}`);
}

const index: GoFunction = {
  parameters: ['value', 'value'],
  variadic: true,
  call([first, ...indexes]) {
    if (first === undefined) throw new Error('index of untyped nil');
    return indexes.reduce((item: GoValue, key) => {
      const target = indirect(item);
      if (target.isNil) throw new Error('index of nil pointer');
      return at(target.value, key);
    }, first);
  },
};

const slice: GoFunction = {
  parameters: ['value', 'value'],
  variadic: true,
  call([item, ...indexes]) {
    if (item === undefined) throw new Error('slice of untyped nil');
    if (indexes.length > 3) throw new Error(`too many slice indexes: ${indexes.length}`);
    if (typeof item !== 'string' && !(item instanceof GoSlice)) throw new Error(`can't slice item of type ${typeOf(item)}`);
    if (typeof item === 'string' && indexes.length === 3) throw new Error('cannot 3-index slice a string');
    const bytes = typeof item === 'string' ? new TextEncoder().encode(item) : undefined;
    const length = item instanceof GoSlice ? item.items.length : (bytes?.length ?? 0);
    const [start = 0, end = length, capacity = length] = indexes.map((bound) => indexOf(bound, length));
    if (start > end) throw new Error(`invalid slice index: ${start} > ${end}`);
    if (end > capacity) throw new Error(`invalid slice index: ${end} > ${capacity}`);
    return item instanceof GoSlice ? new GoSlice(item.type, item.items.slice(start, end)) : new TextDecoder().decode(bytes?.subarray(start, end));
  },
};

const len: GoFunction = {
  parameters: ['value'],
  call([item]) {
    const { value, isNil } = indirect(item);
    if (isNil) throw new Error('len of nil pointer');
    if (value === undefined) throw new Error('reflect: call of reflect.Value.Type on zero Value');
    if (typeof value === 'string') return new TextEncoder().encode(value).length;
    if (value instanceof GoSlice) return value.items.length;
    if (value instanceof GoMap) return value.entries.size;
    throw new Error(`len of type ${typeOf(value)}`);
  },
};

const htmlEscapes: Record<string, string> = { '"': '&#34;', "'": '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;', '\0': '\uFFFD' };

function joined(args: readonly GoValue[]): string {
  return sprint(args.map((arg) => (arg instanceof GoPointer ? indirect(arg).value : arg)));
}

function escaper(escape: (text: string) => string): GoFunction {
  return { parameters: ['value'], variadic: true, call: (args) => escape(joined(args)) };
}

/** Functions that every template has. `and`, `or` stop early and `call` is special: the executor knows them. */
export const builtins: Record<string, GoFunction> = {
  ...comparisons,
  and: { parameters: ['value', 'value'], variadic: true, call: (args) => args.find((arg) => !isTrue(arg)) ?? args.at(-1) },
  or: { parameters: ['value', 'value'], variadic: true, call: (args) => args.find(isTrue) ?? args.at(-1) },
  call: { parameters: ['value', 'value'], variadic: true, call: () => undefined },
  not: { parameters: ['value'], call: ([arg]) => !isTrue(arg) },
  index,
  slice,
  len,
  print: { parameters: ['value'], variadic: true, call: sprint },
  println: { parameters: ['value'], variadic: true, call: sprintln },
  printf: { parameters: ['string', 'value'], variadic: true, call: ([format, ...args]) => sprintf(typeof format === 'string' ? format : '', args) },
  html: escaper((text) => text.replace(/["'&<>\0]/g, (char) => htmlEscapes[char] ?? char)),
  js: escaper((text) => text.replace(/[\\'"<>&=\n\r\t]/g, (char) => (`\\'"`.includes(char) ? `\\${char}` : `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`))),
  urlquery: escaper((text) => encodeURIComponent(text).replace(/%20/g, '+').replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)),
};
