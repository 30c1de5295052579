import { compileRegex, RegexError, UsageError } from '../program/index.ts';

/** Where a command applies. */
export type Address =
  | { kind: 'line'; number: number }
  | { kind: 'step'; first: number; step: number }
  | { kind: 'last' }
  | { kind: 'zero' }
  | { kind: 'regex'; regex: RegExp | undefined }
  | { kind: 'plus'; count: number }
  | { kind: 'multiple'; count: number };

/** A piece of a replacement: text, a group's number (0 is the whole match), or a change of case. */
export type Piece = string | number | { letterCase: 'L' | 'U' | 'l' | 'u' | 'E' };

/** One command of a script. */
export interface Command {
  name: string;
  from: Address | undefined;
  to: Address | undefined;
  negated: boolean;
  /** State of a range while it runs: the line it ends at, or Infinity. */
  active: boolean;
  end: number;
  /** Text of a, i, c; label of b, t, T; file of r, w. */
  text: string;
  /** Where a block ends or a branch leads: an index of the program. */
  target: number;
  number: number | undefined;
  regex: RegExp | undefined;
  replacement: Piece[];
  global: boolean;
  print: boolean;
  evaluate: boolean;
  map: Map<string, string>;
}

/** Parses a script; `parts` are the expressions it was given in; `sandbox` refuses what runs commands or touches files. Throws UsageError in sed's words. */
export function parseScript(parts: readonly { text: string; file: string | undefined }[], extended: boolean, sandbox = false): Command[] {
  const script = parts.map((part) => part.text).join('\n');
  const program: Command[] = [];
  const open: { index: number; at: number }[] = [];
  const labels = new Map<string, number>();
  let at = 0;

  const fail = (message: string, where = at): never => {
    let left = where;
    for (const [index, part] of parts.entries()) {
      if (left <= part.text.length + 1 || index === parts.length - 1) {
        if (part.file !== undefined) throw new UsageError(`file ${part.file} line ${part.text.slice(0, left).split('\n').length}: ${message}`, false);
        throw new UsageError(`-e expression #${index + 1}, char ${left}: ${message}`, false);
      }
      left -= part.text.length + 1;
    }
    throw new UsageError(message, false);
  };
  const outside = (where = at): void => {
    if (sandbox) fail('e/r/w commands disabled in sandbox mode', where);
  };
  const skip = (pattern: RegExp): void => {
    while (at < script.length && pattern.test(script.charAt(at))) at++;
  };
  const delimited = (delimiter: string, isRegex: boolean, unterminated: string): string => {
    let text = '';
    for (;;) {
      if (at >= script.length) fail(unterminated);
      const char = script.charAt(at++);
      if (char === delimiter) return text;
      if (char === '\\') {
        const next = script.charAt(at++);
        if (next === '' ) fail(unterminated);
        if (next === delimiter) text += isRegex && /[.*[\]^$+?(){}|]/.test(delimiter) && delimiter !== '/' ? `[${delimiter}]` : isRegex ? delimiter : delimiter === '&' ? '\\&' : next;
        else if (next === 'n' && isRegex) text += '\\n';
        else text += `\\${next}`;
      } else if (char === '[' && isRegex) {
        const close = /^\[\^?\]?(?:\[[:.=].*?[:.=]\]|[^\]\n])*\]/.exec(script.slice(at - 1));
        if (close && delimiter !== '[') {
          text += close[0];
          at += close[0].length - 1;
        } else if (close) text += char;
        else {
          // An open bracket takes the rest of the script with it.
          at = script.length;
          fail(unterminated);
        }
      } else text += char;
    }
  };
  const compile = (source: string, flags: { ignoreCase: boolean; multiline: boolean }, where: number): RegExp | undefined => {
    if (source === '') return undefined;
    try {
      return compileRegex(withCharacters(source, true), { extended, ignoreCase: flags.ignoreCase, scope: flags.multiline ? 'multiline' : 'buffer', flags: 'g', dialect: 'sed' });
    } catch (error) {
      if (error instanceof RegexError) fail(error.message, where);
      throw error;
    }
  };
  const number = (): number | undefined => {
    const digits = /^\d+/.exec(script.slice(at))?.[0];
    if (digits === undefined) return undefined;
    at += digits.length;
    return Number(digits);
  };
  const address = (second: boolean): Address | undefined => {
    const char = script.charAt(at);
    const value = number();
    if (value !== undefined) {
      if (script.charAt(at) === '~' && !second) {
        at++;
        return { kind: 'step', first: value, step: number() ?? 0 };
      }
      return value === 0 && !second ? { kind: 'zero' } : { kind: 'line', number: value };
    }
    if (char === '$') {
      at++;
      return { kind: 'last' };
    }
    if (char === '+' || char === '~') {
      at++;
      const count = number();
      if (!second) fail('invalid usage of +N or ~N as first address');
      if (count === undefined) fail('expected number');
      return char === '+' ? { kind: 'plus', count: count ?? 0 } : { kind: 'multiple', count: count ?? 0 };
    }
    if (char !== '/' && char !== '\\') return undefined;
    at++;
    let delimiter = '/';
    if (char === '\\') delimiter = script.charAt(at++);
    const source = delimited(delimiter, true, 'unterminated address regex');
    const flags = /^[IM]*/.exec(script.slice(at))?.[0] ?? '';
    at += flags.length;
    return { kind: 'regex', regex: compile(source, { ignoreCase: flags.includes('I'), multiline: flags.includes('M') }, at) };
  };
  const endOfCommand = (): void => {
    skip(/[ \t]/);
    const char = script.charAt(at);
    if (char === '' || char === '\n' || char === ';') at++;
    else if (char === '}' || char === '#') return;
    else {
      at++;
      fail('extra characters after command');
    }
  };
  const word = (): string => {
    skip(/[ \t]/);
    const text = /^[^\n]*/.exec(script.slice(at))?.[0] ?? '';
    at += text.length;
    return text;
  };
  const label = (): string => {
    skip(/[ \t]/);
    const text = /^[^\n;}]*/.exec(script.slice(at))?.[0] ?? '';
    at += text.length;
    return text.trim();
  };
  const textArgument = (): string => {
    skip(/[ \t]/);
    if (at >= script.length) fail('expected \\ after `a\', `c\' or `i\'');
    if (script.charAt(at) === '\\') {
      at++;
      skip(/[ \t]/);
      if (script.charAt(at) === '\n') at++;
      else if (at >= script.length) return '';
    }
    let text = '';
    while (at < script.length) {
      const char = script.charAt(at++);
      if (char === '\n') break;
      if (char === '\\' && at < script.length) {
        const next = script.charAt(at++);
        text += next === 't' ? '\t' : next;
      } else text += char;
    }
    return `${text}\n`;
  };

  while (at < script.length) {
    skip(/[\s;]/);
    if (at >= script.length) break;
    if (script.charAt(at) === '#') {
      word();
      continue;
    }
    const from = address(false);
    let to: Address | undefined;
    skip(/[ \t]/);
    if (from && script.charAt(at) === ',') {
      at++;
      skip(/[ \t]/);
      to = address(true);
      if (!to) {
        at = Math.min(at + 1, script.length);
        fail('unexpected `,\'');
      }
    }
    skip(/[ \t]/);
    let negated = false;
    while (script.charAt(at) === '!') {
      at++;
      if (negated) fail("multiple `!'s");
      negated = true;
      skip(/[ \t]/);
    }
    const name = script.charAt(at++);
    if (from?.kind === 'zero' && to?.kind !== 'regex') fail('invalid usage of line address 0');
    const command: Command = { name, from, to, negated, active: false, end: 0, text: '', target: -1, number: undefined, regex: undefined, replacement: [], global: false, print: false, evaluate: false, map: new Map() };
    if (from?.kind === 'zero') {
      command.active = true;
      command.end = Infinity;
    }
    switch (name) {
      case '': case '\n': fail('missing command', Math.min(at, script.length)); break;
      case '{': open.push({ index: program.length, at }); break;
      case '}': {
        const block = open.pop();
        if (!block) fail("unexpected `}'");
        else {
          const start = program[block.index];
          if (start) start.target = program.length;
        }
        if (from) fail("} doesn't want any addresses");
        endOfCommand();
        continue;
      }
      case '=': case 'd': case 'D': case 'g': case 'G': case 'h': case 'H': case 'n': case 'N': case 'p': case 'P': case 'x': case 'z': case 'F': endOfCommand(); break;
      case 'a': case 'i': case 'c': command.text = textArgument(); break;
      case ':':
        if (from) fail(': doesn\'t want any addresses');
        command.text = label();
        if (command.text === '') fail('":" lacks a label');
        labels.set(command.text, program.length);
        break;
      case 'b': case 't': case 'T':
        command.text = label();
        endOfCommand();
        break;
      case 'q': case 'Q': case 'l': case 'L':
        skip(/[ \t]/);
        command.number = number();
        endOfCommand();
        break;
      case 'r': case 'R': case 'w': case 'W':
        outside();
        command.text = word();
        if (command.text === '') fail('missing filename in r/R/w/W commands');
        break;
      case 'v':
        label();
        continue;
      case 'e':
        outside();
        command.text = word();
        break;
      case 's': substitute(command); break;
      case 'y': transliterate(command); break;
      default: fail(`unknown command: \`${name}'`);
    }
    program.push(command);
  }
  if (open.length) {
    throw new UsageError("-e expression #1, char 0: unmatched `{'", false);
  }
  for (const command of program) {
    if (!'btT'.includes(command.name)) continue;
    const target = command.text === '' ? program.length : labels.get(command.text);
    if (target === undefined) throw new UsageError(`can't find label for jump to \`${command.text}'`, false, 4);
    command.target = target;
  }
  return program;

  function substitute(command: Command): void {
    const delimiter = script.charAt(at++);
    const unterminated = "unterminated `s' command";
    if (delimiter === '' || delimiter === '\n' || delimiter === '\\') fail(unterminated);
    const source = delimited(delimiter, true, unterminated);
    const replacement = delimited(delimiter, false, unterminated);
    let ignoreCase = false;
    let multiline = false;
    for (; at < script.length; at++) {
      const flag = script.charAt(at);
      if ((flag === 'g' && command.global) || (flag === 'p' && command.print)) fail(`multiple \`${flag}' options to \`s' command`, at + 1);
      if (flag === 'g') command.global = true;
      else if (flag === 'p') command.print = true;
      else if (flag === 'i' || flag === 'I') ignoreCase = true;
      else if (flag === 'm' || flag === 'M') multiline = true;
      else if (flag === 'e') {
        outside(at + 1);
        command.evaluate = true;
      }
      else if (/\d/.test(flag)) {
        if (command.number !== undefined) fail("multiple number options to `s' command", at + 1);
        command.number = number();
        if (command.number === 0) fail("number option to `s' command may not be zero");
        at--;
      } else if (flag === 'w') {
        outside(at + 1);
        at++;
        command.text = word();
        break;
      } else break;
    }
    const where = at + (at < script.length ? 1 : 0);
    if (at < script.length && !/[\s;}#]/.test(script.charAt(at))) {
      at++;
      fail("unknown option to `s'");
    }
    command.regex = compile(source, { ignoreCase, multiline }, where);
    command.replacement = parseReplacement(replacement);
    const groups = command.regex ? (new RegExp(`${command.regex.source}|`, command.regex.flags).exec('')?.length ?? 1) - 1 : 9;
    for (const piece of command.replacement) if (typeof piece === 'number' && piece > groups) fail(`invalid reference \\${piece} on \`s' command's RHS`, where);
    endOfCommand();
  }

  function transliterate(command: Command): void {
    const delimiter = script.charAt(at++);
    const unterminated = "unterminated `y' command";
    const unescape = (text: string): string[] => [...withCharacters(text, false).replace(/\\([ntrfva\\])/g, (_, char: string) => ({ n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' })[char] ?? '\\')];
    const from = unescape(delimited(delimiter, false, unterminated));
    const to = unescape(delimited(delimiter, false, unterminated));
    if (from.length !== to.length) fail("strings for `y' command are different lengths");
    from.forEach((char, index) => command.map.set(char, to[index] ?? ''));
    endOfCommand();
  }
}

/** Puts in the characters that are given by number: `\d065`, `\o101`, `\x41`, `\cA`; those with a meaning stay quoted. */
function withCharacters(text: string, inRegex: boolean): string {
  return text.replace(/\\(?:d(\d{3})|o([0-7]{3})|x([0-9a-fA-F]{2})|c(.)|([^]))/g, (whole, decimal?: string, octal?: string, hexadecimal?: string, control?: string) => {
    const code = decimal !== undefined ? Number(decimal) : octal !== undefined ? Number.parseInt(octal, 8) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : control !== undefined ? control.toUpperCase().charCodeAt(0) ^ 64 : undefined;
    if (code === undefined) return whole;
    const char = String.fromCharCode(code & 255);
    return (inRegex ? /[.*[\]^$\\/]/ : /[&\\]/).test(char) ? `\\${char}` : char;
  });
}

/** Reads the right-hand side of `s`. */
function parseReplacement(source: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) pieces.push(plain);
    plain = '';
  };
  const text = withCharacters(source, false);
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '&') {
      flush();
      pieces.push(0);
    } else if (char !== '\\') plain += char;
    else {
      const next = text.charAt(++at);
      if (/\d/.test(next)) {
        flush();
        pieces.push(Number(next));
      } else if (/[LUluE]/.test(next)) {
        flush();
        pieces.push({ letterCase: next as 'L' });
      } else plain += { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' }[next] ?? next;
    }
  }
  flush();
  return pieces;
}
