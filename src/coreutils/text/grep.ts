import { concatBytes, noBytes } from '../../base/index.ts';
import type { Fd } from '../../kernel/uapi/index.ts';
import { type Arguments, choose, closeInput, defineProgram, isDirectory, joinPath, openInput, parseSize, quoteIfNeeded, readInput, reason, RegexError, textOf, type Tool, UsageError } from '../program/index.ts';
import { matchGlob } from '../files/glob.ts';
import { compileMatcher, type Matcher } from './grep-matcher.ts';

const options = {
  extended: '-E --extended-regexp  PATTERNS are extended regular expressions',
  fixed: '-F --fixed-strings  PATTERNS are strings',
  basic: '-G --basic-regexp  PATTERNS are basic regular expressions',
  perl: '-P --perl-regexp  PATTERNS are Perl regular expressions',
  regexp: '-e --regexp=  use PATTERNS for matching',
  file: '-f --file=  take PATTERNS from FILE',
  ignoreCase: '-i -y --ignore-case  ignore case distinctions in patterns and data',
  noIgnoreCase: '--no-ignore-case  do not ignore case distinctions (default)',
  word: '-w --word-regexp  match only whole words',
  line: '-x --line-regexp  match only whole lines',
  nullData: '-z --null-data  a data line ends in 0 byte, not newline',
  noMessages: '-s --no-messages  suppress error messages',
  invert: '-v --invert-match  select non-matching lines',
  maxCount: '-m --max-count=  stop after NUM selected lines',
  byteOffset: '-b --byte-offset  print the byte offset with output lines',
  lineNumber: '-n --line-number  print line number with output lines',
  lineBuffered: '--line-buffered  flush output on every line',
  withFilename: '-H --with-filename  print file name with output lines',
  noFilename: '-h --no-filename  suppress the file name prefix on output',
  label: '--label=  use LABEL as the standard input file name prefix',
  onlyMatching: '-o --only-matching  show only nonempty parts of lines that match',
  quiet: '-q --quiet --silent  suppress all normal output',
  binaryFiles: '--binary-files=  assume that binary files are TYPE: binary, text, or without-match',
  text: '-a --text  equivalent to --binary-files=text',
  noBinary: '-I  equivalent to --binary-files=without-match',
  directories: '-d --directories=  how to handle directories: read, recurse, or skip',
  devices: '-D --devices=',
  recursive: '-r --recursive  like --directories=recurse',
  dereferenceRecursive: '-R --dereference-recursive  likewise, but follow all symlinks',
  include: '--include=  search only files that match GLOB',
  exclude: '--exclude=  skip files that match GLOB',
  excludeFrom: '--exclude-from=  skip files that match any file pattern from FILE',
  excludeDir: '--exclude-dir=  skip directories that match GLOB',
  withoutMatch: '-L --files-without-match  print only names of FILEs with no selected lines',
  withMatches: '-l --files-with-matches  print only names of FILEs with selected lines',
  count: '-c --count  print only a count of selected lines per FILE',
  initialTab: '-T --initial-tab  make tabs line up (if needed)',
  nullName: '-Z --null  print 0 byte after FILE name',
  before: '-B --before-context=  print NUM lines of leading context',
  after: '-A --after-context=  print NUM lines of trailing context',
  context: '-C --context=  print NUM lines of output context',
  groupSeparator: '--group-separator=  print SEP on line between matches with context',
  noGroupSeparator: '--no-group-separator  do not print separator for matches with context',
  color: '--color[=] --colour[=]  use markers to highlight the matching strings',
  binary: '-U --binary',
};
type Args = Arguments<keyof typeof options>;

