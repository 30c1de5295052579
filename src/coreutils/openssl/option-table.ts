import { Failure } from './failure.ts';
import { formatProblem, takesFormat } from './format.ts';
import { sections } from './options/sections.ts';

/** What a command line said. */
export class Options {
  /** Options in their order; those that are none of the command's own have their name in `value` and `*` as `name`. */
  readonly given: { name: string; value: string }[] = [];
  /** What follows the options. */
  rest: string[] = [];

  has(...names: string[]): boolean {
    return this.given.some(({ name }) => names.includes(name));
  }

  /** The value given last under any of the names. */
  value(...names: string[]): string | undefined {
    return this.given.findLast(({ name }) => names.includes(name))?.value;
  }

  all(...names: string[]): string[] {
    return this.given.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  }

  number(...names: string[]): number | undefined {
    const value = this.value(...names);
    return value === undefined ? undefined : Number(value);
  }
}

/** The options of a command, from the text that is its help too: `-name kind TAB help`, as `openssl COMMAND -help` shows it, below the column of the help (with `!` no empty line comes first). */
export class OptionTable {
  readonly #usage: string;
  readonly #column: number;
  readonly #tight: boolean;
  readonly #lines: readonly string[];
  readonly #kinds = new Map<string, string>();

  constructor(text: string) {
    const [usage = '', body = ''] = text.split(/\n\n(?=\d+!?\n)/);
    const [column = '', ...lines] = body.trimEnd().split('\n');
    this.#usage = usage;
    this.#column = Number.parseInt(column, 10);
    this.#tight = column.endsWith('!');
    this.#lines = lines.flatMap((line) => (sections[line] ?? line).split('\n'));
    for (const line of this.#lines) {
      const match = /^-(\S+)(?: (\S+))?\t/.exec(line);
      if (match?.[1]) this.#kinds.set(match[1], match[2] ?? '');
    }
  }

  /** What `-help` prints; `name` as the command was called. */
  help(name: string): string {
    const lines = this.#lines.map((line) => {
      const tab = line.indexOf('\t');
      if (tab < 0) return line;
      const [left, right] = [` ${line.slice(0, tab)}`, line.slice(tab + 1)];
      return left.length >= this.#column && left.trim() !== '' ? `${left}\n${' '.repeat(this.#column)}${right}` : left.padEnd(this.#column) + right;
    });
    return `${this.#usage.replace(/(Usage: )\S+/, `$1${name}`)}\n${this.#tight ? '' : '\n'}${lines.join('\n')}\n`;
  }

  /** Reads the words of a command line; `isFolder` tells about values that must be folders. Throws a Failure in the words of OpenSSL. */
  parse(name: string, words: readonly string[], isFolder: (path: string) => boolean = () => true): Options {
    const options = new Options();
    let at = 0;
    for (; at < words.length; at++) {
      const word = words[at] ?? '';
      if (!word.startsWith('-') || word === '-') break;
      if (word === '--') {
        at++;
        break;
      }
      const equals = word.indexOf('=');
      const option = (equals < 0 ? word : word.slice(0, equals)).replace(/^--?/, '');
      const key = option === 'h' && !this.#kinds.has('h') ? 'help' : option;
      const kind = this.#kinds.get(key);
      let value = equals < 0 ? undefined : word.slice(equals + 1);
      if (kind === undefined) {
        if (!this.#kinds.has('*')) throw usage(name, `Unknown option: -${option}`);
        options.given.push({ name: '*', value: option });
        continue;
      }
      if (kind === '') {
        if (value !== undefined) throw usage(name, `Option -${option} does not take a value`);
      } else {
        if (value === undefined) {
          if (at + 1 >= words.length) throw usage(name, `Option -${option} needs a value`);
          value = words[++at] ?? '';
        }
        check(name, option, kind, value);
        if (kind === 'dir' && !isFolder(value)) throw usage(name, `Not a directory: ${value}`);
      }
      options.given.push({ name: key, value: value ?? '' });
      if (key === 'help') return options;
    }
    options.rest = words.slice(at);
    return options;
  }
}

/** A failure of the command line, with the hint that follows it. */
export function usage(name: string, message: string): Failure {
  return new Failure(`${name}: ${message}\n${name}: Use -help for summary.\n`);
}

function check(name: string, option: string, kind: string, value: string): void {
  const problem = takesFormat(kind) ? formatProblem(kind, value) : undefined;
  if (problem !== undefined) throw new Failure(`${problem === '' ? '' : `${name}: ${problem}\n`}${name}: Invalid format "${value}" for option -${option}\n${name}: Use -help for summary.\n`);
  if (!/^(\+int|int|nonneg|intmax|ulong|uintmax|long)$/.test(kind)) return;
  if (!/^[-+]?(0x[\da-f]+|\d+)$/i.test(value.trim())) throw usage(name, `Can't parse "${value}" as a number`);
  if (kind === '+int' && Number(value) <= 0) throw usage(name, `Non-positive number "${value}" for option -${option}`);
  if (kind === 'nonneg' && Number(value) < 0) throw usage(name, `Negative number "${value}" for option -${option}`);
}
