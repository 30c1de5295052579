import { formatDuration } from './duration.ts';
import { formatGoTime, parseRfc3339 } from './time.ts';
import { GoFloat, GoMap, GoNamed, GoPointer, GoSlice, GoStruct, goValueOf, type GoField, type GoFunction, type GoValue } from './value.ts';

/** A Go type, to decode JSON into, so that templates see fields, pointers, nil and zero values as the real program does. */
export type GoType =
  | 'string' | 'int' | 'bool' | 'float64' | 'any' | 'time.Duration' | 'time.Time'
  | { slice: GoType }
  | { map: GoType; key?: string }
  | { pointer: GoType }
  | StructType;

/** A struct type: fields by name; a pair gives another name in JSON. */
export interface StructType {
  struct: string;
  fields: Readonly<Record<string, GoType | readonly [json: string, type: GoType]>>;
}

/** The name of a type as Go prints it. */
export function typeName(type: GoType): string {
  if (type === 'any') return 'interface {}';
  if (typeof type === 'string') return type;
  if ('slice' in type) return `[]${typeName(type.slice)}`;
  if ('map' in type) return `map[${type.key ?? 'string'}]${typeName(type.map)}`;
  return 'pointer' in type ? `*${typeName(type.pointer)}` : type.struct;
}

/** The zero value of a type. */
export function zeroOf(type: GoType): GoValue {
  switch (type) {
    case 'string':
      return '';
    case 'int':
      return 0;
    case 'bool':
      return false;
    case 'float64':
      return new GoFloat(0);
    case 'any':
      return undefined;
    case 'time.Duration':
      return durationValue(0);
    case 'time.Time':
      return timeValue('0001-01-01T00:00:00Z');
  }
  if ('slice' in type) return new GoSlice(typeName(type), [], true);
  if ('map' in type) return new GoMap(typeName(type), new Map(), { isNil: true, zero: zeroOf(type.map) });
  if ('pointer' in type) return new GoPointer(typeName(type.pointer), undefined);
  return decodeStruct(type, {});
}

/** Decodes JSON into a Go type, as json.Unmarshal would. Fields the JSON lacks have their zero value and are not marshalled again. */
export function decodeGo(type: GoType, json: unknown): GoValue {
  if (type === 'any') return goValueOf(json);
  if (json === null || json === undefined) return zeroOf(type);
  switch (type) {
    case 'string':
      return typeof json === 'string' ? json : JSON.stringify(json);
    case 'int':
      return Number(json);
    case 'bool':
      return Boolean(json);
    case 'float64':
      return new GoFloat(Number(json));
    case 'time.Duration':
      return durationValue(Number(json));
    case 'time.Time':
      return timeValue(String(json));
  }
  if ('slice' in type) return new GoSlice(typeName(type), Array.isArray(json) ? json.map((item) => decodeGo(type.slice, item)) : []);
  if ('map' in type) {
    const entries = Object.entries(json as Record<string, unknown>).map(([key, value]): [string, GoValue] => [key, decodeGo(type.map, value)]);
    return new GoMap(typeName(type), new Map(entries), { zero: zeroOf(type.map) });
  }
  if ('pointer' in type) return new GoPointer(typeName(type.pointer), decodeGo(type.pointer, json));
  return decodeStruct(type, json as Record<string, unknown>);
}

function numberMethod(value: GoValue): GoFunction {
  return { parameters: [], call: () => value };
}

function durationValue(nanoseconds: number): GoNamed {
  return new GoNamed('time.Duration', nanoseconds, formatDuration(nanoseconds), {
    Hours: numberMethod(new GoFloat(nanoseconds / 3600e9)),
    Minutes: numberMethod(new GoFloat(nanoseconds / 60e9)),
    Seconds: numberMethod(new GoFloat(nanoseconds / 1e9)),
    Milliseconds: numberMethod(Math.trunc(nanoseconds / 1e6)),
    Nanoseconds: numberMethod(nanoseconds),
  });
}

function timeValue(text: string): GoNamed {
  const time = parseRfc3339(text);
  if (!time) return new GoNamed('time.Time', text, text);
  const date = new Date(time.seconds * 1000);
  return new GoNamed('time.Time', text, formatGoTime(time), {
    Unix: numberMethod(time.seconds),
    Year: numberMethod(date.getUTCFullYear()),
    Day: numberMethod(date.getUTCDate()),
    Hour: numberMethod(date.getUTCHours()),
    Minute: numberMethod(date.getUTCMinutes()),
    Second: numberMethod(date.getUTCSeconds()),
    IsZero: numberMethod(text.startsWith('0001-01-01T00:00:00')),
  });
}

function decodeStruct(type: StructType, json: Record<string, unknown>): GoStruct {
  const fields = Object.entries(type.fields).map(([name, declared]): GoField => {
    const [key, fieldType] = isPair(declared) ? declared : [name, declared];
    return { name, json: key in json ? key : undefined, value: decodeGo(fieldType, json[key]) };
  });
  return new GoStruct(type.struct, fields);
}

function isPair(declared: GoType | readonly [string, GoType]): declared is readonly [string, GoType] {
  return Array.isArray(declared);
}
