import { byteCharacter, normalizeText } from './byte-string.ts';

const simple: Record<string, string> = { a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' };

/** Where the escapes are read; each has its own rules for octal numbers and `\c`. */
export type EscapeStyle = 'echo' | 'printf' | 'printf-b' | 'ansi-c';

/** The text with backslash escapes replaced. `stopped`: a `\c` ended it. */
export function decodeEscapes(text: string, style: EscapeStyle): { text: string; stopped: boolean } {
  if (!text.includes('\\')) return { text, stopped: false };
  let out = '';
  let index = 0;
  while (index < text.length) {
    const character = text[index] ?? '';
    if (character !== '\\' || index + 1 >= text.length) {
      out += character;
      index += 1;
      continue;
    }
    const next = text[index + 1] ?? '';
    const plain = simple[next];
    if (plain !== undefined) {
      out += plain;
      index += 2;
    } else if (next === 'c' && style !== 'ansi-c' && style !== 'printf') {
      return { text: normalizeText(out), stopped: true };
    } else if (next === 'c' && style === 'ansi-c' && index + 2 < text.length) {
      const control = text[index + 2] ?? '';
      out += control === '?' ? '\x7f' : String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f);
      index += control === '\\' && text[index + 3] === '\\' ? 4 : 3;
    } else if ((next === "'" || next === '"' || next === '?') && (style === 'ansi-c' || style === 'printf' || (style === 'printf-b' && next !== '?'))) {
      out += next;
      index += 2;
    } else {
      const number = numericEscape(text, index + 1, style);
      if (number) {
        out += number.text;
        index = number.end;
      } else {
        out += `\\${next}`;
        index += 2;
      }
    }
  }
  return { text: normalizeText(out), stopped: false };
}

function numericEscape(text: string, at: number, style: EscapeStyle): { text: string; end: number } | undefined {
  const rest = text.slice(at, at + 10);
  const octal = style === 'echo' ? /^0([0-7]{0,3})/ : style === 'printf-b' ? /^0?([0-7]{1,3})|^0/ : /^([0-7]{1,3})/;
  let match = octal.exec(rest);
  if (match) return { text: byteCharacter(parseInt(match[1] || '0', 8) & 0xff), end: at + match[0].length };
  match = /^x([0-9a-fA-F]{1,2})/.exec(rest);
  if (match?.[1]) return { text: byteCharacter(parseInt(match[1], 16)), end: at + match[0].length };
  if (style === 'ansi-c') {
    const braced = /^x\{([0-9a-fA-F]*)\}?/.exec(text.slice(at));
    if (braced) return { text: byteCharacter(parseInt(braced[1] || '0', 16) & 0xff), end: at + braced[0].length };
  }
  match = /^u([0-9a-fA-F]{1,4})|^U([0-9a-fA-F]{1,8})/.exec(rest);
  if (match) {
    const code = parseInt(match[1] ?? match[2] ?? '0', 16);
    return { text: codePoint(code), end: at + match[0].length };
  }
  return undefined;
}

/** The character of a code point; one that Unicode lacks gives U+FFFD. */
export function codePoint(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}
