import { tm } from './calendar.ts';
import type { Memory } from './memory.ts';

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
/** Conversions that stand for several in the C locale. */
const composed: Readonly<Record<string, string>> = { c: '%a %b %e %H:%M:%S %Y', D: '%m/%d/%y', F: '%Y-%m-%d', R: '%H:%M', r: '%I:%M:%S %p', T: '%H:%M:%S', x: '%m/%d/%y', X: '%H:%M:%S' };
const isSpace = (char: string | undefined): boolean => char !== undefined && /[ \t\n\v\f\r]/.test(char);

/** The fields that a text gave, by the names of struct tm; those that it says nothing of are missing. */
type Fields = Partial<Record<keyof typeof tm, number>>;

/** strptime(3) of glibc in the C locale: what `text` says and how many characters it took; undefined where it does not match `format`. */
class TimeParser {
  readonly fields: Fields = {};
  readonly #text: string;
  #at = 0;
  #afternoon: boolean | undefined;
  #hour12 = false;
  #century: number | undefined;
  #weekOfYear: { week: number; first: 0 | 1 } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Characters that match `format`; undefined: it does not match. */
  parse(format: string): number | undefined {
    if (!this.#match(format)) return undefined;
    this.#finish();
    return this.#at;
  }

  #match(format: string): boolean {
    for (let i = 0; i < format.length; i++) {
      const char = format[i];
      if (isSpace(char)) {
        this.#skipSpace();
        continue;
      }
      if (char !== '%') {
        if (this.#text[this.#at] !== char) return false;
        this.#at++;
        continue;
      }
      while (/[-_0^#]/.test(format[i + 1] ?? '')) i++;
      i++;
      while (/\d/.test(format[i] ?? '')) i++;
      if (format[i] === 'E' || format[i] === 'O') i++;
      if (!this.#convert(format[i] ?? '')) return false;
    }
    return true;
  }

  #convert(conversion: string): boolean {
    const { fields } = this;
    const inner = composed[conversion];
    if (inner !== undefined) return this.#match(inner);
    switch (conversion) {
      case '%':
        return this.#literal('%');
      case 'n':
      case 't':
        this.#skipSpace();
        return true;
      case 'a':
      case 'A':
        return this.#name(days, 'weekday');
      case 'b':
      case 'B':
      case 'h':
        return this.#name(months, 'month');
      case 'C':
        return this.#number(0, 99, 2, (value) => (this.#century = value));
      case 'd':
      case 'e':
        return this.#number(1, 31, 2, (value) => (fields.day = value));
      case 'k':
      case 'H':
        return this.#number(0, 23, 2, (value) => {
          fields.hour = value;
          this.#hour12 = false;
        });
      case 'l':
      case 'I':
        return this.#number(1, 12, 2, (value) => {
          fields.hour = value % 12;
          this.#hour12 = true;
        });
      case 'j':
        return this.#number(1, 366, 3, (value) => (fields.yearDay = value - 1));
      case 'm':
        return this.#number(1, 12, 2, (value) => (fields.month = value - 1));
      case 'M':
        return this.#number(0, 59, 2, (value) => (fields.minute = value));
      case 'p':
      case 'P':
        return this.#halfDay();
      case 's':
        return this.#epoch();
      case 'S':
        return this.#number(0, 61, 2, (value) => (fields.second = value));
      case 'u':
        return this.#number(1, 7, 1, (value) => (fields.weekday = value % 7));
      case 'w':
        return this.#number(0, 6, 1, (value) => (fields.weekday = value));
      case 'g':
        return this.#number(0, 99, 2, () => undefined);
      case 'G':
        return this.#digits(4);
      case 'U':
        return this.#number(0, 53, 2, (week) => (this.#weekOfYear = { week, first: 0 }));
      case 'W':
        return this.#number(0, 53, 2, (week) => (this.#weekOfYear = { week, first: 1 }));
      case 'V':
        return this.#number(0, 53, 2, () => undefined);
      case 'y':
        return this.#number(0, 99, 2, (value) => (fields.year = value >= 69 ? value : value + 100));
      case 'Y':
        return this.#number(0, 9999, 4, (value) => {
          fields.year = value - 1900;
          this.#century = undefined;
        });
      case 'Z':
        while (this.#at < this.#text.length && !isSpace(this.#text[this.#at])) this.#at++;
        return true;
      case 'z':
        return this.#offset();
      default:
        return false;
    }
  }

  #skipSpace(): void {
    while (isSpace(this.#text[this.#at])) this.#at++;
  }

  #literal(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #number(from: number, to: number, digits: number, take: (value: number) => void): boolean {
    while (this.#text[this.#at] === ' ') this.#at++;
    let value = 0;
    let count = 0;
    // As glibc: a further digit is not taken where it would make the number too large.
    for (; count < digits && /\d/.test(this.#text[this.#at] ?? ''); count++) {
      value = value * 10 + Number(this.#text[this.#at]);
      this.#at++;
      if (value * 10 > to) {
        count = digits;
        break;
      }
    }
    if (count === 0 || value < from || value > to) return false;
    take(value);
    return true;
  }

  #digits(max: number): boolean {
    const found = new RegExp(`\\d{1,${max}}`, 'y');
    found.lastIndex = this.#at;
    const [match = ''] = found.exec(this.#text) ?? [];
    this.#at += match.length;
    return match !== '';
  }

  #name(names: readonly string[], field: 'weekday' | 'month'): boolean {
    const rest = this.#text.slice(this.#at).toLowerCase();
    for (const [index, name] of names.entries()) {
      const found = [name, name.slice(0, 3)].find((each) => rest.startsWith(each));
      if (found === undefined) continue;
      this.#at += found.length;
      this.fields[field] = index;
      return true;
    }
    return false;
  }

  #halfDay(): boolean {
    const half = this.#text.slice(this.#at, this.#at + 2).toLowerCase();
    if (half !== 'am' && half !== 'pm') return false;
    this.#at += 2;
    this.#afternoon = half === 'pm';
    return true;
  }

  #epoch(): boolean {
    const start = this.#at;
    while (/\d/.test(this.#text[this.#at] ?? '')) this.#at++;
    if (this.#at === start) return false;
    const date = new Date(Number(this.#text.slice(start, this.#at)) * 1000);
    const first = Date.UTC(date.getUTCFullYear(), 0, 1);
    Object.assign(this.fields, {
      second: date.getUTCSeconds(), minute: date.getUTCMinutes(), hour: date.getUTCHours(), day: date.getUTCDate(), month: date.getUTCMonth(), year: date.getUTCFullYear() - 1900,
      weekday: date.getUTCDay(), yearDay: Math.floor((date.getTime() - first) / 86400000), isDst: 0, offset: 0,
    } satisfies Fields);
    return true;
  }

  #offset(): boolean {
    this.#skipSpace();
    if (this.#literal('Z')) {
      this.fields.offset = 0;
      return true;
    }
    const found = /[+-](\d\d)(?::?(\d\d))?/y;
    found.lastIndex = this.#at;
    const match = found.exec(this.#text);
    if (!match || Number(match[2] ?? 0) >= 60) return false;
    this.#at += match[0].length;
    const seconds = Number(match[1]) * 3600 + Number(match[2] ?? 0) * 60;
    this.fields.offset = match[0].startsWith('-') ? -seconds : seconds;
    return true;
  }

  /** What follows from the rest, as glibc works it out at the end. */
  #finish(): void {
    const { fields } = this;
    if (this.#hour12 && this.#afternoon) fields.hour = (fields.hour ?? 0) + 12;
    if (this.#century !== undefined) fields.year = (fields.year === undefined ? 0 : fields.year % 100) + (this.#century - 19) * 100;
    const year = (fields.year ?? 0) + 1900;
    const dayOf = (ms: number): number => Math.round((ms - utc(year, 0, 1)) / 86400000);
    const hasYear = fields.year !== undefined;
    const dated = fields.month !== undefined && fields.day !== undefined;
    if (fields.yearDay !== undefined && hasYear && !dated) {
      const date = new Date(utc(year, 0, 1 + fields.yearDay));
      fields.month ??= date.getUTCMonth();
      fields.day ??= date.getUTCDate();
    }
    if (this.#weekOfYear && fields.weekday !== undefined && hasYear && !(fields.month !== undefined && fields.day !== undefined)) {
      const { week, first } = this.#weekOfYear;
      const januaryFirst = new Date(utc(year, 0, 1)).getUTCDay();
      const date = new Date(utc(year, 0, 1 + ((7 - (januaryFirst - first)) % 7) + (week - 1) * 7 + ((fields.weekday - first + 7) % 7)));
      fields.month = date.getUTCMonth();
      fields.day = date.getUTCDate();
    }
    // glibc works these out wherever a part of the date was given.
    if (hasYear || fields.month !== undefined || fields.day !== undefined) {
      const at = utc(year, fields.month ?? 0, fields.day ?? 0);
      fields.weekday ??= new Date(at).getUTCDay();
      fields.yearDay ??= dayOf(at);
    }
  }
}

function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(year, month, day);
}

/** strptime(3) on the module's memory: the address behind what matched, or 0. */
export function strptime(memory: Memory, text: number, format: number, into: number): number {
  const source = memory.text(text);
  const parser = new TimeParser(source);
  const taken = parser.parse(memory.text(format));
  if (taken === undefined) return 0;
  for (const [name, value] of Object.entries(parser.fields)) memory.view.setInt32(into + tm[name as keyof typeof tm], value, true);
  return text + new TextEncoder().encode(source.slice(0, taken)).length;
}
