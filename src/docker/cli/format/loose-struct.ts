import { GoMap, GoPointer, GoSlice, GoStruct, goValueOf, type GoField, type GoValue } from '../../../base/go/index.ts';

/**
 * A JSON object as a Go struct whose fields are named as in JSON, all the way down; `maps` names the keys whose objects are maps. For answers that templates may look into and whose Go types
 * are not written out here.
 */
export function looseStruct(type: string, json: Record<string, unknown>, maps: ReadonlySet<string> = new Set()): GoStruct {
  const fields = Object.entries(json).map(([name, value]): GoField => ({ name, json: name, value: looseValue(name, value, maps) }));
  return new GoStruct(type, fields);
}

function looseValue(name: string, value: unknown, maps: ReadonlySet<string>): GoValue {
  if (Array.isArray(value)) {
    const strings = value.every((item) => typeof item === 'string');
    return new GoSlice(strings ? '[]string' : '[]interface {}', value.map((item) => looseValue('', item, maps)));
  }
  if (value === null) return new GoSlice('[]string', [], true);
  if (typeof value !== 'object') return goValueOf(value);
  if (!maps.has(name)) return looseStruct('struct', value as Record<string, unknown>, maps);
  return new GoMap('map[string]string', new Map(Object.entries(value).map(([key, item]) => [key, looseValue('', item, maps)])), { zero: '' });
}

/** The same behind a pointer; nil without an object. */
export function loosePointer(type: string, json: Record<string, unknown> | undefined, maps?: ReadonlySet<string>): GoPointer {
  return new GoPointer(type, json && looseStruct(type, json, maps));
}