function make(name: string, fixed: { kind?: 'extended' | 'fixed'; recursive?: boolean } = {}) {
  return defineProgram({
    name, usage: '[OPTION]... PATTERNS [FILE]...', summary: 'Search for PATTERNS in each FILE.', options, usageStatus: 2, version: '(GNU grep) 3.11', versionLetter: '-V', fullName: true, run: (tool, args) => run(tool, args, fixed.kind),
    ...(name !== 'grep' && { speaksAs: 'grep' }), hint: usageHint,
    prepare: (words) => [...(fixed.recursive ? ['-r'] : []), ...words.map((word, index) => (/^-[a-zA-Z]*[ABCDdefm]$/.test(words[index - 1] ?? '') ? word : word.replace(/^-(\d+)$/, '-C$1')))],
  });
}

export const grep = make('grep');
export const egrep = make('egrep', { kind: 'extended' });
export const fgrep = make('fgrep', { kind: 'fixed' });
export const rgrep = make('rgrep', { recursive: true });

function usageHint(name: string): string {
  return `Usage: ${name} [OPTION]... PATTERNS [FILE]...\nTry '${name} --help' for more information.`;
}

async function run(tool: Tool, args: Args, fixedKind?: 'extended' | 'fixed'): Promise<number> {
  const { process } = tool;
  const patterns = args.values('regexp').flatMap((text) => text.split('\n'));
  for (const name of args.values('file')) {
    try {
      const text = textOf(await readInput(process, name));
      if (text !== '') patterns.push(...text.replace(/\n$/, '').split('\n'));
    } catch (error) {
      throw new UsageError(`${name}: ${reason(error)}`, false);
    }
  }
  const names = [...args.operands];
  if (!args.has('regexp') && !args.has('file')) {
    const pattern = names.shift();
    if (pattern === undefined) {
      if (tool.busybox) throw new UsageError('missing pattern');
      await tool.errorText(`${usageHint(tool.name)}\n`);
      return 2;
    }
    patterns.push(...pattern.split('\n'));
  }
  const kinds = new Set([...fixedKind ? [fixedKind] : [], ...args.ordered.map(({ key }) => key).filter((key) => key === 'extended' || key === 'fixed' || key === 'basic' || key === 'perl')]);
  if (kinds.size > 1 && !tool.busybox) throw new UsageError('conflicting matchers specified', false);
  if (!tool.busybox) checkArguments(args);
  const kind = args.last('extended', 'fixed', 'basic', 'perl') ?? fixedKind ?? 'basic';
  const ignoreCase = args.last('ignoreCase', 'noIgnoreCase') === 'ignoreCase';
  let matcher: Matcher;
  const warnings: string[] = [];
  try {
    matcher = compileMatcher(patterns, { kind, ignoreCase, word: args.has('word'), line: args.has('line'), warn: (text) => warnings.push(text) });
    for (const text of warnings) await tool.error(`warning: ${text}`);
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new UsageError(error.message, false);
  }
  const recursive = args.has('recursive') || args.has('dereferenceRecursive') || args.value('directories') === 'recurse';
  const search = new Search(tool, args, matcher, recursive, names.length);
  if (names.length === 0) names.push(recursive ? '.' : '-');
  for (const name of names) {
    await search.searchOperand(name, args.operands.length === 0 || (recursive && names[0] === '.' && search.implied));
    if (search.stop) break;
  }
  if (search.failed && !(search.matched && args.has('quiet'))) return 2;
  return search.matched ? 0 : 1;
}

function checkArguments(args: Args): void {
  const most = args.value('maxCount');
  if (most !== undefined && parseSize(most.replace(/^[-+]/, '')) === undefined) throw new UsageError('invalid max count', false);
  for (const action of args.values('directories')) choose(action, '--directories', ['read', 'recurse', 'skip'], 2);
  for (const action of args.values('devices')) if (action !== 'read' && action !== 'skip') throw new UsageError('unknown devices method', false);
  for (const type of args.values('binaryFiles')) if (!/^(binary|text|without-match)$/.test(type)) throw new UsageError('unknown binary-files type', false);
}

