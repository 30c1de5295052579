import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, baseName, compileRegex, defineProgram, isDirectory, joinPath, localTime, quote, readInput, reason, strftime, textOf, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { matchGlob } from '../files/glob.ts';
import { diffLines, type Hunk } from './diff-edits.ts';
import { edScript, rcsScript } from './diff-script.ts';
import { sideBySide } from './diff-side.ts';

const options = {
  normal: '--normal  output a normal diff (the default)', brief: '-q --brief  report only when files differ', same: '-s --report-identical-files  report when two files are the same', contextLines: '-C --context[=]', context: '-c  output 3 lines of copied context', unified: '-u  output 3 lines of unified context', unifiedLines: '-U --unified[=]  output NUM lines of unified context', sideBySide: '-y --side-by-side  output in two columns', width: '-W --width=',
  label: '-L --label=  use LABEL instead of file name and timestamp', ignoreCase: '-i --ignore-case  ignore case differences in file contents', ignoreTrailing: '-Z --ignore-trailing-space  ignore white space at line end', ignoreSpaceChange: '-b --ignore-space-change  ignore changes in the amount of white space', ignoreAllSpace: '-w --ignore-all-space  ignore all white space', ignoreBlank: '-B --ignore-blank-lines', text: '-a --text  treat all files as text', recursive: '-r --recursive  recursively compare any subdirectories found', newFile: '-N --new-file  treat absent files as empty', exclude: '-x --exclude=', noDereference: '--no-dereference', color: '--color[=]', strip: '--strip-trailing-cr', minimal: '-d --minimal', showFunction: '-p --show-c-function', expandTabs: '-t --expand-tabs', ed: '-e --ed', suppress: '--suppress-common-lines', leftColumn: '--left-column  output only the left column of common lines', rcs: '-n --rcs  output an RCS format diff', ignoreMatching: '-I --ignore-matching-lines=  ignore changes where all lines match RE', functionLine: '-F --show-function-line=', ignoreTabs: '-E --ignore-tab-expansion  ignore changes due to tab expansion', initialTab: '-T --initial-tab  make tabs line up by prepending a tab',
  excludeFrom: '-X --exclude-from=', large: '-H --speed-large-files', horizon: '--horizon-lines=', tabSize: '--tabsize=', fileNameCase: '--ignore-file-name-case --no-ignore-file-name-case',
};
type Args = Arguments<keyof typeof options>;

export const diff = defineProgram({
  name: 'diff', usage: '[OPTION]... FILES', summary: 'Compare FILES line by line.', options, version: '(GNU diffutils) 3.10', fullName: true, hint: (name) => `${name}: Try '${name} --help' for more information.`, usageStatus: 2, run,
  prepare: contextOptions, versionLetter: '-v',
});

/** `-U 1`, `-C 1`, and the old `-u1`, `-c1`, `-1`, as options with a value of their own. */
function contextOptions(words: string[]): string[] {
  return words.flatMap((word, index) => {
    if (word === '-U' || word === '-C') return words[index + 1] === undefined ? [word] : [];
    if (words[index - 1] === '-U') return [`--unified=${word}`];
    if (words[index - 1] === '-C') return [`--context=${word}`];
    const [, letters, digits] = /^-([a-zA-Z]*[uc]|)(\d+)$/.exec(word) ?? [];
    if (letters === undefined || digits === undefined) return [word];
    const kind = letters.endsWith('c') ? '--context' : '--unified';
    return [...(letters.length > 1 ? [`-${letters.slice(0, -1)}`] : []), ...(letters === '' ? [] : [`${kind}=${digits}`])];
  });
}

/** sdiff without -o is `diff -y`. */
export const sdiff = defineProgram({
  name: 'sdiff', usage: '[OPTION]... FILE1 FILE2', summary: 'Side-by-side merge of differences between FILE1 and FILE2.', options: { ...options, width: '-w -W --width=', ignoreAllSpace: '-W --ignore-all-space', suppress: '-s --suppress-common-lines', leftColumn: '-l --left-column', same: '--report-identical-files', output: '-o --output=' }, version: '(GNU diffutils) 3.10', fullName: true, hint: (name) => `${name}: Try '${name} --help' for more information.`, usageStatus: 2, run,
  prepare: (words) => ['--side-by-side', ...words],
});

