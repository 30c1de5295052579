import { type Arguments, defineProgram, parseSize, quote, readBlocks, readToEnd, type Tool, UsageError } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  bytes: '-c --bytes=  print the first NUM bytes; with a leading -, all but the last NUM',
  lines: '-n --lines=  print the first NUM lines instead of the first 10; with a leading -, all but the last NUM',
  quiet: '-q --quiet --silent  never print headers giving file names',
  verbose: '-v --verbose  always print headers giving file names',
  zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const head = defineProgram({
  name: 'head', usage: '[OPTION]... [FILE]...', summary: 'Print the first 10 lines of each FILE to standard output.', options, run,
  prepare: (words) => {
    const match = /^-(\d+)([a-zA-Z]*)$/.exec(words[0] ?? '');
    if (!match) return words;
    const letters = match[2] ?? '';
    const stray = /[^bckmlqvz]/.exec(letters)?.[0];
    if (stray !== undefined) throw new UsageError(`invalid trailing option -- ${stray}`);
    const unit = /[bkm]/.exec(letters)?.[0] ?? '';
    return [`-${/[bckm]/.test(letters) ? 'c' : 'n'}${match[1]}${unit}`, ...(/[qvz]/.test(letters) ? [`-${letters.replace(/[^qvz]/g, '')}`] : []), ...words.slice(1)];
  },
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const kind = args.last('bytes', 'lines') ?? 'lines';
  const text = args.value(kind) ?? '10';
  const count = parseSize(text.replace(/^[-+]/, ''));
  if (count === undefined) throw new UsageError(`invalid number of ${kind}: ${quote(text)}`, false);
  const allBut = text.startsWith('-');
  const delimiter = args.has('zero') ? 0 : 10;
  const titled = args.last('quiet', 'verbose') === 'verbose' || (!args.has('quiet') && args.operands.length > 1);
  let first = true;
  return await eachInput(tool, args.operands, async (fd, name) => {
    if (titled) out.write(`${first ? '' : '\n'}==> ${name === '-' ? 'standard input' : name} <==\n`);
    first = false;
    if (allBut) {
      const data = await readToEnd(process, fd);
      out.write(data.subarray(0, kind === 'bytes' ? Math.max(0, data.length - count) : cutLastLines(data, count, delimiter)));
      await out.flush();
      return;
    }
    let left = count;
    if (left === 0) return;
    for await (const block of readBlocks(process, fd)) {
      let end = 0;
      if (kind === 'bytes') {
        end = Math.min(left, block.length);
        left -= end;
      } else {
        while (left > 0 && end < block.length) {
          const at = block.indexOf(delimiter, end);
          if (at < 0) end = block.length;
          else {
            end = at + 1;
            left--;
          }
        }
      }
      out.write(block.subarray(0, end));
      await out.flush();
      if (left === 0) return;
    }
  }, (name, why, opening) => (tool.busybox ? `${name}: ${why}` : opening ? `cannot open ${quote(name)} for reading: ${why}` : `error reading ${quote(name)}: ${why}`));
}

/** Where the last `count` lines of `data` begin. */
export function cutLastLines(data: Uint8Array, count: number, delimiter: number): number {
  if (count === 0) return data.length;
  let at = data.length - 1;
  for (let left = count; at >= 0; left--) {
    at = at === 0 ? -1 : data.lastIndexOf(delimiter, at - 1);
    if (left === 1) return at + 1;
  }
  return 0;
}

