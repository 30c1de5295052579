import { expandReference } from '../expand/subscript.ts';
import { parseReference } from '../state/reference.ts';
import type { Shell } from '../state/shell.ts';
import { byteCharacter, decodeText, encodeText, sliceText, textLength } from '../text/byte-string.ts';
import { decodeEscapes } from '../text/escape.ts';
import { formatTime } from '../text/format-time.ts';
import { quoteBackslash } from '../text/quote.ts';
import { type Builtin, fail, invalidOption, textArguments, usage } from './builtin.ts';
import { formatFloat, formatInteger, type NumberLayout } from './printf-number.ts';
import { writeOutput } from './output.ts';

export const printf: Builtin = {
  name: 'printf', usage: '[-v var] format [arguments]', summary: 'Formats and prints ARGUMENTS under control of the FORMAT.',
  async run(shell, args) {
    let words = textArguments(args);
    let variable: string | undefined;
    while (words[0]?.startsWith('-') && words[0] !== '-') {
      const [option = ''] = words;
      if (option === '--') {
        words = words.slice(1);
        break;
      }
      if (!option.startsWith('-v') || shell.settings.dialect.name === 'dash') return invalidOption(shell, printf, option.slice(0, 2));
      if (option === '-v' && words[1] === undefined) {
        await shell.complain('printf: -v: option requires an argument');
        return usage(shell, printf);
      }
      variable = option.length > 2 ? option.slice(2) : words[1];
      words = words.slice(option.length > 2 ? 1 : 2);
    }
    const [format, ...values] = words;
    if (format === undefined) return usage(shell, printf);
    if (variable !== undefined && !parseReference(variable)) return fail(shell, 'printf', `\`${variable}': not a valid identifier`, 2);
    const formatter = new Formatter(shell, values);
    let text = '';
    do {
      text += formatter.once(format);
    } while (formatter.again());
    for (const message of formatter.messages) await shell.complain(`printf: ${message}`);
    if (variable === undefined) return (await writeOutput(shell, 'printf', text)) || formatter.status;
    const reference = await expandReference(shell, variable);
    if (reference?.subscript !== undefined) shell.variables.assignElement(reference.name, reference.subscript, text);
    else shell.variables.assign(variable, text);
    return formatter.status;
  },
};

