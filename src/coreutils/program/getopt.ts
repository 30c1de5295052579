/**
 * getopt_long(3) of the GNU C library: permutation, `--`, combined short options, `--long=value`, unambiguous abbreviations.
 */

/** Options by key: `-n --lines=  what it does`. `=` after the last name: takes a value; `[=]`: may take one; `-b!`: not this letter, which only the long names may. */
export type OptionTable = Record<string, string>;

/** A command line that breaks the rules; `message` is in getopt's words, without the program's name. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Whether `Try 'x --help'` follows. */
  readonly hint: boolean;
  /** Exit status; default the program's own for usage errors. */
  readonly status: number | undefined;

  constructor(message: string, hint = true, status?: number) {
    super(message);
    this.hint = hint;
    this.status = status;
  }
}

interface Option {
  key: string;
  shorts: string[];
  longs: string[];
  /** Letters that take no value, whatever the long names do. */
  plain: string[];
  takes: 'nothing' | 'value' | 'optional';
}

/** The options and operands of a command line. */
export class Arguments<Key extends string> {
  /** Options in the order given, each with how many operands stood before it. */
  readonly ordered: { key: Key; value: string | undefined; before: number }[] = [];
  readonly operands: string[] = [];

  has(key: Key): boolean {
    return this.ordered.some((option) => option.key === key);
  }

  count(key: Key): number {
    return this.ordered.filter((option) => option.key === key).length;
  }

  /** The last value given. */
  value(key: Key): string | undefined {
    return this.ordered.findLast((option) => option.key === key)?.value;
  }

  values(key: Key): string[] {
    return this.ordered.flatMap((option) => (option.key === key && option.value !== undefined ? [option.value] : []));
  }

  /** Which of `keys` came last. */
  last<K extends Key>(...keys: K[]): K | undefined {
    return this.ordered.findLast((option) => (keys as Key[]).includes(option.key))?.key as K | undefined;
  }
}

/** The names, and how values are taken, that a table's line declares. */
export function readOption(key: string, line: string): Option {
  const [names = ''] = line.split('  ');
  const option: Option = { key, shorts: [], longs: [], plain: [], takes: 'nothing' };
  for (const word of names.trim().split(' ')) {
    const name = word.replace(/\[=\]$|[=!]$/, '');
    if (word.endsWith('!')) option.plain.push(name.slice(1));
    if (word.endsWith('[=]')) option.takes = 'optional';
    else if (word.endsWith('=')) option.takes = 'value';
    if (name.startsWith('--')) option.longs.push(name.slice(2));
    else option.shorts.push(name.slice(1));
  }
  return option;
}

/** Parses `words` (without argv[0]). `permute` false stops at the first operand. `unknownShort` may take a letter that the table lacks. */
export function getopt<Table extends OptionTable>(
  table: Table, words: readonly string[], settings: { permute?: boolean; longOnly?: boolean } = {},
): Arguments<keyof Table & string> {
  const { permute = true } = settings;
  type Key = keyof Table & string;
  const options = Object.entries(table).map(([key, line]) => readOption(key, line));
  const shorts = new Map(options.flatMap((option) => option.shorts.map((short) => [short, option] as const)));
  const result = new Arguments<Key>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      result.operands.push(...rest);
      break;
    }
    if (word.startsWith('--')) takeLong(word);
    else if (word.startsWith('-') && word.length > 1) takeShorts(word);
    else {
      result.operands.push(word);
      if (permute) continue;
      result.operands.push(...rest);
      break;
    }
  }
  return result;

  function takeLong(word: string): void {
    const equals = word.indexOf('=');
    const typed = equals < 0 ? word.slice(2) : word.slice(2, equals);
    let value = equals < 0 ? undefined : word.slice(equals + 1);
    const candidates = options.flatMap((option) => option.longs.filter((long) => long.startsWith(typed)).map((long) => ({ long, option })));
    const exact = candidates.find((candidate) => candidate.long === typed);
    const [first] = candidates;
    if (!first) throw new UsageError(`unrecognized option '${word}'`);
    if (!exact && new Set(candidates.map((candidate) => candidate.option)).size > 1) {
      throw new UsageError(`option '${word}' is ambiguous; possibilities:${candidates.map(({ long }) => ` '--${long}'`).join('')}`);
    }
    const { long, option } = exact ?? first;
    if (option.takes === 'nothing' && value !== undefined) throw new UsageError(`option '--${long}' doesn't allow an argument`);
    if (option.takes === 'value' && value === undefined) {
      value = rest.shift();
      if (value === undefined) throw new UsageError(`option '--${long}' requires an argument`);
    }
    result.ordered.push({ key: option.key as Key, value, before: result.operands.length });
  }

  function takeShorts(word: string): void {
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const option = shorts.get(letter);
      if (!option) throw new UsageError(`invalid option -- '${letter}'`);
      if (option.takes === 'nothing' || option.plain.includes(letter)) {
        result.ordered.push({ key: option.key as Key, value: undefined, before: result.operands.length });
        continue;
      }
      let value: string | undefined = word.slice(at + 1);
      if (value === '') value = option.takes === 'value' ? rest.shift() : undefined;
      if (option.takes === 'value' && value === undefined) throw new UsageError(`option requires an argument -- '${letter}'`);
      result.ordered.push({ key: option.key as Key, value, before: result.operands.length });
      return;
    }
  }
}
