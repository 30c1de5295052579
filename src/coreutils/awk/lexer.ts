/** A token of awk's grammar. `value` holds names, texts and numbers. */
export interface Token {
  kind: 'number' | 'string' | 'regex' | 'name' | 'call' | 'builtin' | 'keyword' | 'operator' | 'newline' | 'end';
  text: string;
  value: string | number;
  line: number;
}

/** A program that breaks the grammar. */
export class AwkSyntaxError extends Error {
  override readonly name = 'AwkSyntaxError';
  readonly line: number;
  /** Mistakes that were found before, and did not stop the reading. */
  readonly earlier: readonly AwkSyntaxError[];

  constructor(message: string, line: number, earlier: readonly AwkSyntaxError[] = []) {
    super(message);
    this.line = line;
    this.earlier = earlier;
  }

  /** All of them, as mawk words them. */
  get lines(): string[] {
    return [...this.earlier.flatMap((one) => one.lines), this.message.startsWith('unexpected character') ? `${this.line}: ${this.message}` : `line ${this.line}: ${this.message}`];
  }
}

const keywords = new Set(['BEGIN', 'END', 'function', 'func', 'if', 'else', 'while', 'for', 'do', 'break', 'continue', 'next', 'nextfile', 'exit', 'return', 'delete', 'in', 'getline', 'print', 'printf']);
export const builtins = new Set(['length', 'substr', 'index', 'split', 'sub', 'gsub', 'match', 'sprintf', 'sin', 'cos', 'atan2', 'exp', 'log', 'sqrt', 'int', 'rand', 'srand', 'tolower', 'toupper', 'system', 'close', 'fflush', 'systime', 'strftime', 'mktime']);
const operators = ['>>', '&&', '||', '==', '<=', '>=', '!=', '+=', '-=', '*=', '/=', '%=', '^=', '++', '--', '!~', '{', '}', '(', ')', '[', ']', ';', ',', '+', '-', '*', '/', '%', '^', '!', '<', '>', '|', '?', ':', '~', '$', '='];

/** Resolves backslash escapes of a string. */
export function unescapeString(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|\n|([^]))/g, (whole, octal: string | undefined, hexadecimal: string | undefined, char: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
    if (char === undefined) return '';
    return { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"', a: '\x07', b: '\b', f: '\f', v: '\v' }[char] ?? whole;
  });
}

/** Splits a program into tokens. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  const push = (kind: Token['kind'], text: string, value: string | number = text): void => {
    tokens.push({ kind, text, value, line });
  };
  while (at < source.length) {
    const rest = source.slice(at);
    const blank = /^(?:[ \t\r]+|\\\r?\n|#[^\n]*)/.exec(rest);
    if (blank) {
      at += blank[0].length;
      if (blank[0].includes('\n')) line++;
      continue;
    }
    if (rest.startsWith('\n')) {
      push('newline', '\n');
      line++;
      at++;
      continue;
    }
    const number = /^(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest);
    if (number) {
      push('number', number[0], Number(number[0]));
      at += number[0].length;
      continue;
    }
    const string = /^"((?:\\[^]|[^"\\\n])*)"/.exec(rest);
    if (string) {
      push('string', string[0], unescapeString(string[1] ?? ''));
      at += string[0].length;
      continue;
    }
    if (rest.startsWith('"')) throw new AwkSyntaxError(`runaway string constant ${rest.split('\n')[0]} ...`, line);
    const name = /^[A-Za-z_]\w*/.exec(rest);
    if (name) {
      const word = name[0];
      at += word.length;
      if (keywords.has(word)) push('keyword', word === 'func' ? 'function' : word);
      else if (builtins.has(word)) push('builtin', word);
      else push(source[at] === '(' ? 'call' : 'name', word);
      continue;
    }
    if (rest.startsWith('/') && regexMayFollow(tokens.at(-1))) {
      const regex = /^\/((?:\\[^\n]|\[\^?\]?(?:\[:\w+:\]|\\[^\n]|[^\]\n])*\]|[^/\\\n[])*)\//.exec(rest);
      if (!regex) throw new AwkSyntaxError(`runaway regular expression ${rest.split('\n')[0]} ...`, line);
      push('regex', regex[0], regex[1] ?? '');
      at += regex[0].length;
      continue;
    }
    const operator = operators.find((one) => rest.startsWith(one));
    if (operator === undefined) throw new AwkSyntaxError(`unexpected character '${rest.charAt(0)}'`, line);
    push('operator', operator);
    at += operator.length;
  }
  push('newline', '\n');
  line++;
  push('end', 'end of file');
  return tokens;
}

/** Whether a slash begins a regular expression: after a value it divides. */
function regexMayFollow(last: Token | undefined): boolean {
  if (!last) return true;
  if (last.kind === 'number' || last.kind === 'string' || last.kind === 'regex' || last.kind === 'name' || last.kind === 'builtin') return false;
  return !(last.kind === 'operator' && [')', ']', '$', '++', '--'].includes(last.text));
}
