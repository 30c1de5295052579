import { type Arguments, bytesOfBinary, defineProgram, parseSize, quote, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';
import { concatBytes } from '../../base/index.ts';
import { dumpCells, formatDump } from './hexdump-format.ts';

const odOptions = {
  radix: '-A --address-radix=  output format for file offsets: d, o, x, n', skip: '-j --skip-bytes=  skip BYTES input bytes first', count: '-N --read-bytes=  limit dump to BYTES input bytes', format: '-t --format=  select output format or formats', duplicates: '-v --output-duplicates  do not use * to mark line suppression', width: '-w --width[=]  output BYTES bytes per output line',
  a: '-a', b: '-b', c: '-c', d: '-d', o: '-o', x: '-x', i: '-i', s: '-s',
};

export const od = defineProgram({ name: 'od', usage: '[OPTION]... [FILE]...', summary: 'Write an unambiguous representation, octal bytes by default, of FILE to standard output.', options: odOptions, run: runOd });

async function inputBytes(tool: Tool, names: readonly string[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (const name of names.length ? names : ['-']) {
    try {
      parts.push(await readInput(tool.process, name));
    } catch (error) {
      throw new UsageError(`${name}: ${reason(error)}`, false);
    }
  }
  return concatBytes(parts);
}

const names = ['nul', 'soh', 'stx', 'etx', 'eot', 'enq', 'ack', 'bel', 'bs', 'ht', 'nl', 'vt', 'ff', 'cr', 'so', 'si', 'dle', 'dc1', 'dc2', 'dc3', 'dc4', 'nak', 'syn', 'etb', 'can', 'em', 'sub', 'esc', 'fs', 'gs', 'rs', 'us', 'sp'];

function formatter(kind: string, size: number): { width: number; show: (bytes: Uint8Array) => string } {
  const value = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const digits = (radix: number): number => (256n ** BigInt(size) - 1n).toString(radix).length;
  switch (kind) {
    case 'c': return { width: 4, show: ([byte = 0]) => ({ 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' })[byte] ?? (byte < 32 || byte > 126 ? byte.toString(8).padStart(3, '0') : String.fromCharCode(byte)) };
    case 'a': return { width: 4, show: ([byte = 0]) => ((byte & 127) === 127 ? 'del' : names[byte & 127] ?? String.fromCharCode(byte & 127)) };
    case 'x': return { width: digits(16) + 1, show: (bytes) => value(bytes).toString(16).padStart(digits(16), '0') };
    case 'o': return { width: digits(8) + 1, show: (bytes) => value(bytes).toString(8).padStart(digits(8), '0') };
    case 'u': return { width: digits(10) + 1, show: (bytes) => value(bytes).toString() };
    default: return { width: digits(10) + 2, show: (bytes) => BigInt.asIntN(size * 8, value(bytes)).toString() };
  }
}

function checkOd(args: Arguments<keyof typeof odOptions>): void {
  const radix = args.value('radix');
  if (radix !== undefined && !/^[doxn]/.test(radix)) throw new UsageError(`invalid output address radix ${quote(radix)}; it must be one character from [doxn]`, false);
  for (const [key, name] of [['skip', '-j'], ['count', '-N'], ['width', '-w']] as const) {
    const value = args.value(key);
    if (value !== undefined && !/^0[xX][\da-fA-F]+$/.test(value) && parseSize(value) === undefined) throw new UsageError(`invalid ${name} argument ${quote(value)}`, false);
  }
  for (const type of args.values('format')) {
    const rest = type.replace(/^(?:(?:[ac]|[doux](?:[1248]|[CSIL])?|f(?:4|8|16|[FDLBH])?)z?)*/, '');
    if (rest !== '' || type === '') throw new UsageError(`invalid character ${quote(rest.charAt(0))} in type string ${quote(type)}`, false);
  }
}

async function runOd(tool: Tool, args: Arguments<keyof typeof odOptions>): Promise<number> {
  checkOd(args);
  const types: [string, number][] = [];
  const short: Record<string, [string, number]> = { a: ['a', 1], b: ['o', 1], c: ['c', 1], d: ['u', 2], o: ['o', 2], x: ['x', 2], i: ['d', 4], s: ['d', 2] };
  for (const { key, value } of args.ordered) {
    const own = short[key];
    if (own) types.push(own);
    if (key !== 'format') continue;
    for (const match of (value ?? '').matchAll(/([acdoux])([1248CSIL]?)z?/g)) types.push([match[1] ?? 'o', /[ac]/.test(match[1] ?? '') ? 1 : ({ C: 1, S: 2, I: 4, L: 8, '': 4 }[match[2] ?? ''] ?? Number(match[2]))]);
  }
  if (types.length === 0) types.push(['o', 2]);
  let data = await inputBytes(tool, args.operands);
  const skip = parseSize(args.value('skip') ?? '0') ?? 0;
  if (skip > data.length) throw new UsageError('cannot skip past end of combined input', false);
  data = data.subarray(skip, args.has('count') ? skip + (parseSize(args.value('count') ?? '') ?? 0) : undefined);
  const perLine = args.has('width') ? Number(args.value('width') ?? 32) : 16;
  const radix = args.value('radix') ?? 'o';
  const address = (at: number): string => (radix === 'n' ? '' : at.toString(radix === 'x' ? 16 : radix === 'd' ? 10 : 8).padStart(radix === 'x' ? 6 : 7, '0'));
  const widths = types.map(([kind, size]) => ({ ...formatter(kind, size), size }));
  const unit = Math.max(...widths.map(({ width, size }) => width / size));
  let last = '';
  let starred = false;
  for (let at = 0; at < data.length; at += perLine) {
    const line = data.subarray(at, at + perLine);
    const key = line.join(',');
    if (!args.has('duplicates') && key === last && line.length === perLine) {
      if (!starred) tool.out.write('*\n');
      starred = true;
      continue;
    }
    starred = false;
    last = key;
    widths.forEach(({ show, size }, index) => {
      let text = index === 0 ? address(at + skip) : ' '.repeat(address(0).length);
      for (let i = 0; i < line.length; i += size) text += show(line.subarray(i, i + size)).padStart(Math.round(unit * size));
      tool.out.write(`${text}\n`);
    });
  }
  if (radix !== 'n') tool.out.write(`${address(data.length + skip)}\n`);
  return 0;
}

const printable = (bytes: Uint8Array): string => Array.from(bytes, (byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
const hex2 = (byte: number): string => byte.toString(16).padStart(2, '0');

const hexdumpOptions = { canonical: '-C --canonical  canonical hex+ASCII display', length: '-n --length=  interpret only length bytes of input', skip: '-s --skip=  skip offset bytes from the beginning', noSqueezing: '-v --no-squeezing  output identical lines', twoHex: '-x --two-bytes-hex', oneOctal: '-b --one-byte-octal', chars: '-c --one-byte-char', twoDecimal: '-d --two-bytes-decimal', twoOctal: '-o --two-bytes-octal', format: '-e --format=' };

export const hexdump = defineProgram({ name: 'hexdump', usage: '[options] <file>...', summary: 'Display file contents in hexadecimal, decimal, octal, or ascii.', options: hexdumpOptions, version: 'from util-linux 2.41', run: runHexdump });

async function runHexdump(tool: Tool, args: Arguments<keyof typeof hexdumpOptions>): Promise<number> {
  const canonical = args.has('canonical') || tool.name.endsWith('hd');
  const skip = parseSize(args.value('skip') ?? '0') ?? 0;
  let data = await inputBytes(tool, args.operands);
  data = data.subarray(skip, args.has('length') ? skip + (parseSize(args.value('length') ?? '') ?? 0) : undefined);
  if (args.has('format')) {
    tool.out.write(formatDump(args.values('format'), data, skip));
    return 0;
  }
  const style = ({ oneOctal: 'b', chars: 'c', twoDecimal: 'd', twoOctal: 'o', twoHex: 'x' } as const)[args.last('oneOctal', 'chars', 'twoDecimal', 'twoOctal', 'twoHex') ?? 'none' as 'chars'] as 'b' | 'c' | 'd' | 'o' | 'x' | undefined;
  const address = (at: number): string => at.toString(16).padStart(canonical ? 8 : 7, '0');
  let last = '';
  let starred = false;
  for (let at = 0; at < data.length; at += 16) {
    const line = data.subarray(at, at + 16);
    const key = line.join(',');
    if (!args.has('noSqueezing') && key === last && line.length === 16) {
      if (!starred) tool.out.write('*\n');
      starred = true;
      continue;
    }
    starred = false;
    last = key;
    if (canonical) {
      const cells = Array.from(line, hex2);
      const left = cells.slice(0, 8).join(' ').padEnd(23);
      tool.out.write(`${address(at + skip)}  ${left}  ${cells.slice(8).join(' ').padEnd(23)}  |${printable(line)}|\n`);
    } else if (style) tool.out.write(`${address(at + skip)}${dumpCells(style, line)}\n`);
    else {
      let text = address(at + skip);
      for (let i = 0; i < 16; i += 2) text += i < line.length ? ` ${hex2(line[i + 1] ?? 0)}${hex2(line[i] ?? 0)}` : '     ';
      tool.out.write(`${text}\n`);
    }
  }
  if (data.length) tool.out.write(`${address(data.length + skip)}\n`);
  return 0;
}

const xxdOptions = { plain: '-p --plain --ps', revert: '-r --revert', columns: '-c --cols=', groups: '-g --groupsize=', length: '-l --len=', seek: '-s --skip=', upper: '-u --uppercase', bits: '-b --bits', include: '-i --include' };

export const xxd = defineProgram({ name: 'xxd', usage: '[options] [infile [outfile]]', options: xxdOptions, version: '2024-12-07 by Juergen Weigert et al.', run: runXxd, prepare: (words) => words.map((word) => (word === '-ps' ? '-p' : word)) });

async function runXxd(tool: Tool, args: Arguments<keyof typeof xxdOptions>): Promise<number> {
  const all = await inputBytes(tool, args.operands.slice(0, 1));
  if (args.has('revert')) {
    const text = textOf(all);
    const digits = args.has('plain') ? text.replace(/\s/g, '') : text.split('\n').map((line) => (/^[0-9a-f]+:\s((?:[0-9a-fA-F]+\s?)+)/.exec(line)?.[1] ?? '').split(/\s{2}/)[0]?.replace(/\s/g, '') ?? '').join('');
    tool.out.write(bytesOfBinary((digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')));
    return 0;
  }
  const skip = Number(args.value('seek') ?? 0);
  const data = all.subarray(skip, args.has('length') ? skip + Number(args.value('length')) : undefined);
  const shown = (byte: number): string => (args.has('bits') ? byte.toString(2).padStart(8, '0') : args.has('upper') ? hex2(byte).toUpperCase() : hex2(byte));
  if (args.has('plain')) {
    const perLine = Number(args.value('columns') ?? 30) || data.length;
    for (let at = 0; at < data.length; at += perLine) tool.out.write(`${Array.from(data.subarray(at, at + perLine), shown).join('')}\n`);
    return 0;
  }
  if (args.has('include')) {
    const [name] = args.operands;
    const cells = Array.from(data, (byte) => `0x${args.has('upper') ? hex2(byte).toUpperCase() : hex2(byte)}`);
    const perRow = Number(args.value('columns') ?? 12);
    const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, row) => `  ${cells.slice(row * perRow, (row + 1) * perRow).join(', ')}`).join(',\n');
    const variable = name?.replace(/[^A-Za-z0-9_]/g, '_');
    tool.out.write(name === undefined ? `${rows}\n` : `unsigned char ${variable}[] = {\n${rows}\n};\nunsigned int ${variable}_len = ${data.length};\n`);
    return 0;
  }
  const perLine = Number(args.value('columns') ?? (args.has('bits') ? 6 : 16));
  const group = Number(args.value('groups') ?? (args.has('bits') ? 1 : 2)) || perLine;
  const cell = args.has('bits') ? 8 : 2;
  const width = perLine * cell + Math.ceil(perLine / group) - 1;
  for (let at = 0; at < data.length; at += perLine) {
    const line = data.subarray(at, at + perLine);
    let text = '';
    line.forEach((byte, index) => { text += (index && index % group === 0 ? ' ' : '') + shown(byte); });
    tool.out.write(`${(at + skip).toString(16).padStart(8, '0')}: ${text.padEnd(width)}  ${printable(line)}\n`);
  }
  return 0;
}
