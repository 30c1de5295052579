const escapes: Record<string, string> = { '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\' };

/** strconv.Quote (and the verb %q): a double-quoted Go string literal. */
export function goQuote(text: string, quote = '"'): string {
  let quoted = quote;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === quote) quoted += `\\${quote}`;
    else if (escapes[char] !== undefined) quoted += escapes[char];
    else if (isPrintable(char)) quoted += char;
    else if (code < 0x80) quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) quoted += `\\u${code.toString(16).padStart(4, '0')}`;
    else quoted += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return quoted + quote;
}

/** strconv.IsPrint: letters, marks, numbers, punctuation, symbols, and the ASCII space. */
export function isPrintable(char: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char);
}

const unescapes: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"' };

/** strconv.Unquote of a literal in double quotes, back quotes or single quotes; undefined for invalid syntax. */
export function goUnquote(literal: string): string | undefined {
  const quote = literal[0];
  const inner = literal.slice(1, -1);
  if (quote === '`') return inner.replace(/\r/g, '');
  let text = '';
  for (let i = 0; i < inner.length; i++) {
    const char = inner[i] ?? '';
    if (char === quote || char === '\n') return undefined;
    if (char !== '\\') {
      text += char;
      continue;
    }
    const [whole, simple, hex, octal] = /^\\(?:([abfnrtv\\'"])|(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|([0-7]{3}))/.exec(inner.slice(i)) ?? [];
    if (whole === undefined) return undefined;
    if (simple !== undefined) {
      if ((simple === "'" || simple === '"') && simple !== quote) return undefined;
      text += unescapes[simple] ?? '';
    } else {
      const code = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex.slice(1), 16);
      if (code > 0x10ffff) return undefined;
      text += String.fromCodePoint(code);
    }
    i += whole.length - 1;
  }
  return quote === "'" && [...text].length !== 1 ? undefined : text;
}