async function run(tool: Tool, args: Args): Promise<number> {
  checkArguments(args);
  const [first, second, extra] = args.operands;
  if (first === undefined) throw new UsageError(`missing operand after ${quote(tool.name)}`);
  if (second === undefined) throw new UsageError(`missing operand after ${quote(first)}`);
  if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
  const absent = args.has('newFile') && [first, second].some((path) => path === '-' || tool.process.exists(path));
  const [a, b] = [await kind(tool, first, absent), await kind(tool, second, absent)];
  if (a === 'failed' || b === 'failed') return 2;
  if (a && b && isDirectory(a.mode) && isDirectory(b.mode)) return await compareFolders(tool, args, first, second);
  if (a && b && isDirectory(a.mode) !== isDirectory(b.mode)) {
    const [left, right] = isDirectory(a.mode) ? [joinPath(first, baseName(second)), second] : [first, joinPath(second, baseName(first))];
    return await compareFiles(tool, args, left, right, '');
  }
  return await compareFiles(tool, args, first, second, '');
}

function checkArguments(args: Args): void {
  for (const lines of [...args.values('unifiedLines'), ...args.values('contextLines')]) if (!/^\d+$/.test(lines)) throw new UsageError(`invalid context length ${quote(lines)}`);
  for (const width of args.values('width')) if (!/^[1-9]\d*$/.test(width)) throw new UsageError(`invalid width ${quote(width)}`);
  for (const color of args.values('color')) if (!/^(always|auto|never)$/.test(color)) throw new UsageError(`invalid color ${quote(color)}`);
  const styles = new Set(args.ordered.map(({ key }) => ({ unified: 'unified', unifiedLines: 'unified', context: 'context', contextLines: 'context', normal: 'normal', sideBySide: 'side', ed: 'ed', rcs: 'rcs' })[key as string]).filter((style) => style !== undefined));
  if (styles.size > 1) throw new UsageError('conflicting output style options');
}

async function kind(tool: Tool, path: string, absentAsEmpty: boolean): Promise<Stat | undefined | 'failed'> {
  if (path === '-') return undefined;
  try {
    return tool.process.stat(path);
  } catch (error) {
    if (absentAsEmpty && isSystemError(error, 'ENOENT')) return undefined;
    await tool.error(`${path}: ${reason(error)}`);
    return 'failed';
  }
}

async function compareFolders(tool: Tool, args: Args, first: string, second: string): Promise<number> {
  const { process, out } = tool;
  const list = (path: string): Set<string> => new Set(process.readdir(path).map((entry) => entry.name).filter((name) => !args.values('exclude').some((glob) => matchGlob(glob, name))));
  const [a, b] = [list(first), list(second)];
  let status = 0;
  for (const name of [...new Set([...a, ...b])].sort()) {
    const [left, right] = [joinPath(first, name), joinPath(second, name)];
    if ((!a.has(name) || !b.has(name)) && !args.has('newFile')) {
      out.write(`Only in ${a.has(name) ? first : second}: ${name}\n`);
      status = Math.max(status, 1);
      continue;
    }
    const folder = (path: string): boolean | undefined => {
      try {
        return isDirectory(process.stat(path).mode);
      } catch (error) {
        if (isSystemError(error)) return undefined;
        throw error;
      }
    };
    const [x, y] = [folder(left), folder(right)];
    if (x && y) {
      if (args.has('recursive')) status = Math.max(status, await compareFolders(tool, args, left, right));
      else out.write(`Common subdirectories: ${left} and ${right}\n`);
    } else if (x !== undefined && y !== undefined && x !== y) {
      out.write(`File ${left} is a ${x ? 'directory' : 'regular file'} while file ${right} is a ${y ? 'directory' : 'regular file'}\n`);
      status = Math.max(status, 1);
    } else {
      const words = process.argv.slice(1).filter((word) => word.startsWith('-'));
      status = Math.max(status, await compareFiles(tool, args, left, right, `diff ${[...words, left, right].join(' ')}\n`));
    }
  }
  return status;
}

async function load(tool: Tool, args: Args, path: string): Promise<string> {
  try {
    return textOf(await readInput(tool.process, path));
  } catch (error) {
    if (args.has('newFile') && isSystemError(error, 'ENOENT')) return '';
    throw error;
  }
}

function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  // A last line without its newline differs from the same with one.
  if (lines.at(-1) === '') lines.pop();
  else lines.push(`${lines.pop() ?? ''}\0`);
  return lines;
}

