import { type Arguments, defineProgram, quote, readBlocks, type Tool, UsageError } from '../program/index.ts';

const options = {
  complement: '-c -C --complement  use the complement of STRING1',
  delete: '-d --delete  delete characters in STRING1, do not translate',
  squeeze: '-s --squeeze-repeats  replace each sequence of a repeated character by one',
  truncate: '-t --truncate-set1  first truncate STRING1 to length of STRING2',
};

export const tr = defineProgram({ name: 'tr', usage: '[OPTION]... STRING1 [STRING2]', summary: 'Translate, squeeze, and/or delete characters from standard input, writing to standard output.', options, inOrder: true, run });

const encoder = new TextEncoder();
const named: Record<string, (byte: number) => boolean> = {
  alpha: (b) => /[a-z]/i.test(String.fromCharCode(b)), digit: (b) => b >= 48 && b <= 57, alnum: (b) => /[a-z0-9]/i.test(String.fromCharCode(b)), upper: (b) => b >= 65 && b <= 90, lower: (b) => b >= 97 && b <= 122,
  space: (b) => b === 32 || (b >= 9 && b <= 13), blank: (b) => b === 32 || b === 9, punct: (b) => b > 32 && b < 127 && !/[a-z0-9]/i.test(String.fromCharCode(b)), print: (b) => b >= 32 && b < 127,
  graph: (b) => b > 32 && b < 127, cntrl: (b) => b < 32 || b === 127, xdigit: (b) => /[0-9a-f]/i.test(String.fromCharCode(b)),
};

/** Bytes of a set; `fill` marks where `[x*]` repeats to fill. tr works on bytes. */
function parseSet(text: string): { bytes: number[]; fill: number | undefined; classes: { name: string; at: number }[]; trailing: boolean } {
  const source = encoder.encode(text);
  const bytes: number[] = [];
  const classes: { name: string; at: number }[] = [];
  let trailing = false;
  let fill: number | undefined;
  let at = 0;
  const one = (): number => {
    const byte = source[at++] ?? 0;
    if (byte === 92 && at >= source.length) trailing = true;
    if (byte !== 92 || at >= source.length) return byte;
    const next = String.fromCharCode(source[at] ?? 0);
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...source.subarray(at, at + 3)));
    if (octal) {
      at += octal[0].length;
      return Number.parseInt(octal[0], 8) & 255;
    }
    at++;
    return { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 }[next] ?? next.charCodeAt(0);
  };
  while (at < source.length) {
    const rest = String.fromCharCode(...source.subarray(at, at + 40));
    const special = /^\[:(\w+):\]/.exec(rest);
    if (special) {
      const member = named[special[1] ?? ''];
      if (!member) throw new UsageError(`invalid character class ${quote(special[1] ?? '')}`, false);
      classes.push({ name: special[1] ?? '', at: bytes.length });
      for (let byte = 0; byte < 256; byte++) if (member(byte)) bytes.push(byte);
      at += special[0].length;
      continue;
    }
    const equal = /^\[=(.)=\]/s.exec(rest);
    if (equal) {
      bytes.push(equal[1]?.charCodeAt(0) ?? 0);
      at += 5;
      continue;
    }
    const repeat = /^\[(\\[0-7]{1,3}|\\.|[^\\])\*(\d*)\]/s.exec(rest);
    if (repeat) {
      at++;
      const byte = one();
      at += 2 + (repeat[2] ?? '').length;
      const times = repeat[2]?.startsWith('0') ? Number.parseInt(repeat[2], 8) : Number(repeat[2] ?? 0);
      if (times === 0) fill = bytes.length;
      if (times === 0) bytes.push(byte);
      else for (let i = 0; i < times; i++) bytes.push(byte);
      continue;
    }
    const first = one();
    if (source[at] === 45 && at + 1 < source.length) {
      at++;
      const last = one();
      if (last < first) throw new UsageError(`range-endpoints of '${String.fromCharCode(first)}-${String.fromCharCode(last)}' are in reverse collating sequence order`, false);
      for (let byte = first; byte <= last; byte++) bytes.push(byte);
    } else bytes.push(first);
  }
  return { bytes, fill, classes, trailing };
}

/** In the second string only a change of case may be asked for by class, at the place of its opposite in the first. */
function checkClasses(from: readonly { name: string; at: number }[], to: readonly { name: string; at: number }[], complement: boolean): void {
  if (to.some(({ name }) => name !== 'upper' && name !== 'lower')) throw new UsageError("when translating, the only character classes that may appear in\nstring2 are 'upper' and 'lower'", false);
  const aligned = to.every(({ at }) => from.some((other) => other.at === at && (other.name === 'upper' || other.name === 'lower')));
  if (to.length > 0 && (complement || !aligned)) throw new UsageError('misaligned [:upper:] and/or [:lower:] construct', false);
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const [first, second, extra] = args.operands;
  const remove = args.has('delete');
  const squeeze = args.has('squeeze');
  if (first === undefined) throw new UsageError('missing operand');
  if (second === undefined && !remove && !squeeze) throw new UsageError(`missing operand after ${quote(first)}\nTwo strings must be given when translating.`);
  if (second === undefined && remove && squeeze) throw new UsageError(`missing operand after ${quote(first)}\nTwo strings must be given when both deleting and squeezing repeats.`);
  if (extra !== undefined || (second !== undefined && remove && !squeeze)) throw new UsageError(`extra operand ${quote(extra ?? second ?? '')}${extra === undefined ? '\nOnly one string may be given when deleting without squeezing repeats.' : ''}`);
  const source = parseSet(first);
  const target = second === undefined ? undefined : parseSet(second);
  for (const set of [source, target]) if (set?.trailing) await tool.error('warning: an unescaped backslash at end of string is not portable');
  if (source.fill !== undefined) throw new UsageError('the [c*] repeat construct may not appear in string1', false);
  if (target && !remove) checkClasses(source.classes, target.classes, args.has('complement'));
  let from = source.bytes;
  if (args.has('complement')) {
    const without = new Set(from);
    from = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !without.has(byte));
  }
  const map = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const deleted = new Uint8Array(256);
  const squeezed = new Uint8Array(256);
  if (remove) for (const byte of from) deleted[byte] = 1;
  if (target && !remove) {
    const to = target.bytes;
    if (args.has('truncate')) from = from.slice(0, to.length);
    if (target.fill !== undefined) while (to.length < from.length) to.splice(target.fill, 0, to[target.fill] ?? 0);
    if (to.length === 0) throw new UsageError('when not truncating set1, string2 must be non-empty', false);
    from.forEach((byte, index) => { map[byte] = to[Math.min(index, to.length - 1)] ?? 0; });
    if (squeeze) for (const byte of to) squeezed[byte] = 1;
  } else if (squeeze) for (const byte of target?.bytes ?? from) squeezed[byte] = 1;
  let last = -1;
  for await (const block of readBlocks(tool.process, 0)) {
    const result = new Uint8Array(block.length);
    let size = 0;
    for (let i = 0; i < block.length; i++) {
      const byte = block[i] ?? 0;
      if (deleted[byte]) continue;
      const to = map[byte] ?? 0;
      if (to === last && squeezed[to]) continue;
      last = to;
      result[size++] = to;
    }
    tool.out.write(result.subarray(0, size));
    if (tool.out.write('')) await tool.out.flush();
  }
  return 0;
}
