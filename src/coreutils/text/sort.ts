import { type Arguments, bytesOf, choose, defineProgram, parseSize, quote, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';
import { compareBy, type Key, parseKey } from './sort-key.ts';

const options = {
  blanks: '-b --ignore-leading-blanks  ignore leading blanks',
  dictionary: '-d --dictionary-order  consider only blanks and alphanumeric characters',
  fold: '-f --ignore-case  fold lower case to upper case characters',
  general: '-g --general-numeric-sort  compare according to general numerical value',
  printing: '-i --ignore-nonprinting  consider only printable characters',
  month: '-M --month-sort  compare (unknown) < \'JAN\' < ... < \'DEC\'',
  human: '-h --human-numeric-sort  compare human readable numbers (e.g., 2K 1G)',
  numeric: '-n --numeric-sort  compare according to string numerical value',
  random: '-R --random-sort  shuffle, but group identical keys',
  reverse: '-r --reverse  reverse the result of comparisons',
  sort: '--sort=  sort according to WORD: general-numeric, human-numeric, month, numeric, random, version',
  version: '-V --version-sort  natural sort of (version) numbers within text',
  check: '-c! --check[=]  check for sorted input; do not sort',
  checkSilent: '-C  like -c, but do not report first bad line',
  key: '-k --key=  sort via a key; KEYDEF gives location and type',
  merge: '-m --merge  merge already sorted files; do not sort',
  output: '-o --output=  write result to FILE instead of standard output',
  stable: '-s --stable  stabilize sort by disabling last-resort comparison',
  buffer: '-S --buffer-size=',
  separator: '-t --field-separator=  use SEP instead of non-blank to blank transition',
  temporary: '-T --temporary-directory=',
  parallel: '--parallel=',
  unique: '-u --unique  output only the first of lines with equal keys',
  zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const sort = defineProgram({
  name: 'sort', usage: '[OPTION]... [FILE]...', summary: 'Write sorted concatenation of all FILE(s) to standard output.', options, usageStatus: 2, run,
  // The key as it was spelled once: `+1`.
  prepare: (words) => words.map((word) => word.replace(/^\+(\d+)$/, (_, field: string) => `-k${Number(field) + 1}`)),
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const end = args.has('zero') ? '\0' : '\n';
  let separator = args.value('separator');
  if (separator === '\\0') separator = '\0';
  if (separator !== undefined && separator.length !== 1) throw new UsageError(separator === '' ? 'empty tab' : `multi-character tab ${quote(separator)}`, false);
  const letters = { blanks: 'b', dictionary: 'd', fold: 'f', general: 'g', printing: 'i', month: 'M', human: 'h', numeric: 'n', random: 'R', version: 'V' } as const;
  let global = args.ordered.map(({ key }) => letters[key as keyof typeof letters] ?? '').join('');
  const words: Record<string, string> = { 'general-numeric': 'g', 'human-numeric': 'h', month: 'M', numeric: 'n', random: 'R', version: 'V' };
  for (const word of args.values('sort')) global += words[choose(word, '--sort', Object.keys(words))] ?? '';
  for (const word of args.values('check')) choose(word, '--check', ['quiet silent', 'diagnose-first']);
  checkSizes(args);
  const reverse = args.has('reverse');
  const keys: Key[] = args.values('key').map((text) => {
    const key = parseKey(text);
    if (typeof key === 'string') throw new UsageError(key, false);
    return key.letters === '' ? { ...key, letters: global + (reverse ? 'r' : '') } : key;
  });
  if (keys.length === 0) keys.push({ from: [1, 0], to: undefined, letters: global + (reverse ? 'r' : ''), startBlanks: global.includes('b'), endBlanks: false });
  for (const key of keys) checkLetters(key.letters);
  const texts: string[] = [];
  for (const name of args.operands.length ? args.operands : ['-']) {
    try {
      texts.push(textOf(await readInput(process, name)));
    } catch (error) {
      const why = reason(error);
      if (tool.busybox && why === 'Is a directory') continue;
      await tool.error(tool.busybox ? `${name}: ${why}` : why === 'Is a directory' ? `read failed: ${name}: ${why}` : `cannot read: ${name}: ${why}`);
      return 2;
    }
  }
  const lines = texts.flatMap((text) => (text === '' ? [] : (text.endsWith(end) ? text.slice(0, -1) : text).split(end)));
  await process.checkpoint();
  const simple = global === '' && args.values('key').length === 0;
  const seed = (process.random(4)[0] ?? 1) + 1;
  const byKeys = simple ? (a: string, b: string) => compareText(a, b) * (reverse ? -1 : 1) : compareBy(keys, separator, seed);
  const unique = args.has('unique');
  const lastResort = unique || args.has('stable') || simple ? byKeys : (a: string, b: string) => byKeys(a, b) || compareText(a, b) * (reverse ? -1 : 1);
  if (args.has('check') || args.has('checkSilent')) {
    const at = lines.findIndex((line, index) => index > 0 && (unique ? byKeys(lines[index - 1] ?? '', line) >= 0 : lastResort(lines[index - 1] ?? '', line) > 0));
    if (at < 0) return 0;
    if (!args.has('checkSilent') && !/^(quiet|silent)$/.test(args.value('check') ?? '')) await tool.error(`${args.operands[0] ?? '-'}:${at + 1}: disorder: ${lines[at]}`);
    return 1;
  }
  lines.sort(lastResort);
  const result = unique ? lines.filter((line, index) => index === 0 || byKeys(lines[index - 1] ?? '', line) !== 0) : lines;
  const output = args.value('output');
  const text = result.length ? result.join(end) + end : '';
  if (output !== undefined) {
    try {
      process.writeFile(output, bytesOf(text));
    } catch (error) {
      throw new UsageError(`open failed: ${output}: ${reason(error)}`, false);
    }
  } else tool.out.write(text);
  return 0;
}

/** Sizes and counts that change nothing here must still be ones. */
function checkSizes(args: Arguments<keyof typeof options>): void {
  const buffer = args.value('buffer');
  if (buffer !== undefined && !/^\d+%?$/.test(buffer) && parseSize(buffer) === undefined) throw new UsageError(`invalid -S argument ${quote(buffer)}`, false);
  const parallel = args.value('parallel');
  if (parallel !== undefined && !/^\d+$/.test(parallel)) throw new UsageError(`invalid --parallel argument ${quote(parallel)}`, false);
  if (parallel !== undefined && Number(parallel) === 0) throw new UsageError('number in parallel must be nonzero', false);
}

/** A key is ordered in one way only. */
function checkLetters(letters: string): void {
  const has = (letter: string): number => (letters.includes(letter) ? 1 : 0);
  if (has('n') + has('g') + has('h') + has('M') + (has('V') || has('R') || has('d') || has('i')) < 2) return;
  throw new UsageError(`options '-${[...'dfghiMnRV'].filter((letter) => has(letter)).join('')}' are incompatible`, false);
}

/** Order of bytes, which for UTF-8 is that of code points. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
