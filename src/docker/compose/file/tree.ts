import { GoFloat } from '../../../base/go/index.ts';
import { ComposeFileError } from './compose-error.ts';
import { type Decoded, formatG, type Scalar, Timestamp } from './yaml/index.ts';

/** A mapping of the model, before it becomes a Project: keys in the order of the file. */
export type Tree = Map<string, Value>;

/** A value of the model. */
export type Value = Scalar | Value[] | Tree;

export function isTree(value: Value | undefined): value is Tree {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is Value[] {
  return Array.isArray(value);
}

/** The mapping at a key; undefined where there is none. */
export function treeAt(tree: Tree, key: string): Tree | undefined {
  const value = tree.get(key);
  return isTree(value) ? value : undefined;
}

/** A tree from plain data. */
export function treeOf(entries: Readonly<Record<string, Value>>): Tree {
  return new Map(Object.entries(entries));
}

export function cloneValue(value: Value): Value {
  if (isTree(value)) return new Map([...value].map(([key, item]) => [key, cloneValue(item)]));
  return isList(value) ? value.map(cloneValue) : value;
}

/** reflect.DeepEqual. */
export function sameValue(a: Value, b: Value): boolean {
  if (isTree(a) && isTree(b)) return a.size === b.size && [...a].every(([key, item]) => b.has(key) && sameValue(item, b.get(key) ?? null));
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? null));
  if (a instanceof GoFloat && b instanceof GoFloat) return a.value === b.value;
  return a === b;
}

/** fmt.Sprint of a value. */
export function goText(value: Value): string {
  if (value === null) return '<nil>';
  if (isList(value)) return `[${value.map(goText).join(' ')}]`;
  if (isTree(value)) return `map[${[...value.keys()].sort().map((key) => `${key}:${goText(value.get(key) ?? null)}`).join(' ')}]`;
  if (value instanceof GoFloat) return formatG(value.value);
  return value instanceof Timestamp ? value.toString() : String(value);
}

/** The verb %T. */
export function goTypeOf(value: Value): string {
  if (value === null) return '<nil>';
  if (isList(value)) return '[]interface {}';
  if (isTree(value)) return 'map[string]interface {}';
  if (value instanceof GoFloat) return 'float64';
  if (value instanceof Timestamp) return 'time.Time';
  return { string: 'string', boolean: 'bool', bigint: 'uint64', number: 'int' }[typeof value as 'string' | 'boolean' | 'bigint' | 'number'];
}

/** A decoded document as a tree whose keys are all strings. Throws ComposeFileError. */
export function toTree(value: Decoded, prefix = ''): Value {
  if (Array.isArray(value)) return value.map((item, index) => toTree(item, `${prefix}[${index}]`));
  if (!(value instanceof Map)) return value;
  const tree: Tree = new Map();
  for (const [key, item] of value) {
    if (typeof key !== 'string') throw new ComposeFileError('parse', `Non-string key ${prefix === '' ? 'at top level' : `in ${prefix}`}: ${goText(key)}`);
    tree.set(key, toTree(item, prefix === '' ? key : `${prefix}.${key}`));
  }
  return tree;
}