async function compareFiles(tool: Tool, args: Args, first: string, second: string, title: string): Promise<number> {
  const { out } = tool;
  let texts: [string, string];
  try {
    texts = [await load(tool, args, first), await load(tool, args, second)];
  } catch (error) {
    const path = isSystemError(error) && error.path !== undefined ? error.path : first;
    await tool.error(`${path}: ${reason(error)}`);
    return 2;
  }
  const [left, right] = texts;
  if (left === right) {
    if (args.has('same')) out.write(`Files ${first} and ${second} are identical\n`);
    return 0;
  }
  if ((left.includes('\0') || right.includes('\0')) && !args.has('text')) {
    out.write(`Binary files ${first} and ${second} differ\n`);
    return 1;
  }
  const a = linesOf(left);
  const b = linesOf(right);
  const normal = (line: string): string => {
    let text = args.has('strip') ? line.replace(/\r$/, '') : line;
    if (args.has('ignoreTabs')) text = text.replace(/[^\t]*\t/g, (part) => part.slice(0, -1).padEnd((Math.floor((part.length - 1) / 8) + 1) * 8));
    if (args.has('ignoreAllSpace')) text = text.replace(/\s+/g, '');
    else if (args.has('ignoreSpaceChange')) text = text.replace(/\s+$/, '').replace(/\s+/g, ' ');
    else if (args.has('ignoreTrailing')) text = text.replace(/\s+$/, '');
    return args.has('ignoreCase') ? text.toLowerCase() : text;
  };
  let hunks = diffLines(a.map(normal), b.map(normal));
  if (args.has('ignoreBlank')) hunks = hunks.filter((hunk) => [...a.slice(hunk.from, hunk.to), ...b.slice(hunk.otherFrom, hunk.otherTo)].some((line) => line.trim() !== ''));
  const ignored = args.values('ignoreMatching').map((pattern) => compileRegex(pattern, { extended: false }));
  if (ignored.length > 0) hunks = hunks.filter((hunk) => [...a.slice(hunk.from, hunk.to), ...b.slice(hunk.otherFrom, hunk.otherTo)].some((line) => !ignored.some((pattern) => pattern.test(line.replace(/\0$/, '')))));
  await tool.process.checkpoint();
  if (hunks.length === 0) return 0;
  if (args.has('brief')) {
    out.write(`Files ${first} and ${second} differ\n`);
    return 1;
  }
  out.write(title);
  const paint = painter(tool, args);
  // Functions are shown in a context.
  const style = args.last('unified', 'unifiedLines', 'context', 'contextLines', 'normal', 'sideBySide', 'ed', 'rcs') ?? (functionPattern(args) ? 'context' : undefined);
  const [nameA, nameB] = [header(tool, args, first, 0), header(tool, args, second, 1)];
  if (style === 'unified' || style === 'unifiedLines') unified(tool, hunks, a, b, nameA, nameB, Number(args.value('unifiedLines') ?? 3), paint, functionPattern(args));
  else if (style === 'context' || style === 'contextLines') context(tool, hunks, a, b, nameA, nameB, Number(args.value('contextLines') ?? 3));
  else if (style === 'sideBySide') sideBySide(out, hunks, a, b, { width: Number(args.value('width') ?? 130), expandTabs: args.has('expandTabs'), suppress: args.has('suppress'), leftColumn: args.has('leftColumn') });
  else if (style === 'ed') edScript(out, hunks, b);
  else if (style === 'rcs') rcsScript(out, hunks, b);
  else for (const hunk of hunks) normalHunk(tool, hunk, a, b, paint, args.has('initialTab') ? '\t' : ' ');
  return 1;
}

/** Which lines head a hunk: -p and -F. */
function functionPattern(args: Args): RegExp | undefined {
  const own = args.value('functionLine');
  return own !== undefined ? compileRegex(own, { extended: false }) : args.has('showFunction') ? /^[A-Za-z_$]/ : undefined;
}

function painter(tool: Tool, args: Args): (text: string, code: string) => string {
  const when = args.has('color') ? args.value('color') ?? 'auto' : 'never';
  return when === 'always' || (when === 'auto' && tool.process.isatty(1)) ? (text, code) => `\x1b[${code}m${text}\x1b[0m` : (text) => text;
}

