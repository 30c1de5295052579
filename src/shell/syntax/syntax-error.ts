import { parse, type ParseError } from 'unbash';
import type { SourceUnit } from './source-unit.ts';

/** A syntax error in bash's words. `incomplete`: more input could mend it. */
export interface SyntaxComplaint {
  line: number;
  /** Lines to print, without prefix. */
  messages: string[];
  incomplete: boolean;
  status: number;
}

const closers: Record<string, string> = {
  'unterminated double quote': '"', 'unterminated single quote': "'", 'unterminated ANSI-C quote': "'", 'unterminated backtick': '`',
  'unterminated parameter expansion': '}', 'unterminated command substitution': ')', 'unterminated arithmetic expansion': ')',
  'unterminated arithmetic command': ')', 'unterminated process substitution': ')', 'unterminated extended glob': ')', 'unterminated array subscript': ']',
  'unterminated arithmetic for header': ')',
};

/** Words for the errors that the parser found in a text. */
export function describeSyntaxError(unit: SourceUnit, errors: readonly ParseError[]): SyntaxComplaint {
  const { text } = unit;
  const unterminated = errors.find((error) => closers[error.message] !== undefined);
  if (unterminated) {
    const { message, pos } = unterminated;
    const atEnd = message === 'unterminated command substitution' && text[pos] === '$';
    const array = message === 'unterminated extended glob' && text[pos] === '=';
    return { line: atEnd ? lastLine(unit) : unit.line(pos), messages: [`unexpected EOF while looking for matching \`${closers[message]}'`], incomplete: true, status: array ? 1 : 2 };
  }
  // With a newline at the end the parser's positions tell the end of the text from a token that ends there.
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const found = faultyToken(whole, whole === text ? errors : (parse(whole).errors ?? errors));
  if (found.end) return { line: lastLine(unit), messages: ['syntax error: unexpected end of file'], incomplete: true, status: 2 };
  const line = unit.line(Math.min(found.pos, text.length));
  if (found.token === '((') return { line, messages: found.messages ?? [], incomplete: false, status: 2 };
  const source = `\`${sourceLine(text, found.pos)}'`;
  if (found.messages) return { line, messages: [...found.messages, source], incomplete: false, status: 2 };
  return { line, messages: [`syntax error near unexpected token \`${found.token}'`, source], incomplete: false, status: 2 };
}

function lastLine(unit: SourceUnit): number {
  const { text } = unit;
  return unit.line(text.length) + (text.endsWith('\n') ? 0 : 1);
}

function sourceLine(text: string, pos: number): string {
  const start = text.lastIndexOf('\n', Math.min(pos, text.length) - 1) + 1;
  const end = text.indexOf('\n', pos);
  return text.slice(start, end < 0 ? undefined : end);
}

interface Fault {
  token: string;
  pos: number;
  /** Nothing is wrong but that the text ends. */
  end: boolean;
  messages?: string[];
}

/** The token that bash stumbles over. */
function faultyToken(text: string, errors: readonly ParseError[]): Fault {
  const candidates = errors.map((error) => locate(text, error, errors));
  const [first] = candidates.sort((a, b) => a.pos - b.pos);
  return first ?? { token: '', pos: text.length, end: true };
}