/** One run over all inputs. */
class Search {
  readonly #tool: Tool;
  readonly #args: Args;
  readonly #matcher: Matcher;
  readonly #recursive: boolean;
  readonly #named: boolean;
  readonly #color: boolean;
  readonly #limit: number;
  readonly #before: number;
  readonly #after: number;
  readonly implied: boolean;
  matched = false;
  failed = false;
  stop = false;
  #separated = false;

  constructor(tool: Tool, args: Args, matcher: Matcher, recursive: boolean, operands: number) {
    this.#tool = tool;
    this.#args = args;
    this.#matcher = matcher;
    this.#recursive = recursive;
    this.implied = operands === 0;
    const last = args.last('withFilename', 'noFilename');
    this.#named = last === 'withFilename' || (last === undefined && (operands > 1 || recursive));
    const when = args.has('color') ? args.value('color') || 'auto' : 'never';
    this.#color = when === 'always' || (when === 'auto' && tool.process.isatty(1));
    this.#limit = parseSize(args.value('maxCount') ?? '') ?? Infinity;
    const number = (key: 'before' | 'after'): number => {
      const text = args.value(key) ?? args.value('context') ?? '0';
      if (parseSize(text) === undefined) throw new UsageError(`${text}: invalid context length argument`, false);
      return parseSize(text) ?? 0;
    };
    this.#before = number('before');
    this.#after = number('after');
  }

  async searchOperand(name: string, _implied: boolean): Promise<void> {
    await this.#visit(name, name, true);
  }

