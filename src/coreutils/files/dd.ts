import { concatBytes } from '../../base/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { humanSize, parseSize, quote, rawProgram, reason, type Tool, UsageError } from '../program/index.ts';

const conversions = ['ascii', 'ebcdic', 'ibm', 'block', 'unblock', 'lcase', 'ucase', 'sparse', 'swab', 'noerror', 'nocreat', 'excl', 'notrunc', 'sync', 'fdatasync', 'fsync'];
const flags = ['append', 'binary', 'cio', 'direct', 'directory', 'dsync', 'noatime', 'nocache', 'noctty', 'nofollow', 'nolinks', 'nonblock', 'sync', 'text', 'fullblock', 'count_bytes', 'skip_bytes', 'seek_bytes'];

/** Lists of words that operands take. */
function checkWords(given: ReadonlyMap<string, string>): void {
  for (const [name, known, what] of [['conv', conversions, 'conversion'], ['iflag', flags, 'input flag'], ['oflag', flags, 'output flag']] as const) {
    for (const word of (given.get(name) ?? '').split(',')) if (word !== '' && !known.includes(word)) throw new UsageError(`invalid ${what}: ${quote(word)}`);
  }
  const status = given.get('status');
  if (status !== undefined && !/^(none|noxfer|progress)$/.test(status)) throw new UsageError(`invalid status level: ${quote(status)}`);
  const conv = (given.get('conv') ?? '').split(',');
  if (conv.includes('lcase') && conv.includes('ucase')) throw new UsageError('cannot combine lcase and ucase', false);
  if (conv.includes('excl') && conv.includes('nocreat')) throw new UsageError('cannot combine excl and nocreat', false);
}

function size(text: string, name: string): number {
  const product = text.split('x').map((part) => parseSize(part)).reduce<number | undefined>((a, b) => (a === undefined || b === undefined ? undefined : a * b), 1);
  if (product === undefined) throw new UsageError(`invalid number: ${quote(text)}`, false);
  if (product === 0 && name.endsWith('bs')) throw new UsageError(`invalid number: ${quote(text)}`, false);
  return product;
}

