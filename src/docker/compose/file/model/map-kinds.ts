import { compareStrings } from '../../../../base/go/index.ts';
import { goText, goTypeOf, isList, isTree, type Value } from '../tree.ts';
import type { Emitted } from '../yaml/index.ts';
import { type DecodeContext, DecodeProblem, type Json, type Kind } from './kind.ts';
import { decodeAt } from './list-kinds.ts';

type Texts = Record<string, string | null>;

function nonEmpty<T>(entries: readonly (readonly [string, T])[]): Record<string, T> | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A Go map in YAML: go-yaml sorts its keys. */
function sortedYaml(value: unknown, yaml: (item: unknown) => Emitted): Emitted {
  return { sorted: true, entries: Object.entries(value as Record<string, unknown>).map(([key, item]) => [key, yaml(item)] as const) };
}

/** A Go map in JSON: sorted by bytes. */
export function sortedJson(value: unknown, json: (item: unknown) => Json): Json {
  const record = value as Record<string, unknown>;
  return new Map(Object.keys(record).sort(compareStrings).map((key) => [key, json(record[key])] as const));
}

function textMap(decode: (value: Value) => readonly (readonly [string, string | null])[]): Kind {
  return {
    decode: (value) => (value === null ? undefined : nonEmpty(decode(value))),
    yaml: (value) => sortedYaml(value as Texts, (item) => item as string | null),
    json: (value) => sortedJson(value as Texts, (item) => item as string | null),
    zero: null,
  };
}

function cut(text: string): [string, string | undefined] {
  const index = text.indexOf('=');
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function entriesOf(value: Value, what: string, missing: string | null): (readonly [string, string | null])[] {
  if (isTree(value)) return [...value].map(([key, item]) => [key, item === null ? missing : goText(item)] as const);
  if (!isList(value)) throw new DecodeProblem(`unexpected value type ${goTypeOf(value)} for ${what}`);
  return value.map((item) => {
    const [key, rest] = cut(goText(item));
    return [key, rest ?? missing] as const;
  });
}

/** `key=value` or a mapping; without a value: an empty one. */
export const mapping = textMap((value) => entriesOf(value, 'mapping', ''));
/** The same; a key without a value has none. */
export const mappingWithEquals = textMap((value) => entriesOf(value, 'mapping', null));
export const labels = textMap((value) => entriesOf(value, 'labels', ''));

export const options = textMap((value) => {
  if (!isTree(value)) throw new DecodeProblem(`invalid type ${goTypeOf(value)} for options`);
  return entriesOf(value, 'options', '');
});

/** A mapping whose values are of another kind; `nullable`: null stays null. */
export function mapOf(item: Kind, nullable = false): Kind {
  return {
    decode: (value, context: DecodeContext) => {
      if (!isTree(value)) return undefined;
      return nonEmpty(
        [...value].flatMap(([key, entry]) => {
          const decoded = nullable && entry === null ? null : decodeAt(item, entry, { ...context, at: `${context.at}[${key}]` });
          // An empty text stands in a map all the same.
          const kept = decoded === undefined && item.zero === '' ? '' : decoded;
          return kept === undefined ? [] : [[key, kept] as const];
        }),
      );
    },
    yaml: (value) => sortedYaml(value, (entry) => (entry === null ? null : item.yaml(entry))),
    json: (value) => sortedJson(value, (entry) => (entry === null ? null : item.json(entry))),
    zero: null,
  };
}

/** Addresses by host: `host=address` or `host:address`, or a mapping. */
export const hostsList: Kind = {
  decode: (value) => {
    if (value === null) return undefined;
    const hosts = new Map<string, string[]>();
    const add = (host: string, addresses: readonly string[]): void => {
      hosts.set(host, [...(hosts.get(host) ?? []), ...addresses]);
    };
    if (isTree(value)) for (const [host, addresses] of value) add(host, isList(addresses) ? addresses.map(goText) : [addresses === null ? '' : goText(addresses)]);
    else if (isList(value)) {
      for (const item of value.map(goText)) {
        const separator = item.includes('=') ? '=' : ':';
        const index = item.indexOf(separator);
        if (index < 0) throw new DecodeProblem(`invalid additional host, missing IP: ${item}`);
        add(item.slice(0, index), item.slice(index + 1).split(','));
      }
    } else throw new DecodeProblem(`unexpected value type ${goTypeOf(value)} for extra_hosts`);
    for (const host of hosts.keys()) if (host === '' || /[:=]/.test(host)) throw new DecodeProblem(`bad host name '${host}'`);
    return nonEmpty([...hosts].map(([host, addresses]) => [host, addresses.map((address) => address.replace(/^\[(.+)\]$/, '$1'))] as const));
  },
  yaml: hostLines,
  json: hostLines,
  zero: [],
};

function hostLines(value: unknown): string[] {
  return Object.entries(value as Record<string, string[]>).flatMap(([host, addresses]) => addresses.map((address) => `${host}=${address}`)).sort(compareStrings);
}
