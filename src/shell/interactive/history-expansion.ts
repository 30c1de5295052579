import { historyWords } from './history-words.ts';

/** A line after `!` was expanded (`print`: `:p` asks not to run it), or why it could not be. */
export type HistoryExpansion = { kind: 'line'; text: string; print?: boolean } | { kind: 'error'; message: string };

/** What expansions remember from one to the next. */
export interface HistoryMemory {
  search: string;
  old: string;
  replacement: string;
  /** The word that the last `!?text?` found. */
  found: string;
}

/** Thrown inside when an expansion fails. */
class ExpansionFailure {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

class Expander {
  readonly #line: string;
  readonly #history: readonly string[];
  readonly #base: number;
  readonly #memory: HistoryMemory;
  readonly #quote: string;
  #at = 0;
  print = false;

  constructor(line: string, history: readonly string[], base: number, memory: HistoryMemory, quote: string) {
    this.#line = line;
    this.#quote = quote;
    this.#history = history;
    this.#base = base;
    this.#memory = memory;
  }

  run(): string {
    const line = this.#line;
    if (line.startsWith('^') && this.#quote !== "'") return this.#quick();
    let text = '';
    let quote = this.#quote;
    while (this.#at < line.length) {
      const character = line[this.#at] ?? '';
      if (character === '\\' && quote !== "'") {
        text += line.slice(this.#at, this.#at + 2);
        this.#at += 2;
        continue;
      }
      if (quote === '' && (character === "'" || character === '"')) quote = character;
      else if (character === quote) quote = '';
      if (character === '#' && quote === '' && /(?:^|\s)$/.test(line.slice(0, this.#at))) return text + line.slice(this.#at);
      if (character !== '!' || quote === "'" || !this.#starts(quote)) {
        text += character;
        this.#at++;
        continue;
      }
      this.#at++;
      text += this.#reference(text, quote);
    }
    return text;
  }

  #starts(quote: string): boolean {
    const next = this.#line[this.#at + 1];
    const before = this.#line.slice(Math.max(0, this.#at - 2), this.#at);
    if (next === undefined || /[\s=]/.test(next) || (next === '(' )) return false;
    if (quote === '"' && next === '"') return false;
    return !(before.endsWith('${') || before.endsWith('[') || before.endsWith('$'));
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#line);
    if (match) this.#at += match[0].length;
    return match ?? undefined;
  }

  #quick(): string {
    const [whole = '', old = '', replacement = '', rest = ''] = /^\^((?:\\.|[^^\\])*)\^((?:\\.|[^^\\])*)\^?(.*)$/s.exec(this.#line) ?? [];
    const last = this.#history[this.#history.length - 1];
    if (whole === '' || last === undefined) throw new ExpansionFailure(`${this.#line}: event not found`);
    if (!last.includes(old)) throw new ExpansionFailure(`:s${this.#line}: substitution failed`);
    Object.assign(this.#memory, { old, replacement });
    return last.replace(old, () => replacement.replace(/\\\^/g, '^')) + rest;
  }

  #reference(textBefore: string, quote: string): string {
    const start = this.#at - 1;
    const event = this.#event(textBefore, quote);
    const specifier = this.#take(/:?([$^*%]|-)|:(\d+(?:[-*](?:\d+|\$)?)?|[$^]-(?:\d+|\$)?|-\d+)/);
    const words = specifier?.[1] === '-' && !/\d|\$/.test(this.#line[this.#at] ?? '') ? '0-' : specifier?.[1] ?? specifier?.[2];
    let text = words === undefined ? event : this.#select(event, words === '-' ? `0-${this.#take(/\d+|\$/)?.[0] ?? ''}` : words, this.#line.slice(start, this.#at));
    for (;;) {
      const modifier = this.#take(/:(?:[ga]*G?)(?:s(.)((?:\\[^]|(?!\1)[^])*)(?:\1((?:\\[^]|(?!\1)[^])*)\1?)?|[htrepqx&])/);
      if (!modifier) return text;
      text = this.#modify(text, modifier);
    }
  }

  #event(textBefore: string, quote: string): string {
    const start = this.#at;
    const history = this.#history;
    const next = this.#line[this.#at] ?? '';
    const missing = (): never => {
      throw new ExpansionFailure(`${this.#line.slice(start - 1, this.#at)}: event not found`);
    };
    if (next === '!') {
      this.#at++;
      return history[history.length - 1] ?? missing();
    }
    if (next === '#') {
      this.#at++;
      return textBefore;
    }
    if (/[$^*:%]/.test(next)) return history[history.length - 1] ?? missing();
    const number = this.#take(/-?\d+/);
    if (number) return history[number[0].startsWith('-') ? history.length + Number(number[0]) : Number(number[0]) - this.#base] ?? missing();
    const searched = this.#take(/\?([^?\n]*)\??/);
    if (searched) {
      const wanted = searched[1] || this.#memory.search;
      const line = history.findLast((one) => one.includes(wanted)) ?? missing();
      this.#memory.search = wanted;
      this.#memory.found = historyWords(line).find((word) => word.includes(wanted)) ?? '';
      return line;
    }
    const prefix = this.#take(quote === '"' ? /[^\s:;&()|<>"]+/ : /[^\s:;&()|<>$^*%-][^\s:;&()|<>]*/)?.[0] ?? '';
    if (prefix === '') return missing();
    return history.findLast((line) => line.startsWith(prefix)) ?? missing();
  }

  #select(event: string, specifier: string, whole: string): string {
    const words = historyWords(event);
    const last = words.length - 1;
    const bad = (): never => {
      throw new ExpansionFailure(`${whole.replace(/^!+[^:$^*%]*:?/, '') === '' ? whole : `:${whole.replace(/^![^:$^*%]*:?/, '')}`}: bad word specifier`);
    };
    if (specifier === '%') return this.#memory.found;
    if (specifier === '$') return words[last] ?? '';
    if (specifier === '^') return words[1] ?? bad();
    if (specifier === '*') return words.slice(1).join(' ');
    const [, from = '', dash = '', to = ''] = /^(\d+|[$^])?([-*])?(\d+|\$)?$/.exec(specifier) ?? [];
    const place = (text: string, otherwise: number): number => (text === '$' ? last : text === '^' ? 1 : text === '' ? otherwise : Number(text));
    const first = place(from, 0);
    if (first > last) return dash === '*' && first === last + 1 ? '' : bad();
    if (dash === '') return words[first] ?? bad();
    const end = dash === '*' ? last : place(to, last - 1);
    if (end > last || end < first) return end < first && to === '' ? '' : bad();
    return words.slice(first, end + 1).join(' ');
  }

  #modify(text: string, match: RegExpExecArray): string {
    const [whole, delimiter, old, replacement = ''] = match;
    const globally = /^:[ga]/.test(whole) || /^:G/.test(whole);
    if (delimiter !== undefined) {
      const memory = this.#memory;
      memory.old = (old ?? '') === '' ? memory.old || memory.search : (old ?? '').replaceAll(`\\${delimiter}`, delimiter);
      memory.replacement = replacement.replaceAll(`\\${delimiter}`, delimiter).replace(/\\&|&/g, (one) => (one === '&' ? memory.old : '&'));
      return this.#substitute(text, globally, whole);
    }
    switch (whole.slice(-1)) {
      case 'h': return text.replace(/\/[^/]*$/, '');
      case 't': return text.replace(/^.*\//s, '');
      case 'r': return text.replace(/\.[^./]*$/, '');
      case 'e': return /\.[^./]*$/.exec(text)?.[0] ?? '';
      case 'q': return `'${text.replaceAll("'", "'\\''")}'`;
      case 'x': return text.split(/\s+/).map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
      case '&': return this.#substitute(text, globally, whole);
      default:
        this.print = true;
        return text;
    }
  }

  #substitute(text: string, globally: boolean, whole: string): string {
    const { old, replacement } = this.#memory;
    if (old === '' || !text.includes(old)) throw new ExpansionFailure(`${whole}: substitution failed`);
    return globally ? text.replaceAll(old, () => replacement) : text.replace(old, () => replacement);
  }
}

/** Replaces `!!`, `!n`, `!text`, `!$` and their kin, except in single quotes. `base`: number of the first line of the history. `quote`: the one that a line before has left open. */
export function expandHistory(line: string, history: readonly string[], base: number, memory: HistoryMemory = { search: '', old: '', replacement: '', found: '' }, quote: "'" | '"' | '' = ''): HistoryExpansion {
  const expander = new Expander(line, history, base, memory, quote);
  try {
    const text = expander.run();
    return expander.print ? { kind: 'line', text, print: true } : { kind: 'line', text };
  } catch (error) {
    if (error instanceof ExpansionFailure) return { kind: 'error', message: error.message };
    throw error;
  }
}
