/** Filters of the list calls: key to the values asked for; any value of a key may match, every key must. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/** Encodes filters as the query parameter `filters`; undefined when there are none. */
export function encodeFilters(filters: Filters): string | undefined {
  if (filters.size === 0) return undefined;
  const object: Record<string, Record<string, true>> = {};
  for (const [key, values] of filters) object[key] = Object.fromEntries(values.map((value) => [value, true]));
  return JSON.stringify(object);
}

/** Decodes the query parameter: `{"key":{"value":true}}` or, from old clients, `{"key":["value"]}`. Undefined when it is neither. */
export function decodeFilters(text: string | undefined): Filters | undefined {
  if (text === undefined || text === '') return new Map();
  let decoded: unknown;
  try {
    decoded = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (decoded === null) return new Map();
  if (typeof decoded !== 'object' || Array.isArray(decoded)) return undefined;
  const filters = new Map<string, string[]>();
  for (const [key, values] of Object.entries(decoded as Record<string, unknown>)) {
    if (Array.isArray(values)) filters.set(key, values.map(String));
    else if (typeof values === 'object' && values !== null) filters.set(key, Object.entries(values).flatMap(([value, on]) => (on ? [value] : [])));
    else return undefined;
  }
  return filters;
}
