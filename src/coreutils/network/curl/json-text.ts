const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text as it stands between the quotes of JSON, as curl writes it. */
export function jsonQuoted(text: string): string {
  return text.replaceAll(/[\\"\u0000-\u001f]/g, (char) => escapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