const directive = /^%([-+ #0']*)(\*|\d+)?(?:\.(\*|-?\d*))?(?:[hljtzL]*)(\([^)]*\)T|[^])?/;

class Formatter {
  status = 0;
  readonly messages: string[] = [];
  readonly #shell: Shell;
  readonly #values: readonly string[];
  #next = 0;
  #used = false;
  #stopped = false;

  constructor(shell: Shell, values: readonly string[]) {
    this.#shell = shell;
    this.#values = values;
  }

  /** Whether arguments are left that the format has to be used for once more. */
  again(): boolean {
    return !this.#stopped && this.#used && this.#next < this.#values.length;
  }

  #take(): string | undefined {
    this.#used = true;
    return this.#values[this.#next++];
  }

  #fail(message: string): void {
    this.messages.push(message);
    this.status = 1;
  }

  once(format: string): string {
    let out = '';
    let literal = '';
    const flush = (): void => {
      const decoded = decodeEscapes(literal, 'printf');
      out += decoded.text;
      literal = '';
    };
    for (let index = 0; index < format.length && !this.#stopped; ) {
      const character = format[index] ?? '';
      if (character === '\\') {
        literal += format.slice(index, index + 2);
        index += 2;
        continue;
      }
      if (character !== '%') {
        literal += character;
        index++;
        continue;
      }
      flush();
      const match = directive.exec(format.slice(index));
      if (!match || match[4] === undefined) {
        const bad = format[index + 1];
        this.#fail(bad === undefined ? "`%': missing format character" : `\`${format.slice(index)}': missing format character`);
        this.#stopped = true;
        return out;
      }
      index += match[0].length;
      out += this.#convert(match);
    }
    flush();
    return out;
  }

  #convert(match: RegExpExecArray): string {
    const [, flags = '', widthText, precisionText, conversion = ''] = match;
    if (conversion === '%' && match[0] === '%%') return '%';
    if (/^[qQ(]/.test(conversion) && this.#shell.settings.dialect.name !== 'bash') {
      this.#fail(`${match[0]}: invalid directive`);
      this.#stopped = true;
      return '';
    }
    if (!/^[sbqQcdiuoxXeEfFgGaAn(]/.test(conversion)) {
      this.#fail(`\`${conversion}': invalid format character`);
      this.#stopped = true;
      return '';
    }
    const layout: NumberLayout = { minus: flags.includes('-'), plus: flags.includes('+'), space: flags.includes(' '), alternate: flags.includes('#'), zero: flags.includes('0'), width: 0, precision: undefined };
    if (widthText === '*') {
      layout.width = Number(this.#integer(this.#take()));
      if (layout.width < 0) {
        layout.minus = true;
        layout.width = -layout.width;
      }
    } else if (widthText !== undefined) layout.width = Number(widthText);
    if (precisionText === '*') {
      const precision = Number(this.#integer(this.#take()));
      layout.precision = precision < 0 ? undefined : precision;
    } else if (precisionText !== undefined) layout.precision = precisionText.startsWith('-') ? undefined : Number(precisionText || '0');
    if (conversion.startsWith('(')) return this.#string(this.#time(conversion.slice(1, -2)), layout);
    switch (conversion) {
      case 's': return this.#string(this.#take() ?? '', layout);
      case 'b': {
        const decoded = decodeEscapes(this.#take() ?? '', 'printf-b');
        if (decoded.stopped) this.#stopped = true;
        return this.#string(decoded.text, layout);
      }
      case 'q': {
        const value = this.#take() ?? '';
        return this.#string(quoteBackslash(value), layout);
      }
      case 'Q': {
        const value = this.#take() ?? '';
        return this.#string(quoteBackslash(layout.precision === undefined ? value : sliceText(value, 0, layout.precision)), { ...layout, precision: undefined });
      }
      case 'c': {
        const value = this.#take() ?? '';
        // A byte, not a character.
        return pad(value === '' ? '\0' : byteCharacter(encodeText(value.slice(0, 2))[0] ?? 0), layout);
      }
      case 'd':
      case 'i': return formatInteger(this.#integer(this.#take()), conversion, layout);
      case 'u':
      case 'o':
      case 'x':
      case 'X': return formatInteger(this.#integer(this.#take(), true), conversion, layout);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'a':
      case 'A': return formatFloat(this.#float(this.#take()), conversion, layout);
      case 'n': {
        this.#take();
        return '';
      }
      default:
        this.#fail(`\`${conversion}': invalid format character`);
        this.#stopped = true;
        return '';
    }
  }

  #string(text: string, layout: NumberLayout): string {
    return pad(layout.precision === undefined ? text : decodeText(encodeText(text).subarray(0, layout.precision)), layout);
  }

  #time(format: string): string {
    const value = this.#take();
    const shell = this.#shell;
    const now = shell.process.clock.now();
    const seconds = value === undefined || value === '-1' ? now / 1000 : value === '-2' ? shell.startTime / 1000 : Number(this.#integer(value));
    const zone = shell.variables.get('TZ');
    const text = formatTime(format === '' ? '%X' : format, Math.floor(seconds) * 1000, zone?.exported ? zone.value : undefined);
    // strftime(3) writes into 128 bytes, and nothing when they are too few.
    return encodeText(text).length < 128 ? text : '';
  }

  #integer(text: string | undefined, unsigned = false): bigint {
    if (text === undefined || text === '') return 0n;
    const trimmed = text.trimStart();
    if (trimmed.startsWith("'") || trimmed.startsWith('"')) return BigInt(trimmed.codePointAt(1) ?? 0);
    const match = /^([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/.exec(trimmed);
    if (!match) {
      this.#fail(`${text}: invalid number`);
      return 0n;
    }
    if (match[0].length < trimmed.length) {
      this.#fail(/^[+-]?0[xX]/.test(trimmed) ? `${text}: invalid hex number` : /^[+-]?0[0-9]/.test(trimmed) && /^[0-9]/.test(trimmed.slice(match[0].length)) ? `${text}: invalid octal number` : `${text}: invalid number`);
    }
    const digits = match[2] ?? '0';
    const magnitude = /^0[0-7]/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
    const value = match[1] === '-' ? -magnitude : magnitude;
    const [least, most] = unsigned ? [-maxUnsigned, maxUnsigned] : [-(1n << 63n), (1n << 63n) - 1n];
    if (value >= least && value <= most) return value;
    this.messages.push(`warning: ${text}: Numerical result out of range`);
    return unsigned || value > 0n ? most : least;
  }

  #float(text: string | undefined): number {
    if (text === undefined || text === '') return 0;
    const trimmed = text.trimStart();
    if (trimmed.startsWith("'") || trimmed.startsWith('"')) return trimmed.codePointAt(1) ?? 0;
    if (/^[+-]?inf(?:inity)?$/i.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity;
    if (/^[+-]?nan$/i.test(trimmed)) return NaN;
    const hex = /^([+-]?)(0[xX][0-9a-fA-F]+)$/.exec(trimmed);
    if (hex) return Number(hex[2]) * (hex[1] === '-' ? -1 : 1);
    const match = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(trimmed);
    if (!match || match[0].length < trimmed.length) this.#fail(`${text}: invalid number`);
    return match ? Number(match[0]) : 0;
  }
}

const maxUnsigned = (1n << 64n) - 1n;

/** Widths count bytes, as printf(3) does for `%s`. */
function pad(text: string, layout: NumberLayout): string {
  const length = textLength(text) === text.length && !/[^\x00-\x7f]/.test(text) ? text.length : encodeText(text).length;
  const fill = ' '.repeat(Math.max(0, layout.width - length));
  return layout.minus ? text + fill : fill + text;
}

