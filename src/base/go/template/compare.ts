import { GoFloat, GoMap, GoNamed, GoPointer, GoSlice, GoStruct, compareStrings, kindOf, typeOf, type GoFunction, type GoKind, type GoValue } from '../value.ts';
import { formatValue } from '../print.ts';

function basic(value: GoValue): number | string | boolean {
  if (value instanceof GoNamed || value instanceof GoFloat) return value.value;
  return typeof value === 'object' || value === undefined ? '' : value;
}

function isBasic(kind: GoKind): boolean {
  return kind === 'bool' || kind === 'int' || kind === 'float' || kind === 'string';
}

function isNil(value: GoValue): boolean {
  if (value === undefined) return true;
  if (value instanceof GoSlice || value instanceof GoMap) return value.isNil;
  return value instanceof GoPointer && value.target === undefined;
}

function equal(a: GoValue, b: GoValue): boolean {
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  const [basicA, basicB] = [isBasic(kindA) ? kindA : '', isBasic(kindB) ? kindB : ''];
  if (basicA !== basicB) {
    if (a !== undefined && b !== undefined) throw new Error('incompatible types for comparison');
    return false;
  }
  if (basicA !== '') return basic(a) === basic(b);
  if (kindA !== kindB && a !== undefined && b !== undefined) {
    throw new Error(`non-comparable types ${formatValue(a)}: ${typeOf(a)}, ${typeOf(b)}: ${formatValue(b)}`);
  }
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (b instanceof GoSlice || b instanceof GoMap) throw new Error(`non-comparable type ${formatValue(b)}: ${typeOf(b)}`);
  if (a instanceof GoStruct && b instanceof GoStruct) return formatValue(a) === formatValue(b);
  return a === b;
}

function less(a: GoValue, b: GoValue): boolean {
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  if (!isBasic(kindA) || !isBasic(kindB)) throw new Error('invalid type for comparison');
  if (kindA !== kindB) throw new Error('incompatible types for comparison');
  if (kindA === 'bool') throw new Error('invalid type for comparison');
  const [left, right] = [basic(a), basic(b)];
  return typeof left === 'string' && typeof right === 'string' ? compareStrings(left, right) < 0 : left < right;
}

function pair(compare: (a: GoValue, b: GoValue) => boolean): GoFunction {
  return { parameters: ['value', 'value'], call: ([a, b]) => compare(a, b) };
}

/** eq, ne, lt, le, gt, ge. */
export const comparisons: Record<string, GoFunction> = {
  eq: {
    parameters: ['value', 'value'],
    variadic: true,
    call([first, ...others]) {
      if (others.length === 0) throw new Error('missing argument for comparison');
      return others.some((other) => equal(first, other));
    },
  },
  ne: pair((a, b) => !equal(a, b)),
  lt: pair(less),
  le: pair((a, b) => less(a, b) || equal(a, b)),
  gt: pair((a, b) => !less(a, b) && !equal(a, b)),
  ge: pair((a, b) => !less(a, b)),
};
