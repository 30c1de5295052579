import { GoFloat } from '../../../../base/go/index.ts';
import { isList, isTree, type Tree, type Value } from '../tree.ts';
import { Timestamp } from '../yaml/index.ts';
import { composeSchema } from './compose-schema.ts';
import type { JsonType, Schema } from './notation.ts';

/** What a schema does not allow. */
export interface Violation {
  /** Keys to the value; items of lists by number. */
  readonly path: readonly string[];
  readonly kind: 'type' | 'one of' | 'required' | 'additional' | 'unique' | 'enum' | 'number';
  /** What gojsonschema says. */
  readonly description: string;
  /** For `type`: the types that are allowed. */
  readonly expected?: readonly JsonType[];
  /** For `additional`: the key. */
  readonly key?: string;
}

/** What is wrong and how well the value fits: gojsonschema reports the alternative that fits best. */
class Result {
  readonly violations: Violation[] = [];
  score = 0;

  add(violation: Violation): void {
    this.violations.push(violation);
    this.score -= 2;
  }

  merge(other: Result): void {
    this.violations.push(...other.violations);
    this.score += other.score;
  }
}

/** All violations of Compose's schema, in the order in which gojsonschema finds them. */
export function violationsOf(tree: Tree): readonly Violation[] {
  return check(composeSchema, tree, []).violations;
}

/** The sentence for the most specific violation, such as `services.web.ports must be a list`; undefined: none. */
export function complaintOf(violations: readonly Violation[]): { message: string; violation: Violation } | undefined {
  let index = 0;
  violations.forEach((violation, i) => {
    const best = violations[index];
    if (!best) return;
    const more = depth(violation) - depth(best);
    if (more > 0 || (more === 0 && violation.kind === 'type' && best.kind !== 'type')) index = i;
  });
  const violation = violations[index];
  if (!violation) return undefined;
  return { message: `${fieldOf(violation)} ${describe(violation, violations[index + 1])}`, violation };
}

function depth(violation: Violation): number {
  return fieldOf(violation).split('.').length;
}

function fieldOf({ path }: Violation): string {
  return path.length === 0 ? '(root)' : path.join('.');
}

function describe(violation: Violation, next: Violation | undefined): string {
  if (violation.kind === 'type') return `must be a ${readable(violation.expected ?? [])}`;
  return violation.kind === 'one of' ? (next ?? violation).description : violation.description;
}

function readable(types: readonly JsonType[]): string {
  const named = types.map((type) => (type === 'object' ? 'mapping' : type === 'array' ? 'list' : type));
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`;
}

function typeOf(value: Value): JsonType {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  if (isTree(value)) return 'object';
  if (value instanceof GoFloat) return Number.isInteger(value.value) ? 'integer' : 'number';
  if (value instanceof Timestamp) return 'string';
  if (typeof value === 'number' || typeof value === 'bigint') return 'integer';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

function check(schema: Schema, value: Value, path: readonly string[]): Result {
  const result = new Result();
  const type = typeOf(value);
  const fits = !schema.types || schema.types.includes(type) || (type === 'integer' && schema.types.includes('number'));
  if (!fits) {
    const expected = schema.types ?? [];
    const listed = expected.length > 1 ? `[${expected.join(',')}]` : expected.join('');
    result.add({ path, kind: 'type', description: `Invalid type. Expected: ${listed}, given: ${type}`, expected });
    return result;
  }
  checkOneOf(schema, value, path, result);
  if (isList(value)) checkList(schema, value, path, result);
  if (isTree(value)) checkKeys(schema, value, path, result);
  if (schema.enum && !(typeof value === 'string' && schema.enum.includes(value))) {
    const allowed = schema.enum.map((word) => `"${word}"`).join(', ');
    result.add({ path, kind: 'enum', description: `${path.join('.')} must be one of the following: ${allowed}` });
  }
  checkNumber(schema, value, path, result);
  if (isTree(value)) {
    for (const [key, rule] of schema.properties ?? []) {
      if (value.has(key)) result.merge(check(rule, value.get(key) ?? null, [...path, key]));
    }
  }
  // The steps that gojsonschema counts for a value of that kind.
  result.score += value === null || typeof value === 'boolean' ? 3 : 4;
  return result;
}

function checkOneOf(schema: Schema, value: Value, path: readonly string[], result: Result): void {
  if (!schema.oneOf) return;
  let valid = 0;
  let best: Result | undefined;
  for (const alternative of schema.oneOf) {
    const found = check(alternative, value, path);
    if (found.violations.length === 0) valid++;
    else if (valid === 0 && (!best || found.score > best.score)) best = found;
  }
  if (valid === 1) return;
  result.add({ path, kind: 'one of', description: 'Must validate one and only one schema (oneOf)' });
  if (valid === 0 && best) result.merge(best);
}

function checkList(schema: Schema, value: readonly Value[], path: readonly string[], result: Result): void {
  const { items } = schema;
  if (items) value.forEach((item, index) => result.merge(check(items, item, [...path, String(index)])));
  if (!schema.unique) return;
  const seen = new Map<string, number>();
  value.forEach((item, index) => {
    const text = jsonText(item);
    const before = seen.get(text);
    if (before !== undefined) result.add({ path, kind: 'unique', description: `array items[${before},${index}] must be unique` });
    seen.set(text, index);
  });
}

function jsonText(value: Value): string {
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`;
  if (isTree(value)) return `{${[...value.keys()].sort().map((key) => `${JSON.stringify(key)}:${jsonText(value.get(key) ?? null)}`).join(',')}}`;
  if (value instanceof GoFloat) return String(value.value);
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function checkKeys(schema: Schema, value: Tree, path: readonly string[], result: Result): void {
  for (const key of schema.required ?? []) {
    if (value.has(key)) result.score++;
    else result.add({ path, kind: 'required', description: `${key} is required` });
  }
  for (const [key, item] of value) {
    let known = schema.properties?.has(key) ?? false;
    let matched = false;
    for (const [pattern, rule] of schema.patterns ?? []) {
      if (!pattern.test(key)) continue;
      matched = true;
      result.merge(check(rule, item, [...path, key]));
    }
    if (matched) {
      known = true;
      result.score++;
    }
    if (!known && schema.closed) result.add({ path, kind: 'additional', description: `Additional property ${key} is not allowed`, key });
  }
}

function checkNumber(schema: Schema, value: Value, path: readonly string[], result: Result): void {
  const number = value instanceof GoFloat ? value.value : typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
  if (number === undefined) return;
  if (schema.maximum !== undefined && number > schema.maximum) result.add({ path, kind: 'number', description: `Must be less than or equal to ${schema.maximum}` });
  if (schema.minimum !== undefined && number < schema.minimum) result.add({ path, kind: 'number', description: `Must be greater than or equal to ${schema.minimum}` });
}