  async #visit(path: string, base: string, operand: boolean): Promise<void> {
    const { process } = this.#tool;
    const args = this.#args;
    if (this.stop) return;
    if (path !== '-') {
      try {
        const stat = operand || args.has('dereferenceRecursive') ? process.stat(path) : process.lstat(path);
        if (isDirectory(stat.mode)) {
          if (this.#recursive) {
            if (args.values('excludeDir').some((glob) => matchGlob(glob, base) || matchGlob(glob, path))) return;
            for (const entry of process.readdir(path)) await this.#visit(this.implied && operand ? entry.name : joinPath(path, entry.name), entry.name, false);
            return;
          }
          if (args.value('directories') === 'skip') return;
        } else if (!operand && (stat.mode & 0o170000) !== 0o100000) return;
      } catch (error) {
        await this.#complain(path, error);
        return;
      }
      const includes = args.values('include');
      const final = path.slice(path.lastIndexOf('/') + 1);
      if (includes.length && (!operand || this.#recursive) && !includes.some((glob) => matchGlob(glob, final))) return;
      if (args.values('exclude').some((glob) => matchGlob(glob, final))) return;
    }
    let fd: Fd;
    try {
      fd = openInput(process, path);
    } catch (error) {
      await this.#complain(path, error);
      return;
    }
    try {
      await this.#scan(fd, path === '-' ? args.value('label') ?? '(standard input)' : path);
    } catch (error) {
      await this.#complain(path, error);
    } finally {
      closeInput(process, fd);
    }
  }

  async #complain(path: string, error: unknown): Promise<void> {
    const why = reason(error);
    if (why === 'Broken pipe') throw error;
    this.failed = true;
    if (why === 'Is a directory' && this.#tool.busybox) return;
    await this.#tool.out.flush();
    if (!this.#args.has('noMessages')) await this.#tool.error(`${path === '-' ? '(standard input)' : this.#tool.busybox ? path : quoteIfNeeded(path)}: ${why}`);
  }

  async #scan(fd: Fd, name: string): Promise<void> {
    const { process, out } = this.#tool;
    const args = this.#args;
    const delimiter = args.has('nullData') ? 0 : 10;
    const binaryMode = args.has('text') ? 'text' : args.has('noBinary') ? 'without-match' : args.value('binaryFiles') ?? 'binary';
    const state = { count: 0, number: 0, offset: 0, trailing: 0, lastPrinted: -1, before: [] as { text: string; number: number; offset: number }[] };
    const listing = args.has('withMatches') || args.has('withoutMatch') || args.has('quiet') || args.has('count');
    const context = !listing && (this.#before > 0 || this.#after > 0);
    let carry = noBytes;
    let binary = false;
    let ended = false;
    while (!ended && state.count < this.#limit + (state.trailing > 0 ? 1 : 0)) {
      const block = await process.read(fd);
      await process.checkpoint();
      let chunk: Uint8Array;
      if (block.length === 0) {
        ended = true;
        if (carry.length === 0) break;
        chunk = carry;
      } else {
        if (binaryMode !== 'text' && delimiter === 10 && !binary && block.includes(0)) binary = true;
        const end = block.lastIndexOf(delimiter);
        if (end < 0) {
          carry = concatBytes([carry, block]);
          continue;
        }
        chunk = carry.length ? concatBytes([carry, block.subarray(0, end)]) : block.subarray(0, end);
        carry = block.slice(end + 1);
      }
      if (binary && binaryMode === 'without-match') return this.#finish(name, 0);
      let text = textOf(chunk);
      if (delimiter === 0) text = text.replaceAll('\n', '\u0001').replaceAll('\0', '\n');
      const quick = !context && !args.has('invert') && !args.has('byteOffset');
      if (quick) this.#scanQuick(text, name, state, { binary, listing, lineEnd: delimiter });
      else this.#scanLines(text, name, state, { binary, listing, context, lineEnd: delimiter });
      if (binary && state.count > 0 && !listing) {
        await out.flush();
        if (!args.has('quiet')) await this.#tool.error(`${name}: binary file matches`);
        this.matched = true;
        return;
      }
      if ((args.has('quiet') || args.has('withMatches') || args.has('withoutMatch')) && state.count > 0) break;
      if (args.has('lineBuffered') || out.write('')) await out.flush();
    }
    if (args.has('lineBuffered') || out.byLine) await out.flush();
    this.#finish(name, state.count);
  }

  #finish(name: string, count: number): void {
    const args = this.#args;
    const out = this.#tool.out;
    const selected = count > 0;
    if (args.has('withoutMatch')) {
      if (!selected) out.write(this.#paint(name, '35') + (args.has('nullName') ? '\0' : '\n'));
      if (selected) this.matched = true;
      return;
    }
    if (selected) this.matched = true;
    if (args.has('quiet')) {
      this.stop = selected;
      return;
    }
    if (args.has('withMatches')) {
      if (selected) out.write(this.#paint(name, '35') + (args.has('nullName') ? '\0' : '\n'));
      return;
    }
    if (args.has('count')) out.write(`${this.#named ? this.#paint(name, '35') + (args.has('nullName') ? '\0' : this.#paint(':', '36')) : ''}${count}\n`);
  }

  /** Looks for matches in a whole block, and at lines only where there are some. */
  #scanQuick(text: string, name: string, state: { count: number; number: number; offset: number; lastPrinted: number }, how: { binary: boolean; listing: boolean; lineEnd: number }): void {
    const numbering = this.#args.has('lineNumber') && !how.listing;
    let from = 0;
    let counted = 0;
    while (from <= text.length && state.count < this.#limit) {
      const at = this.#matcher.find(text, from);
      if (at < 0) break;
      const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      if (numbering) {
        for (let nl = text.indexOf('\n', counted); nl >= 0 && nl < start; nl = text.indexOf('\n', nl + 1)) state.number++;
        counted = start;
      }
      state.count++;
      if (how.binary && !how.listing) return;
      if (!how.listing) this.#put(name, text.slice(start, end), state.number + 1, 0, ':', how.lineEnd);
      else if (!this.#args.has('count')) return;
      from = end + 1;
    }
    if (numbering) {
      for (let nl = text.indexOf('\n', counted); nl >= 0; nl = text.indexOf('\n', nl + 1)) state.number++;
      state.number++;
    }
  }

  #scanLines(text: string, name: string, state: { count: number; number: number; offset: number; trailing: number; lastPrinted: number; before: { text: string; number: number; offset: number }[] }, how: { binary: boolean; listing: boolean; context: boolean; lineEnd: number }): void {
    const invert = this.#args.has('invert');
    for (const line of text.split('\n')) {
      state.number++;
      const offset = state.offset;
      state.offset += this.#args.has('byteOffset') ? new TextEncoder().encode(line).length + 1 : 0;
      const selected = state.count < this.#limit && this.#matcher.find(line, 0) >= 0 !== invert;
      if (selected) {
        state.count++;
        if (how.listing || how.binary) {
          if (!this.#args.has('count')) return;
          continue;
        }
        const first = state.before[0]?.number ?? state.number;
        if (how.context && this.#separated && first > state.lastPrinted + 1) this.#separator();
        for (const earlier of state.before) this.#put(name, earlier.text, earlier.number, earlier.offset, '-', how.lineEnd);
        state.before = [];
        this.#put(name, line, state.number, offset, ':', how.lineEnd);
        this.#separated = true;
        state.lastPrinted = state.number;
        state.trailing = this.#after;
      } else if (how.context) {
        if (state.trailing > 0) {
          state.trailing--;
          this.#put(name, line, state.number, offset, '-', how.lineEnd);
          state.lastPrinted = state.number;
        } else if (this.#before > 0) {
          state.before.push({ text: line, number: state.number, offset });
          if (state.before.length > this.#before) state.before.shift();
        }
      }
      if (state.count >= this.#limit && state.trailing === 0) return;
    }
  }

  #separator(): void {
    if (this.#args.last('groupSeparator', 'noGroupSeparator') === 'noGroupSeparator') return;
    this.#tool.out.write(`${this.#paint(this.#args.value('groupSeparator') ?? '--', '36')}\n`);
  }

  #paint(text: string, code: string): string {
    return this.#color ? `\x1b[${code}m\x1b[K${text}\x1b[m\x1b[K` : text;
  }

  #put(name: string, line: string, number: number, offset: number, mark: ':' | '-', lineEnd: number): void {
    const args = this.#args;
    const end = lineEnd === 0 ? '\0' : '\n';
    const text = lineEnd === 0 ? line.replaceAll('\u0001', '\n') : line;
    const aligned = args.has('initialTab') ? 19 : 0;
    const headed = aligned > 0 && (this.#named || args.has('lineNumber') || args.has('byteOffset'));
    const prefix = (at: number): string => (this.#named ? this.#paint(name, '35') + (args.has('nullName') ? '\0' : this.#paint(mark, '36')) : '')
      + (args.has('lineNumber') ? this.#paint(String(number).padStart(aligned), '32') + this.#paint(mark, '36') : '')
      + (args.has('byteOffset') ? this.#paint(String(at).padStart(aligned), '32') + this.#paint(mark, '36') : '') + (headed ? '\t' : '');
    if (args.has('onlyMatching')) {
      if (mark === '-' || args.has('invert')) return;
      for (const [from, to] of this.#matcher.all(text)) {
        const before = args.has('byteOffset') ? new TextEncoder().encode(text.slice(0, from)).length : 0;
        this.#tool.out.write(prefix(offset + before) + this.#paint(text.slice(from, to), '01;31') + end);
      }
      return;
    }
    if (this.#color && mark === ':' && !args.has('invert')) {
      let painted = '';
      let at = 0;
      for (const [from, to] of this.#matcher.all(text)) {
        painted += text.slice(at, from) + this.#paint(text.slice(from, to), '01;31');
        at = to;
      }
      this.#tool.out.write(prefix(offset) + painted + text.slice(at) + end);
      return;
    }
    this.#tool.out.write(prefix(offset) + text + end);
  }
}
