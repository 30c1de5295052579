import { goQuote } from '../../../base/go/index.ts';
import { parseGoBool } from './go-number.ts';
import { FlagValueError, type Flag, type FlagEnvironment, type FlagTable } from './flag.ts';

/** A command line that does not fit the flags; the message is pflag's. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
}

/** What a command line says. */
export interface ParsedFlags {
  /** Every flag's value, given or initial. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of the flags that were given. */
  readonly changed: ReadonlySet<string>;
  /** The other words. */
  readonly args: readonly string[];
  /** `--help`, or `-h` where that is not another flag. Nothing after it was read. */
  readonly help: boolean;
  /** Lines about deprecated flags, to be shown on stderr. */
  readonly notices: readonly string[];
}

export interface ParseOptions {
  /** Whether flags may follow arguments (default); else the first argument ends them. */
  interspersed?: boolean;
  environment: FlagEnvironment;
}

/** Reads a command line by the rules of spf13/pflag. Throws FlagError. */
export function parseFlags(table: FlagTable, words: readonly string[], options: ParseOptions): ParsedFlags {
  const reader = new FlagReader(table, words, options);
  return reader.read();
}

class FlagReader {
  readonly #table: FlagTable;
  readonly #shorthands: ReadonlyMap<string, string>;
  readonly #words: string[];
  readonly #options: ParseOptions;
  readonly #values: Record<string, unknown> = {};
  readonly #changed = new Set<string>();
  readonly #args: string[] = [];
  readonly #notices: string[] = [];
  #help = false;

  constructor(table: FlagTable, words: readonly string[], options: ParseOptions) {
    this.#table = table;
    this.#words = [...words];
    this.#options = options;
    this.#shorthands = new Map(Object.entries(table).flatMap(([name, flag]): [string, string][] => (flag.shorthand === undefined ? [] : [[flag.shorthand, name]])));
    for (const [name, flag] of Object.entries(table)) this.#values[name] = flag.initial;
  }

  read(): ParsedFlags {
    for (let word = this.#words.shift(); word !== undefined && !this.#help; word = this.#words.shift()) {
      if (word === '--') {
        this.#args.push(...this.#words.splice(0));
      } else if (!word.startsWith('-') || word === '-') {
        this.#args.push(word);
        if (this.#options.interspersed === false) this.#args.push(...this.#words.splice(0));
      } else if (word.startsWith('--')) {
        this.#long(word);
      } else {
        this.#short(word);
      }
    }
    return { values: this.#values, changed: this.#changed, args: this.#args, help: this.#help, notices: this.#notices };
  }

  #long(word: string): void {
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    if (name === '' || name.startsWith('-')) throw new FlagError(`bad flag syntax: ${word}`);
    const flag = this.#flag(name);
    if (!flag) {
      if (name === 'help') return this.#setHelp(word, equals);
      throw new FlagError(`unknown flag: --${name}`);
    }
    if (equals >= 0) return this.#set(name, flag, word.slice(equals + 1));
    if (flag.bareValue !== undefined) return this.#set(name, flag, flag.bareValue);
    const value = this.#words.shift();
    if (value === undefined) throw new FlagError(`flag needs an argument: --${name}`);
    return this.#set(name, flag, value);
  }

  #setHelp(word: string, equals: number): void {
    const text = equals < 0 ? 'true' : word.slice(equals + 1);
    try {
      this.#help = parseGoBool(text);
    } catch (error) {
      throw new FlagError(`invalid argument ${goQuote(text)} for "-h, --help" flag: ${error instanceof Error ? error.message : ''}`);
    }
  }

  #short(word: string): void {
    let letters = word.slice(1);
    while (letters !== '' && !this.#help) {
      const letter = letters[0] ?? '';
      const name = this.#shorthands.get(letter);
      const flag = name === undefined ? undefined : this.#flag(name);
      if (name === undefined || !flag) {
        if (letter === 'h') {
          this.#notices.push('Flag shorthand -h has been deprecated, please use --help');
          this.#help = true;
          return;
        }
        throw new FlagError(`unknown shorthand flag: ${goQuote(letter, "'")} in -${letters}`);
      }
      const rest = letters.slice(1);
      if (rest.length > 1 && rest.startsWith('=')) return this.#set(name, flag, rest.slice(1));
      if (flag.bareValue !== undefined) {
        this.#set(name, flag, flag.bareValue);
        letters = rest;
        continue;
      }
      if (rest !== '') return this.#set(name, flag, rest);
      const value = this.#words.shift();
      if (value === undefined) throw new FlagError(`flag needs an argument: ${goQuote(letter, "'")} in -${letters}`);
      return this.#set(name, flag, value);
    }
  }

  #flag(name: string): Flag<unknown> | undefined {
    return Object.hasOwn(this.#table, name) ? this.#table[name] : undefined;
  }

  #set(name: string, flag: Flag<unknown>, text: string): void {
    try {
      this.#values[name] = flag.parse(text, this.#changed.has(name) ? this.#values[name] : undefined, this.#options.environment);
    } catch (error) {
      if (!(error instanceof FlagValueError)) throw error;
      const shown = flag.shorthand === undefined ? `--${name}` : `-${flag.shorthand}, --${name}`;
      throw new FlagError(`invalid argument ${goQuote(text)} for ${goQuote(shown)} flag: ${error.message}`);
    }
    this.#changed.add(name);
    if (flag.deprecated !== undefined) this.#notices.push(`Flag --${name} has been deprecated, ${flag.deprecated}`);
  }
}
