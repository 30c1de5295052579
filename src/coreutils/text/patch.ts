import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, bytesOf, defineProgram, dirName, joinPath, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';
import { type FilePatch, parsePatch, type PatchHunk } from './patch-file.ts';

const options = {
  strip: '-p --strip=  strip NUM leading components from file names', fuzz: '-F --fuzz=', directory: '-d --directory=  change the working directory to DIR first', reverse: '-R --reverse  assume patches were created with old and new files swapped', forward: '-N --forward  ignore patches that appear to be reversed or already applied', input: '-i --input=  read patch from PATCHFILE instead of stdin', output: '-o --output=  output patched files to FILE',
  backup: '-b --backup  back up the original contents of each file', suffix: '-z --suffix=', dryRun: '--dry-run  do not actually change any files', silent: '-s --quiet --silent  work silently unless an error occurs', verbose: '--verbose', force: '-f --force', batch: '-t --batch', rejects: '-r --reject-file=', empty: '-E --remove-empty-files', unified: '-u --unified', context: '-c --context', normal: '-n --normal', binary: '--binary', merge: '--merge[=]',
};
type Args = Arguments<keyof typeof options>;

export const patch = defineProgram({ name: 'patch', usage: '[OPTION]... [ORIGFILE [PATCHFILE]]', summary: 'Apply a diff file to an original.', options, version: 'GNU patch 2.8', fullName: true, hint: (name) => `${name}: Try '${name} --help' for more information.`, usageStatus: 2, run });

async function run(tool: Tool, args: Args): Promise<number> {
  const { process } = tool;
  const [original, patchFile] = args.operands;
  const name = args.value('input') ?? patchFile ?? '-';
  let text: string;
  const folder = args.value('directory');
  try {
    text = textOf(await readInput(process, name));
  } catch (error) {
    await tool.errorText(`${tool.name}: **** Can't open patch file ${name} : ${reason(error)}\n`);
    return 2;
  }
  if (folder !== undefined) process.chdir(folder);
  const files = parsePatch(text);
  if (files.length === 0) {
    if (text.trim() === '') return 0;
    await tool.errorText(`${tool.name}: **** Only garbage was found in the patch input.\n`);
    return 2;
  }
  let status = 0;
  for (const file of files) status = Math.max(status, await apply(tool, args, file, original));
  return status;
}

function stripped(args: Args, name: string | undefined): string | undefined {
  if (name === undefined || name === '/dev/null') return undefined;
  const count = args.value('strip');
  if (count === undefined) return name.slice(name.lastIndexOf('/') + 1);
  const parts = name.split('/');
  return parts.length > Number(count) ? parts.slice(Number(count)).join('/') : undefined;
}

function reversed(hunk: PatchHunk): PatchHunk {
  return { ...hunk, from: hunk.to, to: hunk.from, oldLines: hunk.newLines, newLines: hunk.oldLines, text: hunk.text.map((line) => line.replace(/^[-+]/, (mark) => (mark === '-' ? '+' : '-'))) };
}

/** Where the lines of a hunk stand: [line from 0, fuzz used]. */
function locate(lines: readonly string[], hunk: PatchHunk, expected: number, mostFuzz: number): [number, number] | undefined {
  const context = Math.max(hunk.prefix, hunk.suffix);
  for (let fuzz = 0; fuzz <= Math.min(mostFuzz, context); fuzz++) {
    const head = Math.max(0, fuzz - (context - hunk.prefix));
    const tail = Math.max(0, fuzz - (context - hunk.suffix));
    const wanted = hunk.oldLines.slice(head, hunk.oldLines.length - tail);
    const fits = (at: number): boolean => at >= 0 && at + wanted.length <= lines.length && wanted.every((line, index) => lines[at + index] === line);
    const start = expected + head;
    if (hunk.oldLines.length === 0) return [Math.min(expected, lines.length), 0];
    for (let distance = 0; distance <= lines.length + Math.abs(start); distance++) {
      if (fits(start + distance)) return [start + distance - head, fuzz];
      if (distance > 0 && fits(start - distance)) return [start - distance - head, fuzz];
    }
  }
  return undefined;
}

