/** A word of a bc program; `line` from 1. */
export interface Token {
  text: string;
  kind: 'number' | 'name' | 'string' | 'operator' | 'newline' | 'end';
  line: number;
}

/** The words of a program, its ends of lines among them. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  const pattern = /\/\*[^]*?\*\/|#[^\n]*|\\\n|[ \t\r]+|(\n)|("(?:[^"]*)")|((?:[\dA-F]|\\\n)+(?:\.(?:[\dA-F]|\\\n)*)?|\.[\dA-F]+)|([a-z][a-z0-9_]*)|(\+\+|--|&&|\|\||[-+*/%^<>=!]=|[^])/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) break;
    const [whole, newline, string, number, name, operator] = match;
    if (newline) tokens.push({ text: '\n', kind: 'newline', line: line + 1 });
    else if (string !== undefined) tokens.push({ text: string.slice(1, -1), kind: 'string', line });
    else if (number !== undefined) tokens.push({ text: number.replace(/\\\n/g, ''), kind: 'number', line });
    else if (name !== undefined) tokens.push({ text: name, kind: 'name', line });
    else if (operator !== undefined) tokens.push({ text: operator, kind: 'operator', line });
    line += whole.split('\n').length - 1;
  }
  tokens.push({ text: '', kind: 'end', line });
  return tokens;
}
