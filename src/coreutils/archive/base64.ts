import type { Program } from '../../kernel/uapi/index.ts';
import { type Arguments, binaryOf, bytesOfBinary, defineProgram, quote, readInput, reason, type Tool, UsageError } from '../program/index.ts';

const options = { decode: '-d -D --decode  decode data', ignoreGarbage: '-i --ignore-garbage  when decoding, ignore non-alphabet characters', wrap: '-w --wrap=  wrap encoded lines after COLS character (default 76)' };
const letters32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const base64 = make('base64', (bytes) => btoa(binaryOf(bytes)), (text) => {
  // Padding may be left out, since 9.5; bits that belong to no byte must be 0.
  const padded = /=/.test(text) ? text : text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(padded) || padded.length % 4) return undefined;
  const bytes = bytesOfBinary(atob(padded));
  return btoa(binaryOf(bytes)) === padded ? bytes : undefined;
}, /[^A-Za-z0-9+/=]/g);

export const base32 = make('base32', (bytes) => {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const text = (bits.match(/.{1,5}/g) ?? []).map((five) => letters32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}, (text) => {
  if (!/^[A-Z2-7]*=*$/.test(text) || text.length % 8) return undefined;
  const bits = [...text.replace(/=+$/, '')].map((char) => letters32.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}, /[^A-Z2-7=]/g);

function make(name: string, encode: (bytes: Uint8Array) => string, decode: (text: string) => Uint8Array | undefined, garbage: RegExp): Program {
  return defineProgram({ name, usage: '[OPTION]... [FILE]', summary: `${name} encode or decode FILE, or standard input, to standard output.`, options, run: async (tool: Tool, args: Arguments<keyof typeof options>) => {
    const [file = '-', extra] = args.operands;
    if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    const width = args.value('wrap') ?? '76';
    if (!/^\d+$/.test(width)) throw new UsageError(`invalid wrap size: ${quote(width)}`, false);
    let data: Uint8Array;
    try {
      data = await readInput(tool.process, file);
    } catch (error) {
      throw new UsageError(tool.busybox ? `can't open '${file}': ${reason(error)}` : `${reason(error) === 'Is a directory' ? 'read error' : file}: ${reason(error)}`, false);
    }
    if (!args.has('decode')) {
      const text = encode(data);
      if (width === '0') tool.out.write(text);
      else for (let at = 0; at < text.length; at += Number(width)) tool.out.write(`${text.slice(at, at + Number(width))}\n`);
      return 0;
    }
    const text = binaryOf(data).replace(/\n/g, '');
    const clean = args.has('ignoreGarbage') ? text.replace(garbage, '') : text;
    const whole = decode(clean);
    if (whole) {
      tool.out.write(whole);
      return 0;
    }
    // What is in order comes out before the complaint.
    const end = clean.search(garbage);
    const good = (end < 0 ? clean : clean.slice(0, end)).replace(/=+$/, '');
    const unit = name === 'base64' ? 4 : 8;
    const groups = good.slice(0, Math.floor(good.length / unit) * unit);
    const rest = name === 'base64' ? good.slice(groups.length) : '';
    tool.out.write(decode(groups) ?? new Uint8Array());
    if (rest.length >= 2) tool.out.write((decode(rest.padEnd(4, 'A')) ?? new Uint8Array()).subarray(0, rest.length - 1));
    await tool.out.flush();
    await tool.error('invalid input');
    return 1;
  } });
}
