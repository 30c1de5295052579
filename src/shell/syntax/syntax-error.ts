import type { ParseError } from 'unbash';
import type { SourceUnit } from './source-unit.ts';

/** A syntax error in bash's words. `incomplete`: more input could mend it. */
export interface SyntaxComplaint {
  line: number;
  /** Lines to print, without prefix. */
  messages: string[];
  incomplete: boolean;
}

const closers: Record<string, string> = {
  'unterminated double quote': '"', 'unterminated single quote': "'", 'unterminated ANSI-C quote': "'", 'unterminated backtick': '`',
  'unterminated parameter expansion': '}', 'unterminated command substitution': ')', 'unterminated arithmetic expansion': ')',
  'unterminated arithmetic command': ')', 'unterminated process substitution': ')', 'unterminated extended glob': ')', 'unterminated array subscript': ']',
  'unterminated arithmetic for header': ')',
};

/** Words for the first of the parser's errors. `start`: where the command with the error begins. */
export function describeSyntaxError(unit: SourceUnit, errors: readonly ParseError[], start: number): SyntaxComplaint {
  const unterminated = errors.find((error) => closers[error.message] !== undefined);
  const { text } = unit;
  const error = unterminated ?? errors[0];
  if (!error) return { line: unit.line(start), messages: [], incomplete: false };
  const closer = closers[error.message];
  if (closer !== undefined) {
    const late = error.message === 'unterminated command substitution' && text[error.pos] === '$';
    return { line: late ? lastLine(unit) : unit.line(error.pos), messages: [`unexpected EOF while looking for matching \`${closer}'`], incomplete: true };
  }
  const found = tokenAt(text, skipFrom(error, text), /^expected (?:command|'|operand)/.test(error.message) && !/redirect|word after/.test(error.message));
  if (found.end) return { line: lastLine(unit), messages: ['syntax error: unexpected end of file'], incomplete: true };
  const line = unit.line(Math.min(found.pos, text.length));
  const shown = sourceLine(text, found.pos);
  if (/^unexpected argument|^expected operand after unary/.test(error.message)) {
    return { line, messages: [error.message.startsWith('unexpected') ? `unexpected argument \`${found.token}' to conditional binary operator` : `unexpected argument \`${found.token}' to conditional unary operator`, `syntax error near \`${found.token}'`, `\`${shown}'`], incomplete: false };
  }
  if (error.message.startsWith("expected ']]'")) {
    return { line, messages: [`syntax error in conditional expression: unexpected token \`${found.token}'`, `syntax error near \`${found.token}'`, `\`${shown}'`], incomplete: false };
  }
  return { line, messages: [`syntax error near unexpected token \`${found.token}'`, `\`${shown}'`], incomplete: false };
}

function lastLine(unit: SourceUnit): number {
  const { text } = unit;
  return unit.line(text.length) + (text.endsWith('\n') ? 0 : 1);
}

/** The parser gives the opening parenthesis for an empty subshell; bash complains about what follows it. */
function skipFrom(error: ParseError, text: string): number {
  return error.message === 'expected command in subshell' || error.message === 'expected command in brace group' ? error.pos + (text[error.pos] === '(' || text[error.pos] === '{' ? 1 : 0) : error.pos;
}

function sourceLine(text: string, pos: number): string {
  const start = text.lastIndexOf('\n', Math.min(pos, text.length) - 1) + 1;
  const end = text.indexOf('\n', pos);
  return text.slice(start, end < 0 ? undefined : end);
}

const operators = /;;&|;;|;&|&&|\|\||\|&|<<-|<<<|<<|>>|<&|>&|<>|>\||&>>|&>|[;&|()<>]/y;

/** The token at or after `pos`. `newlines`: they are skipped, so that the end of the text is the end of the file. */
function tokenAt(text: string, pos: number, newlines: boolean): { token: string; pos: number; end: boolean } {
  let at = pos;
  for (;;) {
    const rest = /(?:[ \t]|\\\n)*(?:#[^\n]*)?/y;
    rest.lastIndex = at;
    at += rest.exec(text)?.[0].length ?? 0;
    if (!newlines || text[at] !== '\n') break;
    at++;
  }
  if (at >= text.length) return { token: 'newline', pos: text.length, end: newlines };
  if (text[at] === '\n') return { token: 'newline', pos: at, end: false };
  operators.lastIndex = at;
  const operator = operators.exec(text)?.[0];
  if (operator !== undefined) return { token: operator, pos: at, end: false };
  const word = /(?:\\[^]|"(?:\\[^]|[^"\\])*"|'[^']*'|[^\s;&|()<>])+/y;
  word.lastIndex = at;
  return { token: word.exec(text)?.[0] ?? text[at] ?? '', pos: at, end: false };
}