function header(tool: Tool, args: Args, path: string, index: number): string {
  const label = args.values('label')[index];
  if (label !== undefined) return label;
  let ms = 0;
  try {
    ms = path === '-' ? tool.process.clock.now() : tool.process.stat(path).mtime;
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return `${path}\t${strftime('%Y-%m-%d %H:%M:%S.%N %z', localTime(ms, timeZoneOf(tool.process)))}`;
}

function shown(mark: string, line: string | undefined): string {
  const text = line ?? '';
  return text.endsWith('\0') ? `${mark}${text.slice(0, -1)}\n\\ No newline at end of file\n` : `${mark}${text}\n`;
}

function range(from: number, to: number): string {
  return to - from <= 1 ? String(to) : `${from + 1},${to}`;
}

function normalHunk(tool: Tool, hunk: Hunk, a: readonly string[], b: readonly string[], paint: (text: string, code: string) => string, gap: string): void {
  const letter = hunk.from === hunk.to ? 'a' : hunk.otherFrom === hunk.otherTo ? 'd' : 'c';
  tool.out.write(`${paint(`${range(hunk.from, hunk.to)}${letter}${range(hunk.otherFrom, hunk.otherTo)}`, '36')}\n`);
  for (const line of a.slice(hunk.from, hunk.to)) tool.out.write(paint(shown(`<${gap}`, line).slice(0, -1), '31') + '\n');
  if (letter === 'c') tool.out.write('---\n');
  for (const line of b.slice(hunk.otherFrom, hunk.otherTo)) tool.out.write(paint(shown(`>${gap}`, line).slice(0, -1), '32') + '\n');
}

/** Hunks whose contexts touch, together. */
function grouped(hunks: readonly Hunk[], lines: number): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1)?.at(-1);
    if (last && hunk.from - last.to <= lines * 2) groups.at(-1)?.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

function unified(tool: Tool, hunks: readonly Hunk[], a: readonly string[], b: readonly string[], nameA: string, nameB: string, lines: number, paint: (text: string, code: string) => string, heading: RegExp | undefined): void {
  tool.out.write(`${paint(`--- ${nameA}`, '1')}\n${paint(`+++ ${nameB}`, '1')}\n`);
  for (const group of grouped(hunks, lines)) {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    const from = Math.max(0, first.from - lines);
    const to = Math.min(a.length, last.to + lines);
    const otherFrom = first.otherFrom - (first.from - from);
    const otherTo = last.otherTo + (to - last.to);
    const span = (start: number, end: number): string => (end - start === 1 ? String(start + 1) : `${end === start ? start : start + 1},${end - start}`);
    const title = heading && a.slice(0, from).findLast((line) => heading.test(line));
    tool.out.write(`${paint(`@@ -${span(from, to)} +${span(otherFrom, otherTo)} @@`, '36')}${title === undefined ? '' : ` ${title.slice(0, 40).trimEnd()}`}\n`);
    let at = from;
    for (const hunk of group) {
      for (; at < hunk.from; at++) tool.out.write(shown(' ', a[at]));
      for (; at < hunk.to; at++) tool.out.write(paint(shown('-', a[at]).slice(0, -1), '31') + '\n');
      for (const line of b.slice(hunk.otherFrom, hunk.otherTo)) tool.out.write(paint(shown('+', line).slice(0, -1), '32') + '\n');
    }
    for (; at < to; at++) tool.out.write(shown(' ', a[at]));
  }
}

function context(tool: Tool, hunks: readonly Hunk[], a: readonly string[], b: readonly string[], nameA: string, nameB: string, lines: number): void {
  tool.out.write(`*** ${nameA}\n--- ${nameB}\n`);
  const span = (start: number, end: number): string => (end - start <= 1 ? String(end) : `${start + 1},${end}`);
  for (const group of grouped(hunks, lines)) {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    const from = Math.max(0, first.from - lines);
    const to = Math.min(a.length, last.to + lines);
    const otherFrom = first.otherFrom - (first.from - from);
    const otherTo = last.otherTo + (to - last.to);
    tool.out.write(`***************\n*** ${span(from, to)} ****\n`);
    if (group.some((hunk) => hunk.to > hunk.from)) {
      for (let at = from; at < to; at++) {
        const hunk = group.find((one) => at >= one.from && at < one.to);
        tool.out.write(shown(!hunk ? '  ' : hunk.otherFrom === hunk.otherTo ? '- ' : '! ', a[at]));
      }
    }
    tool.out.write(`--- ${span(otherFrom, otherTo)} ----\n`);
    if (group.some((hunk) => hunk.otherTo > hunk.otherFrom)) {
      for (let at = otherFrom; at < otherTo; at++) {
        const hunk = group.find((one) => at >= one.otherFrom && at < one.otherTo);
        tool.out.write(shown(!hunk ? '  ' : hunk.from === hunk.to ? '+ ' : '! ', b[at]));
      }
    }
  }
}
