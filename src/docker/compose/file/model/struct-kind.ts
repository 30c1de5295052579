import { GoFloat } from '../../../../base/go/index.ts';
import { goTypeOf, isList, isTree, type Tree, type Value } from '../tree.ts';
import { compareKeys, type Emitted, Timestamp } from '../yaml/index.ts';
import { type DecodeContext, DecodeProblem, type Json, type Kind } from './kind.ts';
import { decodeAt } from './list-kinds.ts';
import { sortedJson } from './map-kinds.ts';

/** A field of a struct, under the name that it has in YAML. */
export interface Field {
  readonly kind: Kind;
  /** The name in JSON, where it is another one; null: not in JSON. */
  readonly json?: string | null;
  /** Whether it stands in JSON even when it is zero. */
  readonly always?: boolean;
  /** Whether it stands in YAML even when it is zero. */
  readonly alwaysInYaml?: boolean;
}

export type Fields = Readonly<Record<string, Kind | Field>>;

/** A struct of compose-go's: fields in their order, extensions behind them. `pointer`: a section that is there counts, even when it says nothing. */
export function struct(fields: Fields, pointer = true): Kind {
  const table = Object.entries(fields).map(([key, field]) => ({ key, ...('kind' in field ? field : { kind: field }) }));
  const json = (value: unknown): Json => {
    const record = value as Record<string, unknown>;
    const out = new Map<string, Json>();
    for (const { key, kind, json: name = key, always = false } of table) {
      if (name === null) continue;
      if (record[key] !== undefined) out.set(name, kind.json(record[key]));
      else if (always) out.set(name, kind.zero ?? null);
    }
    return out;
  };
  return {
    decode: (value, context) => {
      if (value === null) return undefined;
      if (!isTree(value)) throw new DecodeProblem(`expected a map, got '${goTypeOf(value) === '[]interface {}' ? 'slice' : goTypeOf(value)}'`);
      const record = decodeFields(value, table, context);
      return pointer || Object.keys(record).length > 0 ? record : undefined;
    },
    yaml: (value) => {
      const record = value as Record<string, unknown>;
      const entries: [string, Emitted][] = [];
      for (const { key, kind, alwaysInYaml = false } of table) {
        if (record[key] !== undefined) entries.push([key, kind.yaml(record[key])]);
        else if (alwaysInYaml) entries.push([key, kind.zero as Emitted]);
      }
      return { sorted: false, entries: [...entries, ...extensionEntries(record['extensions'])] };
    },
    json,
    zero: new Map(table.filter(({ json: name, always }) => name !== null && always).map(({ key, json: name, kind }) => [name ?? key, kind.zero ?? null])),
  };
}

function decodeFields(value: Tree, table: readonly { key: string; kind: Kind }[], context: DecodeContext): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { key, kind } of table) {
    const entry = value.get(key);
    if (entry === undefined) continue;
    const decoded = decodeAt(kind, entry, { ...context, at: context.at === '' ? key : `${context.at}.${key}` });
    if (decoded !== undefined) record[key] = decoded;
  }
  const extensions = [...value].filter(([key]) => key.startsWith('x-'));
  if (extensions.length > 0) record['extensions'] = Object.fromEntries(extensions);
  return record;
}

/** Extensions as they stand behind the fields, sorted. */
export function extensionEntries(extensions: unknown): [string, Emitted][] {
  if (extensions === undefined) return [];
  return Object.entries(extensions as Record<string, Value>)
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([key, value]) => [key, anyYaml(value)]);
}

/** A value of the model as go-yaml writes it. */
export function anyYaml(value: Value): Emitted {
  if (isTree(value)) return { sorted: true, entries: [...value].map(([key, item]): [string, Emitted] => [key, anyYaml(item)]) };
  return isList(value) ? value.map(anyYaml) : value;
}

/** A value of the model as Go's JSON encoder writes it. */
export function anyJson(value: Value): Json {
  if (isTree(value)) return sortedJson(Object.fromEntries(value), (item) => anyJson(item as Value));
  if (isList(value)) return value.map(anyJson);
  if (value instanceof GoFloat) return value.value;
  if (value instanceof Timestamp) return value.rfc3339();
  return typeof value === 'bigint' ? Number(value) : value;
}
