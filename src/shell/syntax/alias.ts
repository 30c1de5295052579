/** A text in which aliases were replaced up to `end`. */
export interface AliasExpansion {
  text: string;
  end: number;
}

/**
 * Replaces aliases in `text` from `from` to `to`, as bash does while it reads: words where a command may begin, and the word after a
 * value that ends in a blank. It goes by tokens, not by the tree: a value may open or close any command. undefined: nothing to replace.
 */
export function expandAliases(aliases: ReadonlyMap<string, string>, text: string, from: number, to: number): AliasExpansion | undefined {
  const scanner = new AliasScanner(aliases, text, from, to);
  scanner.commands(undefined);
  return scanner.changed ? { text: scanner.text, end: scanner.to } : undefined;
}

/** Words after which a command begins. */
const openers = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', '{', 'time', 'coproc']);
/** Where a `case` stands: its word, `in`, a pattern, a list of commands. */
type CasePlace = 'word' | 'in' | 'pattern' | 'body';

const blanks = /(?:[ \t]|\\\n)*/y;
const operator = /;;&|;;|;&|&&|\|\||\|&|<<-|<<<|<<|>>|<&|>&|<>|>\||&>>|&>|[;&|()<>]/y;

class AliasScanner {
  text: string;
  to: number;
  changed = false;
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #from: number;
  #at = 0;
  /** Replaced ranges: within one, its own name is not replaced again. */
  #shields: { name: string; start: number; end: number }[] = [];
  /** Ends of values whose last character is a blank. */
  #blankEnds: number[] = [];
  #documents: { delimiter: string; quoted: boolean; tabs: boolean }[] = [];

  constructor(aliases: ReadonlyMap<string, string>, text: string, from: number, to: number) {
    this.#aliases = aliases;
    this.text = text;
    this.#from = from;
    this.to = to;
  }

  /** Goes through commands to the end, or past the parenthesis that closes a substitution. */
  commands(until: ')' | undefined): void {
    let command = true;
    let depth = 0;
    let target: string | undefined;
    const cases: CasePlace[] = [];
    const place = (): CasePlace | undefined => cases[cases.length - 1];
    for (;;) {
      this.#skip(blanks);
      const { text } = this;
      if (this.#at >= text.length || (until === undefined && this.#at >= this.to && cases.length === 0 && depth === 0)) return;
      const character = text[this.#at];
      if (character === '\n') {
        this.#at++;
        this.#skipDocuments();
        command = place() !== 'pattern';
        continue;
      }
      if (character === '#') {
        const end = text.indexOf('\n', this.#at);
        this.#at = end < 0 ? text.length : end;
        continue;
      }
      if (command && text.startsWith('((', this.#at)) {
        this.#skipNested('(', ')');
        command = false;
        continue;
      }
      const token = /[<>]\(/y;
      token.lastIndex = this.#at;
      operator.lastIndex = this.#at;
      const found = token.test(text) ? undefined : operator.exec(text)?.[0];
      if (found !== undefined) {
        this.#at += found.length;
        if (/[<>]/.test(found)) target = found;
        else if (found.startsWith(';') && found.length > 1 && place() === 'body') cases[cases.length - 1] = 'pattern';
        else if (place() === 'pattern') {
          if (found === ')') cases[cases.length - 1] = 'body';
        } else if (found === '(') depth++;
        else if (found === ')') {
          if (depth === 0 && until) return;
          depth--;
        }
        command = !/[<>]/.test(found) ? place() !== 'pattern' : command;
        continue;
      }
      const start = this.#at;
      if ((command || this.#afterBlank(start)) && target === undefined && this.#replace()) continue;
      const word = this.#word();
      if (word === '') {
        this.#at++;
        continue;
      }
      if (target !== undefined) {
        if (target.startsWith('<<') && target !== '<<<') this.#documents.push({ delimiter: word.replace(/\\(.)|["']/g, '$1'), quoted: /["'\\]/.test(word), tabs: target === '<<-' });
        target = undefined;
      } else if (place() === 'word') cases[cases.length - 1] = 'in';
      else if (place() === 'in') cases[cases.length - 1] = 'pattern';
      else if (place() === 'pattern') {
        if (word === 'esac') cases.pop();
        command = false;
      } else if (/^\d+$/.test(word) && /[<>]/.test(this.text[this.#at] ?? '')) continue;
      else if (!command) continue;
      else if (word === 'case') {
        cases.push('word');
        command = false;
      } else if (word === 'esac') {
        cases.pop();
        command = false;
      } else if (word === '[[') {
        this.#skipTest();
        command = false;
      } else if (word === 'for' || word === 'select' || word === 'function') {
        command = false;
        this.#skip(blanks);
        if (this.#afterBlank(this.#at)) while (this.#replace()) continue;
        if (!this.text.startsWith('((', this.#at)) this.#word();
        this.#skip(blanks);
        if (word === 'function' || /do\b/y.test(this.text.slice(this.#at, this.#at + 3))) command = true;
      } else if (/^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/.test(word)) {
        if (word.endsWith('=') && this.text[this.#at] === '(') this.#skipNested('(', ')');
      } else command = openers.has(word);
    }
  }

  #skip(form: RegExp): void {
    form.lastIndex = this.#at;
    this.#at += form.exec(this.text)?.[0].length ?? 0;
  }

  #afterBlank(start: number): boolean {
    return this.#blankEnds.some((end) => end <= start && /^(?:[ \t]|\\\n)*$/.test(this.text.slice(end, start)));
  }

  /** Replaces the word here when it is an alias; what comes in its place is read next. */
  #replace(): boolean {
    const start = this.#at;
    const plain = /[^\s;&|()<>"'`$\\]+(?![^\s;&|()<>])/y;
    plain.lastIndex = start;
    const name = plain.exec(this.text)?.[0];
    const value = name === undefined ? undefined : this.#aliases.get(name);
    if (name === undefined || value === undefined || start < this.#from || start >= this.to) return false;
    if (this.#shields.some((shield) => shield.name === name && start >= shield.start && start < shield.end)) return false;
    const end = start + name.length;
    const delta = value.length - name.length;
    this.text = this.text.slice(0, start) + value + this.text.slice(end);
    this.to += delta;
    for (const shield of this.#shields) if (shield.end >= end) shield.end += delta;
    this.#blankEnds = this.#blankEnds.filter((one) => one < start || one >= end).map((one) => (one >= end ? one + delta : one));
    this.#shields.push({ name, start, end: start + value.length });
    if (/[ \t\n]$/.test(value)) this.#blankEnds.push(start + value.length);
    this.changed = true;
    return true;
  }

  /** Goes past a word; aliases inside its substitutions are replaced. */
  #word(): string {
    const start = this.#at;
    for (;;) {
      const character = this.text[this.#at];
      if (character === undefined || /[\s;&|()]/.test(character) || (/[<>]/.test(character) && this.text[this.#at + 1] !== '(')) break;
      if (/[<>]/.test(character)) {
        this.#at += 2;
        this.commands(')');
      } else if (character === '\\') this.#at += 2;
      else if (character === "'") this.#skipTo("'");
      else if (character === '"') this.#double('"');
      else if (character === '`') this.#skipTo('`');
      else if (character === '$') this.#dollar();
      else this.#at++;
    }
    return this.text.slice(start, this.#at);
  }

  #dollar(): void {
    const { text } = this;
    if (text.startsWith('$((', this.#at)) {
      this.#at++;
      this.#skipNested('(', ')');
    } else if (text.startsWith('$(', this.#at)) {
      this.#at += 2;
      this.commands(')');
    } else if (text.startsWith('${', this.#at)) {
      this.#at++;
      this.#skipNested('{', '}');
    } else if (text.startsWith("$'", this.#at)) {
      this.#at += 2;
      while (this.#at < text.length && text[this.#at] !== "'") this.#at += text[this.#at] === '\\' ? 2 : 1;
      this.#at++;
    } else this.#at++;
  }

  /** Goes past double quotes, or the body of a here-document that ends at `end`. */
  #double(end: '"' | number): void {
    if (end === '"') this.#at++;
    let length = this.text.length;
    while (this.#at < this.text.length && (end === '"' || this.#at < end + this.text.length - length)) {
      const character = this.text[this.#at];
      if (character === end) break;
      if (character === '\\') this.#at += 2;
      else if (character === '$') this.#dollar();
      else if (character === '`') this.#skipTo('`');
      else this.#at++;
      if (end === '"') length = this.text.length;
    }
    if (end === '"') this.#at++;
  }

  #skipTo(quote: string): void {
    this.#at++;
    while (this.#at < this.text.length && this.text[this.#at] !== quote) this.#at += quote === '`' && this.text[this.#at] === '\\' ? 2 : 1;
    this.#at++;
  }

  #skipNested(open: string, close: string): void {
    let depth = 0;
    while (this.#at < this.text.length) {
      const character = this.text[this.#at] ?? '';
      if (character === '\\') this.#at += 2;
      else if (character === "'") this.#skipTo("'");
      else if (character === '"') this.#double('"');
      else if (character === '`') this.#skipTo('`');
      else {
        this.#at++;
        if (character === open) depth++;
        else if (character === close && --depth === 0) return;
      }
    }
  }

  #skipTest(): void {
    const end = /(?<=\s)\]\](?=[\s;&|)]|$)/g;
    end.lastIndex = this.#at;
    this.#at = (end.exec(this.text)?.index ?? this.text.length) + 2;
  }

  #skipDocuments(): void {
    for (const { delimiter, quoted, tabs } of this.#documents.splice(0)) {
      let end = this.#at;
      for (;;) {
        const newline = this.text.indexOf('\n', end);
        const line = this.text.slice(end, newline < 0 ? undefined : newline);
        if ((tabs ? line.replace(/^\t+/, '') : line) === delimiter || newline < 0) break;
        end = newline + 1;
      }
      if (!quoted) this.#double(end);
      else this.#at = end;
      const newline = this.text.indexOf('\n', this.#at);
      this.#at = newline < 0 ? this.text.length : newline + 1;
    }
  }
}
