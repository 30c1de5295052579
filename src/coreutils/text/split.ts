import { concatBytes } from '../../base/index.ts';
import type { Program } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, parseSize, quote, readInput, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  suffixLength: '-a --suffix-length=  generate suffixes of length N (default 2)', additional: '--additional-suffix=  append an additional SUFFIX to file names', bytes: '-b --bytes=  put SIZE bytes per output file', lineBytes: '-C --line-bytes=  put at most SIZE bytes of records per output file',
  digits: '-d  use numeric suffixes starting at 0, not alphabetic', numeric: '--numeric-suffixes[=]  same as -d, but allow setting the start value', hexDigits: '-x  use hex suffixes starting at 0, not alphabetic', hex: '--hex-suffixes[=]  same as -x, but allow setting the start value', elide: '-e --elide-empty-files  do not generate empty output files with \'-n\'', filter: '--filter=  write to shell COMMAND; file name is $FILE',
  lines: '-l --lines=  put NUMBER lines/records per output file', number: '-n --number=  generate CHUNKS output files', separator: '-t --separator=', unbuffered: '-u --unbuffered', verbose: '--verbose  print a diagnostic just before each output file is opened',
};
type Args = Arguments<keyof typeof options>;

export const split: Program = defineProgram({
  name: 'split', usage: '[OPTION]... [FILE [PREFIX]]', summary: 'Output pieces of FILE to PREFIXaa, PREFIXab, ...; default size is 1000 lines, and default PREFIX is \'x\'.', options, run, prepare: (words) => words.map((word) => (/^-\d+$/.test(word) ? oldLines(word.slice(1)) : word)),
});

function oldLines(count: string): string {
  if (Number(count) === 0) throw new UsageError(`invalid number of lines: ${quote(count)}`);
  return `--lines=${count}`;
}

/** Names of the output files, one after the other. */
function* names(args: Args, prefix: string): Generator<string> {
  const start = Number(args.value('numeric') ?? args.value('hex') ?? 0);
  const radix = args.has('digits') || args.has('numeric') ? 10 : args.has('hexDigits') || args.has('hex') ? 16 : 26;
  const fixed = args.value('suffixLength');
  let length = fixed === undefined ? 2 : Number(fixed);
  const more = args.value('additional') ?? '';
  let lead = '';
  for (let index = start; ; index++) {
    // When suffixes run out they grow: xyz, xzaaa.
    if (fixed === undefined && start === 0 && index >= radix ** length - radix ** (length - 1)) {
      lead += radix === 26 ? 'z' : radix === 10 ? '9' : 'f';
      index = 0;
      length++;
    } else if (index >= radix ** length) throw new UsageError('output file suffixes exhausted', false);
    const text = index.toString(radix).padStart(length, '0');
    yield prefix + lead + (radix === 26 ? [...text].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('') : text) + more;
  }
}

async function run(tool: Tool, args: Args): Promise<number> {
  const { process } = tool;
  const [file = '-', prefix = 'x', extra] = args.operands;
  if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
  checkArguments(args);
  const sized = (key: 'bytes' | 'lineBytes' | 'lines', what: string): number | undefined => {
    const text = args.value(key);
    if (text === undefined) return undefined;
    const size = parseSize(text);
    if (size === undefined || size <= 0) throw new UsageError(`invalid number of ${what}: ${quote(text)}`, false);
    return size;
  };
  const [bytes, lineBytes, lines] = [sized('bytes', 'bytes'), sized('lineBytes', 'lines'), sized('lines', 'lines') ?? 1000];
  let data: Uint8Array;
  try {
    data = await readInput(process, file);
  } catch (error) {
    throw new UsageError(isDirectoryError(error) ? `${file}: read error` : `cannot open ${quote(file)} for reading: ${reason(error)}`, false);
  }
  const end = args.value('separator') === '\\0' ? 0 : (args.value('separator') ?? '\n').charCodeAt(0);
  const number = args.value('number');
  let pieces: Uint8Array[];
  if (number !== undefined) {
    const chunks = /^(?:([lr])\/)?(?:(\d+)\/)?(\d+)$/.exec(number);
    if (!chunks || Number(chunks[3]) === 0) throw new UsageError(`invalid number of chunks: ${quote(number.replace(/^(?:[lr]\/)?(?:\d+\/)?/, '') || number)}`, false);
    if (chunks[2] !== undefined && (Number(chunks[2]) === 0 || Number(chunks[2]) > Number(chunks[3]))) throw new UsageError(`invalid chunk number: ${quote(chunks[2])}`, false);
    if (chunks[2] !== undefined && args.has('filter')) throw new UsageError('--filter does not process a chunk extracted to stdout');
    const suffixes = args.value('suffixLength');
    if (chunks[2] === undefined && suffixes !== undefined && Number(suffixes) > 0 && Number(chunks[3]) > (args.has('digits') || args.has('numeric') ? 10 : args.has('hexDigits') || args.has('hex') ? 16 : 26) ** Number(suffixes)) throw new UsageError('the suffix length needs to be at least 2', false);
    pieces = inChunks(data, Number(chunks[3]), chunks[1], end);
    if (chunks[2] !== undefined) {
      tool.out.write(pieces[Number(chunks[2]) - 1] ?? new Uint8Array());
      return 0;
    }
    if (args.has('elide')) pieces = pieces.filter((piece) => piece.length > 0);
  } else if (bytes !== undefined) pieces = Array.from({ length: Math.ceil(data.length / bytes) }, (_, index) => data.subarray(index * bytes, (index + 1) * bytes));
  else pieces = byRecords(data, end, lineBytes, lines);
  const name = names(args, prefix);
  for (const piece of pieces) {
    const target = name.next().value ?? '';
    const filter = args.value('filter');
    if (filter !== undefined) {
      const [read, write] = process.pipe();
      const pid = process.spawn('/bin/sh', ['sh', '-c', filter], { fds: { 0: read, 1: 1, 2: 2 }, env: { ...process.env, FILE: target } });
      process.close(read);
      await process.write(write, piece);
      process.close(write);
      await process.wait(pid);
      continue;
    }
    if (args.has('verbose')) tool.out.write(`creating file '${target}'\n`);
    process.writeFile(target, piece);
    await process.checkpoint();
  }
  return 0;
}