function locate(text: string, error: ParseError, errors: readonly ParseError[]): Fault {
  const { message, pos } = error;
  if (message.startsWith("expected ']]'") || message.startsWith("expected ')' to close test")) {
    // `]]` that was taken for an operand is the last thing before the end.
    const token = tokenBefore(text, pos) ?? tokenBefore(text, /\]\]\s*$/.test(text) ? text.trimEnd().length : 0);
    if (!token) return { token: '', pos: text.length, end: true };
    const previous = /(\S+)\s*$/.exec(text.slice(0, token.pos))?.[1] ?? '';
    if (message.startsWith("expected ')'")) return { ...token, end: false, messages: [`unexpected token \`${token.token}', expected \`)'`, `syntax error near \`${token.token}'`] };
    const near = `syntax error near \`${token.token}'`;
    if (/^(?:==?|!=|=~|<|>|-[a-z][a-z])$/.test(previous)) return { ...token, end: false, messages: [`unexpected argument \`${token.token}' to conditional binary operator`, near] };
    return { ...token, end: false, messages: [near] };
  }
  if (message.startsWith('expected operand after unary')) {
    const token = tokenAt(text, pos);
    return { ...token, messages: [`unexpected argument \`${token.token}' to conditional unary operator`, `syntax error near \`${token.token}'`] };
  }
  if (message.startsWith('unexpected token') && errors.some((other) => other.message.startsWith("expected ']]'") && other.pos >= pos)) {
    const token = tokenAt(text, pos);
    return { ...token, messages: ['conditional binary operator expected', `syntax error near \`${token.token}'`] };
  }
  if (message.startsWith('expected three arithmetic')) {
    const open = text.lastIndexOf('((', pos);
    const header = text.slice(open, text.indexOf('))', open) + 2);
    return { token: '((', pos, end: false, messages: ['syntax error: arithmetic expression required', `syntax error: \`${header}'`] };
  }
  // `if;`: what ends a list that has not begun is what is wrong.
  if (message === "expected 'then'" || message === "expected 'do'") {
    const empty = /(?:^|[\s;&|({])(?:if|elif|while|until)[ \t]*(;)[^;]*$/.exec(text.slice(0, pos));
    if (empty?.[1] !== undefined) return { token: ';', pos: (empty.index ?? 0) + empty[0].indexOf(';', 1), end: false };
  }
  // Positions of these are the end of the token that was looked at.
  if (/^expected ['")]|^expected compound/.test(message)) {
    const token = tokenBefore(text, pos);
    if (token && !(message.startsWith('expected compound') && /\s/.test(text[pos - 1] ?? ' '))) return { ...token, end: false };
    if (message.startsWith('expected compound') && text.slice(pos).trim() !== '') return tokenAt(text, pos);
    if (message.startsWith('expected compound')) return { token: '', pos: text.length, end: true };
    return { token: '', pos: text.length, end: true };
  }
  // `echo (a)`: the parser skipped the parenthesis, and bash reads one word after it.
  if (message === "unexpected token ')'") {
    const call = /[^\s;&|()]+[ \t]*\(([ \t]*)([^\s;&|()]+)[^()]*$/.exec(text.slice(0, pos));
    if (call?.[2] !== undefined) return { token: call[2], pos, end: false };
  }
  const opening = message === 'expected command in subshell' || message === 'expected command in brace group';
  const newlines = message.startsWith('expected command') && message !== "expected command after 'coproc'";
  return tokenAt(text, opening ? pos + 1 : pos, newlines);
}

/** The token that ends at `pos`; undefined when blanks or the end of a line do. */
function tokenBefore(text: string, pos: number): { token: string; pos: number } | undefined {
  if (pos === 0 || /\s/.test(text[pos - 1] ?? ' ')) return undefined;
  const token = /(?:;;&|;;|;&|&&|\|\||\|&|[;&|()<>]|(?:\\[^]|[^\s;&|()<>])+)$/.exec(text.slice(0, pos))?.[0] ?? '';
  return { token, pos: pos - token.length };
}

const operators = /;;&|;;|;&|&&|\|\||\|&|<<-|<<<|<<|>>|<&|>&|<>|>\||&>>|&>|[;&|()<>]/y;

/** The token at or after `pos`. `newlines`: they are skipped, so that the end of the text is the end of the file. */
function tokenAt(text: string, pos: number, newlines = false): Fault {
  let at = pos;
  for (;;) {
    const rest = /(?:[ \t]|\\\n)*(?:#[^\n]*)?/y;
    rest.lastIndex = at;
    at += rest.exec(text)?.[0].length ?? 0;
    if (!newlines || text[at] !== '\n') break;
    at++;
  }
  if (at >= text.length) return { token: 'newline', pos: newlines ? text.length : text.length - 1, end: newlines };
  if (text[at] === '\n') return { token: 'newline', pos: at, end: false };
  operators.lastIndex = at;
  const operator = operators.exec(text)?.[0];
  if (operator !== undefined) return { token: operator, pos: at, end: false };
  const word = /(?:\\[^]|"(?:\\[^]|[^"\\])*"|'[^']*'|[^\s;&|()<>])+/y;
  word.lastIndex = at;
  return { token: word.exec(text)?.[0] ?? text[at] ?? '', pos: at, end: false };
}
