/**
 * A value as Go's reflection sees it, for Go's templates and fmt verbs. `undefined` is no value (untyped nil). A number is an int; what is not one of the primitives carries its type.
 */
export type GoValue = undefined | boolean | number | string | GoFloat | GoNamed | GoSlice | GoMap | GoStruct | GoPointer;

/** A method that a template may call. */
export type GoMethod = GoFunction;

/** The types of parameters that template functions have. `value` takes anything, as reflect.Value does. */
export type GoParameter = 'string' | 'int' | '[]string' | 'value';

/** A function in a template's function map, or a method. */
export interface GoFunction {
  readonly parameters: readonly GoParameter[];
  /** The last parameter takes any number of arguments. */
  readonly variadic?: boolean;
  /** Throws an Error whose message is the Go error's. */
  call(args: readonly GoValue[]): GoValue;
}

/** A float64. */
export class GoFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A value of a named type with a String method: a duration, a time, a file mode. */
export class GoNamed {
  readonly type: string;
  readonly value: number | string;
  /** What String() gives. */
  readonly text: string;
  readonly methods: Readonly<Record<string, GoMethod>>;

  constructor(type: string, value: number | string, text: string, methods: Readonly<Record<string, GoMethod>> = {}) {
    this.type = type;
    this.value = value;
    this.text = text;
    this.methods = { String: { parameters: [], call: () => text }, ...methods };
  }
}

export class GoSlice {
  readonly type: string;
  readonly items: readonly GoValue[];
  readonly isNil: boolean;

  constructor(type: string, items: readonly GoValue[], isNil = false) {
    this.type = type;
    this.items = items;
    this.isNil = isNil;
  }
}

export class GoMap {
  readonly type: string;
  readonly entries: ReadonlyMap<string, GoValue>;
  readonly isNil: boolean;
  /** What `index` gives for a key that is not there. */
  readonly zero: GoValue;
  readonly methods: Readonly<Record<string, GoMethod>>;

  constructor(type: string, entries: ReadonlyMap<string, GoValue>, options: { isNil?: boolean; zero?: GoValue; methods?: Readonly<Record<string, GoMethod>> } = {}) {
    this.type = type;
    this.entries = entries;
    this.isNil = options.isNil ?? false;
    this.zero = options.zero;
    this.methods = options.methods ?? {};
  }

  /** Keys in Go's printing order. */
  sortedKeys(): string[] {
    return [...this.entries.keys()].sort(compareStrings);
  }
}

/** A field of a struct: its name in Go, and in JSON (undefined where it is not marshalled). */
export interface GoField {
  readonly name: string;
  readonly json: string | undefined;
  readonly value: GoValue;
}

export class GoStruct {
  readonly type: string;
  readonly fields: readonly GoField[];
  readonly methods: Readonly<Record<string, GoMethod>>;
  /** What marshals instead of the fields. */
  readonly marshal: (() => GoValue) | undefined;

  constructor(type: string, fields: readonly GoField[], options: { methods?: Readonly<Record<string, GoMethod>>; marshal?: () => GoValue } = {}) {
    this.type = type;
    this.fields = fields;
    this.methods = options.methods ?? {};
    this.marshal = options.marshal;
  }

  field(name: string): GoField | undefined {
    return this.fields.find((field) => field.name === name);
  }
}

/** A pointer to a value of `type`; nil without a target. */
export class GoPointer {
  readonly type: string;
  readonly target: GoValue;

  constructor(type: string, target: GoValue) {
    this.type = type;
    this.target = target;
  }
}

/** The kind of a value, as far as templates tell kinds apart. */
export type GoKind = 'invalid' | 'bool' | 'int' | 'float' | 'string' | 'slice' | 'map' | 'struct' | 'ptr';

export function kindOf(value: GoValue): GoKind {
  if (value === undefined) return 'invalid';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'int';
  if (typeof value === 'string') return 'string';
  if (value instanceof GoFloat) return 'float';
  if (value instanceof GoNamed) return typeof value.value === 'number' ? 'int' : 'struct';
  if (value instanceof GoSlice) return 'slice';
  if (value instanceof GoMap) return 'map';
  return value instanceof GoStruct ? 'struct' : 'ptr';
}

/** The name of a value's type as Go prints it. */
export function typeOf(value: GoValue): string {
  if (value === undefined) return 'nil';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'int';
  if (typeof value === 'string') return 'string';
  if (value instanceof GoFloat) return 'float64';
  return value instanceof GoPointer ? `*${value.type}` : value.type;
}

/** What a pointer points to, through any number of pointers; `isNil` at a nil one. */
export function indirect(value: GoValue): { value: GoValue; isNil: boolean } {
  let target = value;
  while (target instanceof GoPointer) {
    if (target.target === undefined) return { value: target, isNil: true };
    target = target.target;
  }
  return { value: target, isNil: false };
}

/** Whether `if` takes it for true. */
export function isTrue(value: GoValue): boolean {
  if (value === undefined) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  if (value instanceof GoFloat) return value.value !== 0;
  if (value instanceof GoNamed) return value.value !== 0;
  if (value instanceof GoSlice) return value.items.length > 0;
  if (value instanceof GoMap) return value.entries.size > 0;
  return value instanceof GoStruct || value.target !== undefined;
}

/** Bytewise order, as Go compares strings (UTF-8 order is code point order). */
export function compareStrings(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** A decoded JSON document as Go's `any`: objects are map[string]interface {}, whole numbers print as they were. */
export function goValueOf(json: unknown): GoValue {
  if (json === null || json === undefined) return undefined;
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return Number.isInteger(json) ? json : new GoFloat(json);
  if (Array.isArray(json)) return new GoSlice('[]interface {}', json.map(goValueOf));
  return new GoMap('map[string]interface {}', new Map(Object.entries(json).map(([key, value]) => [key, goValueOf(value)])));
}
