import { quote, UsageError } from '../program/index.ts';
import { textOf } from '../program/index.ts';

const simple: Record<string, string> = { a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"' };

/** Backslash escapes of echo -e and of printf's format and %b. `stop`: `\c` was met. */
export function unescape(text: string, dialect: 'echo' | 'format' | 'b'): { text: string; stop: boolean } {
  let out = '';
  let bytes: number[] = [];
  const flush = (): void => {
    if (bytes.length) out += textOf(Uint8Array.from(bytes));
    bytes = [];
  };
  for (let at = 0; at < text.length; at++) {
    const rest = text.slice(at);
    const octal = (dialect === 'format' ? /^\\([0-7]{1,3})/ : dialect === 'b' ? /^\\0?([0-7]{1,3})/ : /^\\0([0-7]{0,3})/).exec(rest);
    const hex = /^\\x([0-9a-fA-F]{1,2})/.exec(rest);
    const byte = octal ? Number.parseInt(octal[1] || '0', 8) & 255 : hex ? Number.parseInt(hex[1] ?? '0', 16) : undefined;
    if (byte !== undefined) {
      bytes.push(byte);
      at += (octal ?? hex ?? [''])[0].length - 1;
      continue;
    }
    flush();
    const unicode = /^\\u([0-9a-fA-F]{1,4})|^\\U([0-9a-fA-F]{1,8})/.exec(rest);
    if (unicode) {
      out += String.fromCodePoint(Number.parseInt(unicode[1] ?? unicode[2] ?? '0', 16));
      at += unicode[0].length - 1;
      continue;
    }
    if (text[at] !== '\\' || at + 1 >= text.length) {
      out += text[at];
      continue;
    }
    const next = text.charAt(at + 1);
    if (next === 'c') return { text: out, stop: true };
    const value = dialect === 'echo' && next === '"' ? undefined : simple[next];
    out += value ?? `\\${next}`;
    at++;
  }
  flush();
  return { text: out, stop: false };
}

/** Quotes a word so that a shell reads it back: printf %q. */
function shellQuote(word: string): string {
  if (word === '') return "''";
  return /^[\w@%+=:,./-]+$/.test(word) ? word : quote(word);
}

/** Formats as printf(1) does: the format is used again while arguments are left. Warnings come in `complaints`. */
export function formatPrintf(format: string, words: readonly string[]): { text: string; complaints: string[] } {
  const complaints: string[] = [];
  const left = [...words];
  let out = '';
  do {
    const before = left.length;
    let stopped = false;
    const pieces = format.match(/%(?:%|[-+ #0']*(?:\*|\d+)?(?:\.(?:\*|-?\d+)?)?[hlLjzt]*.?)|(?:\\[^]|[^%\\])+|\\$|%/gs) ?? [];
    for (const piece of pieces) {
      if (!piece.startsWith('%')) {
        const plain = unescape(piece, 'format');
        out += plain.text;
        stopped = plain.stop;
      } else if (piece === '%%') out += '%';
      else {
        const one = directive(piece, left, complaints);
        out += one.text;
        stopped = one.stop;
      }
      if (stopped) return { text: out, complaints };
    }
    if (left.length === before) break;
  } while (left.length > 0);
  return { text: out, complaints };
}

function directive(piece: string, left: string[], complaints: string[]): { text: string; stop: boolean } {
  const match = /^%([-+ #0']*)(\*|\d+)?(?:(\.)(\*|-?\d+)?)?[hlLjzt]*(.)?$/s.exec(piece);
  const conversion = match?.[5];
  if (!match || conversion === undefined || !'diouxXeEfFgGaAcsbq'.includes(conversion)) throw new UsageError(`${piece}: invalid conversion specification`, false);
  let [, flags = ''] = match;
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : text === '*' ? toNumber(left.shift() ?? '0', complaints) : Number(text));
  let width = number(match[2]);
  const precision = match[3] ? number(match[4]) ?? 0 : undefined;
  if (width !== undefined && width < 0) {
    width = -width;
    flags += '-';
  }
  const pad = (text: string, zero = false): string => {
    if (width === undefined) return text;
    if (flags.includes('-')) return text.padEnd(width);
    if (zero && flags.includes('0')) {
      const sign = /^[-+ ]?(?:0[xX])?/.exec(text)?.[0] ?? '';
      return sign + text.slice(sign.length).padStart(width - sign.length, '0');
    }
    return text.padStart(width);
  };
  const word = left.shift();
  switch (conversion) {
    case 's': return { text: pad(precision === undefined ? word ?? '' : [...(word ?? '')].slice(0, precision).join('')), stop: false };
    case 'q': return { text: pad(shellQuote(word ?? '')), stop: false };
    case 'c': return { text: pad((word ?? '').slice(0, 1)), stop: false };
    case 'b': {
      const { text, stop } = unescape(word ?? '', 'b');
      return { text: pad(precision === undefined ? text : text.slice(0, precision)), stop };
    }
    default: return { text: pad(formatNumber(conversion, toNumber(word ?? '0', complaints), flags, precision, word), !('diouxX'.includes(conversion) && precision !== undefined)), stop: false };
  }
}

function toNumber(word: string, complaints: string[]): number {
  if (word === '') return 0;
  if (word.startsWith('"') || word.startsWith("'")) return word.codePointAt(1) ?? 0;
  const match = /^\s*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]+(?![\d.])|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf(?:inity)?|nan)/i.exec(word);
  if (!match) {
    complaints.push(`${quote(word)}: expected a numeric value`);
    return 0;
  }
  if (match[0].length < word.length) complaints.push(`${quote(word)}: value not completely converted`);
  const digits = match[2] ?? '';
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : /^inf/i.test(digits) ? Infinity : /^nan/i.test(digits) ? NaN : Number(digits);
  return match[1] === '-' ? -value : value;
}

function formatNumber(conversion: string, value: number, flags: string, precision: number | undefined, word: string | undefined): string {
  const signed = (text: string, negative: boolean): string => (negative ? `-${text}` : flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text);
  if ('diouxX'.includes(conversion)) {
    let exact: bigint;
    const whole = /^\s*([-+]?)(\d+|0[xX][0-9a-fA-F]+)$/.exec(word ?? '');
    exact = whole && !/^0\d/.test(whole[2] ?? '') ? BigInt(whole[2] ?? 0) * (whole[1] === '-' ? -1n : 1n) : BigInt(Math.trunc(Number.isFinite(value) ? value : 0));
    const negative = exact < 0n;
    if (negative) exact = conversion === 'd' || conversion === 'i' ? -exact : exact + (1n << 64n);
    const radix = conversion === 'o' ? 8 : conversion.toLowerCase() === 'x' ? 16 : 10;
    let digits = exact.toString(radix).padStart(precision ?? 0, '0');
    if (flags.includes('#') && exact !== 0n) digits = (radix === 8 ? '0' : radix === 16 ? '0x' : '') + digits;
    if (conversion === 'X') digits = digits.toUpperCase();
    return conversion === 'd' || conversion === 'i' ? signed(digits, negative) : digits;
  }
  const text = formatFloat(conversion, Math.abs(value), precision ?? 6, flags.includes('#'));
  return signed(text, value < 0 || Object.is(value, -0));
}

/** %e, %f and %g of printf(3) for a value that is not negative. */
export function formatFloat(conversion: string, value: number, precision: number, keepZeros = false): string {
  const lower = conversion.toLowerCase();
  const cased = (text: string): string => (conversion === lower ? text : text.toUpperCase());
  if (!Number.isFinite(value)) return cased(Number.isNaN(value) ? 'nan' : 'inf');
  const exponent = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2');
  if (lower === 'f') return value >= 1e21 ? BigInt(value).toString() + (precision ? `.${'0'.repeat(precision)}` : '') : value.toFixed(Math.min(precision, 100));
  if (lower === 'e') return cased(exponent(value.toExponential(Math.min(precision, 100))));
  const digits = Math.max(1, precision);
  const power = value === 0 ? 0 : Number(/e([-+]\d+)$/.exec(value.toExponential(Math.min(digits - 1, 100)))?.[1] ?? 0);
  let text = power < -4 || power >= digits ? exponent(value.toExponential(Math.min(digits - 1, 100))) : value.toFixed(Math.max(0, digits - 1 - power));
  if (!keepZeros && text.includes('.')) text = text.replace(/\.?0+(?=e|$)/, '');
  return cased(text);
}