function checkArguments(args: Args): void {
  const ways = ['bytes', 'lineBytes', 'lines', 'number'] as const;
  if (ways.reduce((count, key) => count + args.count(key), 0) > 1) throw new UsageError('cannot split in more than one way');
  const length = args.value('suffixLength');
  if (length !== undefined && !/^\d+$/.test(length)) throw new UsageError(`invalid suffix length: ${quote(length)}`, false);
  const separator = args.value('separator');
  if (separator !== undefined && separator !== '\\0' && [...separator].length > 1) throw new UsageError(`multi-character separator ${quote(separator)}`, false);
  const start = args.value('numeric') ?? args.value('hex');
  if (start !== undefined && !/^[\da-f]+$/i.test(start)) throw new UsageError(`${quote(start)}: invalid start value for ${args.has('numeric') ? 'numerical' : 'hexadecimal'} suffix`);
  const more = args.value('additional');
  if (more?.includes('/')) throw new UsageError(`invalid suffix ${quote(more)}, contains directory separator`);
}

function isDirectoryError(error: unknown): boolean {
  return reason(error) === 'Is a directory';
}

/** The records, each with its end. */
function recordsOf(data: Uint8Array, end: number): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at < data.length; ) {
    const found = data.indexOf(end, at);
    const next = found < 0 ? data.length : found + 1;
    records.push(data.subarray(at, next));
    at = next;
  }
  return records;
}

function byRecords(data: Uint8Array, end: number, lineBytes: number | undefined, lines: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let piece: Uint8Array[] = [];
  let size = 0;
  const close = (): void => {
    if (piece.length > 0) pieces.push(concatBytes(piece));
    piece = [];
    size = 0;
  };
  for (let record of recordsOf(data, end)) {
    if (lineBytes === undefined) {
      piece.push(record);
      if (piece.length === lines) close();
      continue;
    }
    if (size + record.length > lineBytes) close();
    for (; record.length > lineBytes; record = record.subarray(lineBytes)) pieces.push(record.subarray(0, lineBytes));
    piece.push(record);
    size += record.length;
  }
  close();
  return pieces;
}

function inChunks(data: Uint8Array, count: number, kind: string | undefined, end: number): Uint8Array[] {
  if (kind === 'r') {
    const lists: Uint8Array[][] = Array.from({ length: count }, () => []);
    recordsOf(data, end).forEach((record, index) => lists[index % count]?.push(record));
    return lists.map((list) => concatBytes(list));
  }
  const bound = (index: number): number => {
    const size = Math.floor(data.length / count);
    return index * size + Math.min(index, data.length % count);
  };
  if (kind === undefined) return Array.from({ length: count }, (_, index) => data.subarray(bound(index), bound(index + 1)));
  const pieces: Uint8Array[][] = Array.from({ length: count }, () => []);
  let at = 0;
  let chunk = 0;
  for (const record of recordsOf(data, end)) {
    while (chunk < count - 1 && at >= bound(chunk + 1)) chunk++;
    pieces[chunk]?.push(record);
    at += record.length;
  }
  return pieces.map((piece) => concatBytes(piece));
}
