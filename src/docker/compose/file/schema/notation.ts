/** JSON's types, in the words of JSON schema. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array';

/** A rule for a value: the part of JSON schema that Compose's schema uses. */
export interface Schema {
  /** In the order in which a message names them; absent: any. */
  readonly types?: readonly JsonType[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly unique?: boolean;
  readonly properties?: ReadonlyMap<string, Schema>;
  /** Rules for the other keys, by what they look like. */
  readonly patterns?: readonly (readonly [RegExp, Schema])[];
  /** Whether keys are refused that no rule is for. */
  readonly closed?: boolean;
  readonly required?: readonly string[];
}

/** A value of one of these types. */
export function of(...types: readonly JsonType[]): Schema {
  return { types };
}

/** Exactly one of these. */
export function oneOf(...schemas: readonly Schema[]): Schema {
  return { oneOf: schemas };
}

export function words(...allowed: readonly string[]): Schema {
  return { types: ['string'], enum: allowed };
}

export function list(items: Schema, unique = false): Schema {
  return { types: ['array'], items, unique };
}

/** A mapping whose keys look like that. */
export function mapOf(keys: RegExp, values: Schema, closed = false): Schema {
  return { types: ['object'], patterns: [[keys, values]], closed };
}

/** A mapping with these keys, and any `x-…`. */
export function struct(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { types: ['object'], properties: new Map(Object.entries(properties)), patterns: [[/^x-/, {}]], closed: true, required };
}

/** A mapping with these keys and no others. */
export function strict(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { types: ['object'], properties: new Map(Object.entries(properties)), closed: true, required };
}

/** The same rule for null as well. */
export function orNull(schema: Schema): Schema {
  return { ...schema, types: [...(schema.types ?? []), 'null'] };
}
