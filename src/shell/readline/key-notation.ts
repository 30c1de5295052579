import { encodeText } from '../text/byte-string.ts';

const letters: Record<string, string> = { a: '\x07', b: '\b', d: '\x7f', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

const control = (key: string): string => (key === '?' ? '\x7f' : String.fromCharCode((key.toUpperCase().codePointAt(0) ?? 0) & 0x1f));

/** One character a byte, as keymaps hold sequences. */
const bytesOf = (text: string): string => String.fromCharCode(...encodeText(text));

/** Reads what stands between quotes in a binding: `\C-x\e[A` and the like. */
export function parseSequence(text: string): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const prefixed = /^\\(C-|M-)+/.exec(rest);
    if (prefixed) {
      at += prefixed[0].length;
      const escaped = /^\\([\\"'abdefnrtv])/.exec(text.slice(at));
      let key = escaped ? (letters[escaped[1] ?? ''] ?? escaped[1] ?? '') : text[at] ?? '';
      at += escaped ? 2 : 1;
      if (prefixed[0].includes('C-')) key = control(key);
      out += (prefixed[0].includes('M-') ? '\x1b' : '') + key;
      continue;
    }
    const number = /^\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3}))/.exec(rest);
    if (number) {
      out += String.fromCharCode(parseInt(number[1] ?? number[2] ?? '0', number[1] === undefined ? 8 : 16) & 255);
      at += number[0].length;
    } else if (rest.startsWith('\\') && rest.length > 1) {
      out += letters[rest[1] ?? ''] ?? rest[1] ?? '';
      at += 2;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      out += bytesOf(character);
      at += character.length;
    }
  }
  return out;
}

const keyNames: Record<string, string> = { del: '\x7f', esc: '\x1b', escape: '\x1b', lfd: '\n', newline: '\n', ret: '\r', return: '\r', rubout: '\x7f', space: ' ', spc: ' ', tab: '\t' };

/** Reads an unquoted key name: `Control-u`, `Meta-Rubout`, `C-x`. */
export function parseKeyName(text: string): string {
  const modifiers = /^(?:(?:control|ctrl|c|meta|m)-)*/i.exec(text)?.[0] ?? '';
  const name = text.slice(modifiers.length);
  const key = keyNames[name.toLowerCase()] ?? name.slice(0, 1);
  const base = /(?:^|-)(?:control|ctrl|c)-/i.test(modifiers) ? control(key) : key;
  return (/(?:^|-)(?:meta|m)-/i.test(modifiers) ? '\x1b' : '') + base;
}

/** A sequence as `bind -p` writes it between quotes. */
export function showSequence(sequence: string): string {
  return [...sequence].map((character) => {
    const code = character.charCodeAt(0);
    if (code === 0x1b) return '\\e';
    if (code === 0x7f) return '\\C-?';
    if (code < 0x20) return code === 0x1c ? '\\C-\\\\' : `\\C-${String.fromCharCode(code + 0x40).toLowerCase()}`;
    if (character === '"' || character === '\\') return `\\${character}`;
    return code < 0x80 ? character : `\\${code.toString(8)}`;
  }).join('');
}