async function apply(tool: Tool, args: Args, file: FilePatch, original: string | undefined): Promise<number> {
  const { process } = tool;
  const names = [file.oldName, file.newName, file.index].map((name) => stripped(args, name)).filter((name) => name !== undefined);
  const backwards = args.has('reverse');
  const creates = (backwards ? file.newName : file.oldName) === '/dev/null' || (file.hunks.length === 1 && (backwards ? file.hunks[0]?.newLines : file.hunks[0]?.oldLines)?.length === 0);
  const target = original ?? names.filter((name) => process.exists(name)).sort((a, b) => a.split('/').length - b.split('/').length || a.length - b.length)[0] ?? (creates ? names.at(-1) : undefined);
  if (target === undefined) {
    await tool.out.flush();
    tool.out.write(`can't find file to patch at input line ${3}\nPerhaps you ${args.has('strip') ? 'used the wrong -p or --strip option' : 'should have used the -p or --strip option'}?\nThe text leading up to this was:\n--------------------------\n|--- ${file.oldName ?? ''}\n|+++ ${file.newName ?? ''}\n--------------------------\nNo file to patch.  Skipping patch.\n${file.hunks.length} out of ${file.hunks.length} hunk${file.hunks.length === 1 ? '' : 's'} ignored\n`);
    return 1;
  }
  let before = '';
  let mode = 0o644;
  try {
    before = textOf(process.readFile(target));
    mode = process.stat(target).mode & 0o777;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (!isSystemError(error, 'ENOENT') || !creates) throw new UsageError(`**** Can't open file ${target} : ${reason(error)}`, false);
  }
  const lines = before === '' ? [] : before.split('\n');
  if (before.endsWith('\n')) lines.pop();
  else if (before !== '') lines.push(`${lines.pop() ?? ''}\0`);
  const output = args.value('output');
  if (!args.has('silent')) tool.out.write(output === undefined ? `${args.has('dryRun') ? 'checking' : 'patching'} file ${target}\n` : `patching file ${output} (read from ${target})\n`);
  let hunks = backwards ? file.hunks.map(reversed) : file.hunks;
  const fuzz = Number(args.value('fuzz') ?? 2);
  const [first] = hunks;
  if (first && !locate(lines, first, first.from - 1, fuzz) && locate(lines, reversed(first), first.to - 1, 0)) {
    if (args.has('force')) hunks = hunks.slice();
    else if (args.has('batch')) hunks = hunks.map(reversed);
    else {
      const what = backwards ? 'Unreversed' : 'Reversed (or previously applied)';
      tool.out.write(args.has('forward') ? `${what} patch detected!  Skipping patch.\n` : `${what} patch detected!  Assume -R? [n] \n`);
      if (!args.has('forward')) tool.out.write('Apply anyway? [n] \nSkipping patch.\n');
      return await reject(tool, args, target, file, hunks, hunks.length, true);
    }
  }
  let offset = 0;
  let inexact = false;
  const failed: PatchHunk[] = [];
  for (const [index, hunk] of hunks.entries()) {
    const found = locate(lines, hunk, hunk.from - 1 + offset, fuzz);
    if (!found) {
      tool.out.write(`Hunk #${index + 1} FAILED at ${hunk.from}.\n`);
      failed.push(hunk);
      continue;
    }
    const [at, used] = found;
    const moved = at + 1 - hunk.from - growth(hunks, index, failed);
    if ((used > 0 || moved !== 0) && !args.has('silent')) {
      tool.out.write(`Hunk #${index + 1} succeeded at ${at + 1}${used > 0 ? ` with fuzz ${used}` : ''}${moved !== 0 ? ` (offset ${moved} line${Math.abs(moved) === 1 ? '' : 's'})` : ''}.\n`);
    }
    inexact ||= used > 0 || at !== hunk.from - 1 + growth(hunks, index, failed);
    const context = Math.max(hunk.prefix, hunk.suffix);
    const [head, tail] = [Math.max(0, used - (context - hunk.prefix)), Math.max(0, used - (context - hunk.suffix))];
    lines.splice(at + head, hunk.oldLines.length - head - tail, ...hunk.newLines.slice(head, hunk.newLines.length - tail));
    offset = at - (hunk.from - 1) + hunk.newLines.length - hunk.oldLines.length;
    await process.checkpoint();
  }
  if (!args.has('dryRun') && failed.length < hunks.length) {
    const text = lines.map((line) => (line.endsWith('\0') ? line.slice(0, -1) : `${line}\n`)).join('');
    if ((args.has('backup') || (inexact && output === undefined)) && process.exists(target)) process.writeFile(`${target}${args.value('suffix') ?? '.orig'}`, bytesOf(before), { mode });
    const gone = text === '' && (args.has('empty') || (backwards ? file.oldGone : file.newGone) || (backwards ? file.oldName : file.newName) === '/dev/null');
    if (output !== undefined) process.writeFile(output, bytesOf(text));
    else if (gone) process.unlink(target);
    else {
      makeParents(tool, target);
      process.writeFile(target, bytesOf(text), { mode });
    }
  }
  return failed.length > 0 ? await reject(tool, args, target, file, failed, hunks.length, false) : 0;
}

/** By how many lines the hunks before this one made the file longer. */
function growth(hunks: readonly PatchHunk[], index: number, failed: readonly PatchHunk[]): number {
  return hunks.slice(0, index).filter((hunk) => !failed.includes(hunk)).reduce((sum, hunk) => sum + hunk.newLines.length - hunk.oldLines.length, 0);
}

function makeParents(tool: Tool, target: string): void {
  const folder = dirName(target);
  if (folder === '.' || folder === '/' || tool.process.exists(folder)) return;
  makeParents(tool, folder);
  tool.process.mkdir(folder);
}

async function reject(tool: Tool, args: Args, target: string, file: FilePatch, failed: readonly PatchHunk[], total: number, ignored: boolean): Promise<number> {
  const name = args.value('rejects') ?? `${target}.rej`;
  const saved = !args.has('dryRun');
  tool.out.write(`${failed.length} out of ${total} hunk${total === 1 ? '' : 's'} ${ignored ? 'ignored' : 'FAILED'}${saved ? ` -- saving rejects to file ${joinPath('', name).replace(/^\//, '')}` : ''}\n`);
  if (!saved) return 1;
  const span = (start: number, count: number): string => (count === 1 ? String(start) : `${count === 0 ? start - 1 : start},${count}`);
  tool.process.writeFile(name, bytesOf(`--- ${file.oldName ?? target}\n+++ ${file.newName ?? target}\n${failed.map((hunk) => `@@ -${span(hunk.from, hunk.oldLines.length)} +${span(hunk.to, hunk.newLines.length)} @@\n${hunk.text.join('\n')}\n`).join('')}`));
  return 1;
}
