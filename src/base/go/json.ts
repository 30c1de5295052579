import { compareStrings, GoFloat, GoMap, GoNamed, GoSlice, GoStruct, type GoValue } from './value.ts';

export interface GoJsonOptions {
  /** Escape <, > and & as json.Marshal does. Default false, as docker's templates have it. */
  escapeHtml?: boolean;
}

/** json.Marshal. */
export function goJson(value: GoValue, options: GoJsonOptions = {}): string {
  if (value === undefined) return 'null';
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return jsonString(value, options);
  if (value instanceof GoFloat) return String(value.value);
  if (value instanceof GoNamed) return typeof value.value === 'number' ? String(value.value) : jsonString(value.value, options);
  if (value instanceof GoSlice) return value.isNil ? 'null' : `[${value.items.map((item) => goJson(item, options)).join(',')}]`;
  if (value instanceof GoMap) {
    if (value.isNil) return 'null';
    return `{${value.sortedKeys().map((key) => `${jsonString(key, options)}:${goJson(value.entries.get(key), options)}`).join(',')}}`;
  }
  if (value instanceof GoStruct) {
    if (value.marshal) return goJson(value.marshal(), { escapeHtml: true });
    const fields = value.fields.filter((field) => field.json !== undefined);
    return `{${fields.map((field) => `${jsonString(field.json ?? '', options)}:${goJson(field.value, options)}`).join(',')}}`;
  }
  return goJson(value.target, options);
}

function jsonString(text: string, { escapeHtml = false }: GoJsonOptions): string {
  const pattern = escapeHtml ? /[<>&\u2028\u2029]/g : /[\u2028\u2029]/g;
  return JSON.stringify(text).replace(pattern, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** json.MarshalIndent of plain data in the order of its keys: `{}` and `[]` stay on one line. `sortKeys` as for a Go map. */
export function indentJson(value: unknown, indent = '    ', options: { sortKeys?: boolean; escapeHtml?: boolean } = {}, prefix = ''): string {
  const inner = prefix + indent;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + indentJson(item, indent, options, inner)).join(',\n')}\n${prefix}]`;
  }
  if (typeof value === 'object' && value !== null) {
    let keys = Object.keys(value);
    if (keys.length === 0) return '{}';
    if (options.sortKeys) keys = keys.sort(compareStrings);
    const record = value as Record<string, unknown>;
    return `{\n${keys.map((key) => `${inner}${jsonString(key, options)}: ${indentJson(record[key], indent, options, inner)}`).join(',\n')}\n${prefix}}`;
  }
  return typeof value === 'string' ? jsonString(value, options) : JSON.stringify(value ?? null);
}

const jsonToken = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** json.Compact: JSON text without white space, everything else as it was. */
export function compactRawJson(text: string): string {
  return (text.match(jsonToken) ?? []).join('');
}

/** json.Indent: JSON text laid out anew, everything but white space as it was. */
export function indentRawJson(text: string, indent: string): string {
  let out = '';
  let depth = 0;
  let opened = false;
  for (const token of text.match(jsonToken) ?? []) {
    const closes = token === '}' || token === ']';
    if (closes) depth--;
    if (opened !== closes && (opened || closes)) out += `\n${indent.repeat(depth)}`;
    opened = false;
    if (token === '{' || token === '[') {
      out += token;
      depth++;
      opened = true;
    } else if (token === ',') out += `,\n${indent.repeat(depth)}`;
    else if (token === ':') out += ': ';
    else out += token;
  }
  return out;
}
