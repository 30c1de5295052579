import type { Json } from './kind.ts';

/** json.Marshal, or json.MarshalIndent with an indentation. */
export function writeJson(value: Json, indent?: string, prefix = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  const inner = indent === undefined ? '' : `${prefix}${indent}`;
  const parts =
    value instanceof Map
      ? [...(value as ReadonlyMap<string, Json>)].map(([key, item]) => `${quoted(key)}:${indent === undefined ? '' : ' '}${writeJson(item, indent, inner)}`)
      : (value as readonly Json[]).map((item) => writeJson(item, indent, inner));
  const [open, close] = value instanceof Map ? ['{', '}'] : ['[', ']'];
  if (parts.length === 0) return `${open}${close}`;
  if (indent === undefined) return `${open}${parts.join(',')}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${prefix}${close}`;
}

/** With <, > and & escaped, as Go's encoder does unless told otherwise. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