export const dd = rawProgram('dd', async (tool, words) => {
  const given = new Map<string, string>();
  const [option] = words.filter((word) => /^-./.test(word));
  if (option !== undefined && !tool.busybox) throw new UsageError(option.startsWith('--') ? `unrecognized option '${option}'` : `invalid option -- '${option.charAt(1)}'`);
  for (const word of words) {
    const [name = '', value] = word.split(/=([^]*)/);
    if (value === undefined || !['if', 'of', 'bs', 'ibs', 'obs', 'count', 'skip', 'seek', 'conv', 'status', 'iflag', 'oflag', 'cbs', 'iseek', 'oseek'].includes(name)) throw new UsageError(value === undefined ? `unrecognized operand ${quote(word)}` : `unrecognized operand ${quote(word)}`);
    given.set(name, value);
  }
  if (!tool.busybox) checkWords(given);
  const { process } = tool;
  const block = size(given.get('bs') ?? given.get('ibs') ?? '512', 'bs');
  const count = given.has('count') ? size(given.get('count') ?? '', 'count') : Infinity;
  const conv = new Set((given.get('conv') ?? '').split(',').filter(Boolean));
  const open = (path: string, mode: 'read' | 'write'): number => {
    try {
      return mode === 'read' ? process.open(path, 'r') : process.open(path, { write: true, create: !conv.has('nocreat'), exclusive: conv.has('excl'), truncate: !conv.has('notrunc') && !given.has('seek') }, 0o666);
    } catch (error) {
      throw new UsageError(`failed to open ${quote(path)}: ${reason(error)}`, false);
    }
  };
  const source = given.get('if') ?? undefined;
  const target = given.get('of');
  const from = source === undefined ? 0 : open(source, 'read');
  const to = target === undefined ? 1 : open(target, 'write');
  const started = process.clock.now();
  const skip = size(given.get('skip') ?? given.get('iseek') ?? '0', 'skip') * block;
  if (skip > 0) {
    try {
      process.lseek(from, skip, 'cur');
    } catch (error) {
      if (!isSystemError(error, 'ESPIPE')) throw error;
      for (let left = skip; left > 0;) {
        const part = await process.read(from, Math.min(left, 65536));
        if (part.length === 0) break;
        left -= part.length;
      }
    }
  }
  const seek = size(given.get('seek') ?? given.get('oseek') ?? '0', 'seek') * size(given.get('bs') ?? given.get('obs') ?? '512', 'bs');
  if (seek > 0) {
    if (!conv.has('notrunc')) process.ftruncate(to, seek);
    process.lseek(to, seek, 'set');
  }
  const totals = { inFull: 0, inPart: 0, outFull: 0, outPart: 0, bytes: 0 };
  const report = (): Promise<void> => summarize(tool, given.get('status'), totals, process.clock.now() - started);
  let status = 0;
  let reading = false;
  try {
    while (totals.inFull + totals.inPart < count) {
      reading = true;
      let data = await readBlock(tool, from, block, given.get('iflag')?.includes('fullblock') ?? false);
      reading = false;
      if (data.length === 0) break;
      totals[data.length === block ? 'inFull' : 'inPart']++;
      if (conv.has('ucase') || conv.has('lcase')) data = data.map((byte) => (conv.has('ucase') && byte >= 97 && byte <= 122 ? byte - 32 : conv.has('lcase') && byte >= 65 && byte <= 90 ? byte + 32 : byte));
      if (conv.has('swab')) data = swapped(data);
      if (conv.has('sync') && data.length < block) data = concatBytes([data, new Uint8Array(block - data.length)]);
      await process.write(to, data);
      totals[data.length === block ? 'outFull' : 'outPart']++;
      totals.bytes += data.length;
      await process.checkpoint();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(reading && !tool.busybox ? `error reading ${quote(source ?? 'standard input')}: ${reason(error)}` : `error writing ${quote(target ?? 'standard output')}: ${reason(error)}`);
    status = 1;
  }
  if (from !== 0) process.close(from);
  if (to !== 1) process.close(to);
  await report();
  return status;
});

/** Pairs of bytes the other way round. */
function swapped(data: Uint8Array): Uint8Array {
  return data.map((byte, index) => data[index % 2 === 0 ? index + 1 : index - 1] ?? byte);
}

async function readBlock(tool: Tool, fd: number, block: number, full: boolean): Promise<Uint8Array> {
  const { process } = tool;
  const first = await process.read(fd, block);
  if (!full || first.length === block || first.length === 0) return first;
  const parts = [first];
  for (let size = first.length; size < block;) {
    const part = await process.read(fd, block - size);
    if (part.length === 0) break;
    parts.push(part);
    size += part.length;
  }
  return concatBytes(parts);
}

async function summarize(tool: Tool, status: string | undefined, totals: { inFull: number; inPart: number; outFull: number; outPart: number; bytes: number }, ms: number): Promise<void> {
  if (status === 'none') return;
  await tool.errorText(`${totals.inFull}+${totals.inPart} records in\n${totals.outFull}+${totals.outPart} records out\n`);
  if (status === 'noxfer') return;
  const seconds = Math.max(ms / 1000, 1e-6);
  const unit = (base: 1000 | 1024): string => {
    const text = humanSize(totals.bytes, base, 'nearest');
    const [, number = '', letter = ''] = /^([\d.]+)(\w?)$/.exec(text) ?? [];
    return `${number} ${letter}${base === 1024 ? 'i' : ''}B`;
  };
  const sizes = totals.bytes >= 1024 ? ` (${unit(1000)}, ${unit(1024)})` : totals.bytes >= 1000 ? ` (${unit(1000)})` : '';
  const [, rate = '', letter = ''] = /^([\d.]+)(\w?)$/.exec(humanSize(totals.bytes / seconds, 1000, 'nearest')) ?? [];
  await tool.errorText(`${totals.bytes} byte${totals.bytes === 1 ? '' : 's'}${sizes} copied, ${Number(seconds.toPrecision(6))} s, ${rate} ${letter}B/s\n`);
}
