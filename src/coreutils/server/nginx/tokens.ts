/** A piece of a configuration file. `open`: the end came inside a quoted word. */
export type Token = { line: number } & ({ kind: 'word'; text: string } | { kind: '{' | '}' | ';' } | { kind: 'end'; open: boolean });

const escapes: Record<string, string> = { '"': '"', "'": "'", '\\': '\\', t: '\t', r: '\r', n: '\n' };

/** Splits a configuration into words and the marks between them; lines are those where a piece ends. */
export function* tokens(source: string): Generator<Token> {
  let line = 1;
  let at = 0;
  const next = (): string => {
    const char = source.charAt(at++);
    if (char === '\n') line++;
    return char;
  };
  while (at < source.length) {
    const char = next();
    if (/\s/.test(char)) continue;
    if (char === '#') {
      while (at < source.length && source.charAt(at) !== '\n') at++;
      continue;
    }
    if (char === '{' || char === '}' || char === ';') {
      yield { kind: char, line };
      continue;
    }
    let text = '';
    if (char === '"' || char === "'") {
      let closed = false;
      while (at < source.length && !closed) {
        const inner = next();
        if (inner === char) closed = true;
        else if (inner === '\\') {
          const escaped = next();
          text += escapes[escaped] ?? `\\${escaped}`;
        } else text += inner;
      }
      if (!closed) {
        yield { kind: 'end', open: true, line };
        return;
      }
    } else {
      at--;
      while (at < source.length) {
        const inner = source.charAt(at);
        if (/[\s;]/.test(inner) || (inner === '{' && !text.endsWith('$'))) break;
        at++;
        if (inner === '\\') {
          const escaped = next();
          text += escapes[escaped] ?? `\\${escaped}`;
        } else text += inner;
      }
    }
    yield { kind: 'word', text, line };
  }
  yield { kind: 'end', open: false, line };
}
