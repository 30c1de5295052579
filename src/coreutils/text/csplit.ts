import { type Arguments, bytesOf, compileRegex, defineProgram, quote, readInput, reason, RegexError, textOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  format: '-b --suffix-format=  use sprintf FORMAT instead of %02d', prefix: '-f --prefix=  use PREFIX instead of \'xx\'', keep: '-k --keep-files  do not remove output files on errors', suppress: '--suppress-matched  suppress the lines matching PATTERN', digits: '-n --digits=  use specified number of digits instead of 2', quiet: '-s -q --quiet --silent  do not print counts of output file sizes', elide: '-z --elide-empty-files  suppress empty output files',
};

export const csplit = defineProgram({ name: 'csplit', usage: '[OPTION]... FILE PATTERN...', summary: 'Output pieces of FILE separated by PATTERN(s) to files \'xx00\', \'xx01\', ..., and output byte counts of each piece to standard output.', options, run });

interface Cut {
  text: string;
  line: number | undefined;
  regex: RegExp | undefined;
  skip: boolean;
  offset: number;
  repeat: number;
}

function parseCuts(words: readonly string[]): Cut[] {
  const cuts: Cut[] = [];
  for (const word of words) {
    const repeat = /^\{(\d+|\*)\}$/.exec(word);
    const previous = cuts.at(-1);
    if (repeat && previous) previous.repeat = repeat[1] === '*' ? Infinity : Number(repeat[1]);
    else if (/^\d+$/.test(word)) cuts.push({ text: word, line: Number(word), regex: undefined, skip: false, offset: 0, repeat: 0 });
    else {
      const mark = word.charAt(0);
      if (mark === '{' && previous) throw new UsageError(word.endsWith('}') ? `'${word}'`.replace(/\}'$/, "'}: integer required between '{' and '}'") : `${word}: '}' is required in repeat count`, false);
      if (mark !== '/' && mark !== '%') throw new UsageError(`${quote(word)}: invalid pattern`, false);
      const end = word.lastIndexOf(mark);
      if (end === 0) throw new UsageError(`${word}: closing delimiter ${quote(mark)} missing`, false);
      const offset = word.slice(end + 1);
      if (!/^(?:[-+]?\d+)?$/.test(offset)) throw new UsageError(`${quote(word)}: integer expected after delimiter`, false);
      cuts.push({ text: word, line: undefined, regex: patternOf(word.slice(1, end), word), skip: mark === '%', offset: Number(offset), repeat: 0 });
    }
  }
  return cuts;
}

function patternOf(pattern: string, word: string): RegExp {
  try {
    return compileRegex(pattern, { extended: false });
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new UsageError(`${quote(word)}: invalid regular expression: ${error.message}`, false);
  }
}

function checkFormat(format: string): void {
  const text = format.replaceAll('%%', '');
  const [, kind] = /%[-+ #0']*\d*(?:\.\d*)?(.?)/.exec(text) ?? [];
  if (kind === undefined) throw new UsageError('missing % conversion specification in suffix', false);
  if (kind === '') throw new UsageError('missing conversion specifier in suffix', false);
  if (!/[diuoxX]/.test(kind)) throw new UsageError(`invalid conversion specifier in suffix: ${kind}`, false);
  if ((text.match(/%/g) ?? []).length > 1) throw new UsageError('too many % conversion specifications in suffix', false);
}

/** Line numbers count up. */
async function checkLineNumbers(tool: Tool, cuts: readonly Cut[]): Promise<void> {
  let last = 0;
  for (const { line, text } of cuts) {
    if (line === undefined) continue;
    if (line === 0) throw new UsageError(`${text}: line number must be greater than zero`, false);
    if (line < last) throw new UsageError(`line number ${quote(text)} is smaller than preceding line number, ${last}`, false);
    if (line === last) await tool.error(`warning: line number ${quote(text)} is the same as preceding line number`);
    last = line;
  }
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const [file, ...patterns] = args.operands;
  if (file === undefined) throw new UsageError('missing operand');
  if (patterns.length === 0) throw new UsageError(`missing operand after ${quote(file)}`);
  const digits = args.value('digits');
  if (digits !== undefined && !/^\d+$/.test(digits)) throw new UsageError(`invalid number: ${quote(digits)}`, false);
  const format = args.value('format');
  if (format !== undefined) checkFormat(format);
  const cuts = parseCuts(patterns);
  await checkLineNumbers(tool, cuts);
  let text: string;
  try {
    text = textOf(await readInput(process, file));
  } catch (error) {
    throw new UsageError(file === '-' ? reason(error) : `cannot open ${quote(file)} for reading: ${reason(error)}`, false);
  }
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const made: string[] = [];
  const suffix = (index: number): string => {
    const [, flags = '', width = '', kind = 'd'] = /%([0#-]*)(\d*)([duxXo])/.exec(args.value('format') ?? '') ?? ['', '0', args.value('digits') ?? '2', 'd'];
    const digits = index.toString({ x: 16, X: 16, o: 8 }[kind] ?? 10);
    const padded = flags.includes('0') ? digits.padStart(Number(width), '0') : digits.padStart(Number(width));
    return (args.value('format') ?? '%d').replace(/%[0#-]*\d*[duxXo]/, padded);
  };
  const put = (piece: readonly string[]): void => {
    if (args.has('elide') && piece.length === 0) return;
    const name = `${args.value('prefix') ?? 'xx'}${suffix(made.length)}`;
    const bytes = bytesOf(piece.join(''));
    process.writeFile(name, bytes);
    made.push(name);
    if (!args.has('quiet')) tool.out.write(`${bytes.length}\n`);
  };
  const fail = async (message: string, rest: readonly string[]): Promise<number> => {
    if (rest.length > 0) put(rest);
    await tool.error(message);
    if (!args.has('keep')) for (const name of made) process.unlink(name);
    return 1;
  };
  let at = 0;
  let searchFrom = 0;
  for (const cut of cuts) {
    for (let time = 0; time <= cut.repeat; time++) {
      const again = time === 0 ? '' : ` on repetition ${time}`;
      if (cut.line !== undefined) {
        const target = cut.line * (time + 1) - 1;
        if (target > lines.length || (target === lines.length && cut.repeat !== Infinity)) return await fail(`${quote(cut.text)}: line number out of range${again}`, lines.slice(at));
        if (target < at) throw new UsageError(`line number ${quote(cut.text)} is smaller than preceding line number, ${at + 1}`, false);
        put(lines.slice(at, target));
        at = target;
        searchFrom = at;
        if (args.has('suppress')) searchFrom = ++at;
        continue;
      }
      let found = searchFrom;
      while (found < lines.length && !cut.regex?.test((lines[found] ?? '').replace(/\n$/, ''))) found++;
      if (found >= lines.length) {
        if (cut.repeat === Infinity) break;
        return await fail(`${quote(cut.text)}: match not found${again}`, cut.skip ? [] : lines.slice(at));
      }
      const target = found + cut.offset;
      if (target > lines.length || target < at) return await fail(`${quote(cut.text)}: line number out of range`, lines.slice(at));
      if (!cut.skip) put(lines.slice(at, target));
      at = args.has('suppress') ? target + 1 : target;
      searchFrom = Math.max(found + 1, at);
      await process.checkpoint();
    }
  }
  put(lines.slice(at));
  return 0;
}
