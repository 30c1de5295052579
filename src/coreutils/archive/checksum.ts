import { blake2b } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { toHex } from '../../base/index.ts';
import type { Program } from '../../kernel/uapi/index.ts';
import { closeInput, defineProgram, openInput, readBlocks, readInput, reason, textOf, type Tool } from '../program/index.ts';

/** The options of all that print and check digests. */
export const checkOptions = {
  binary: '-b --binary  read in binary mode', check: '-c --check  read checksums from the FILEs and check them', tag: '--tag  create a BSD-style checksum', text: '-t --text  read in text mode (default)', zero: '-z --zero  end each output line with NUL, not newline',
  ignoreMissing: '--ignore-missing  don\'t fail or report status for missing files', quiet: '--quiet  don\'t print OK for each successfully verified file', status: '-s --status  don\'t output anything, status code shows success', strict: '--strict  exit non-zero for improperly formatted checksum lines', warn: '-w --warn  warn about improperly formatted checksum lines',
};
/** What printing and checking ask of a command line. */
interface Args {
  readonly operands: readonly string[];
  has(key: keyof typeof checkOptions): boolean;
  last(...keys: ('binary' | 'text')[]): string | undefined;
}

/** A digest, and the name it has in BSD-style lines. */
export interface Digest {
  tag: string;
  create: () => Hash;
}
interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

export const md5sum = make('md5sum', 'MD5', () => md5.create());
export const sha1sum = make('sha1sum', 'SHA1', () => sha1.create());
export const sha224sum = make('sha224sum', 'SHA224', () => sha224.create());
export const sha256sum = make('sha256sum', 'SHA256', () => sha256.create());
export const sha384sum = make('sha384sum', 'SHA384', () => sha384.create());
export const sha512sum = make('sha512sum', 'SHA512', () => sha512.create());

const b2Options = { ...checkOptions, length: '-l --length=  digest length in bits; must not exceed the max size' };

export const b2sum = defineProgram({
  name: 'b2sum', usage: '[OPTION]... [FILE]...', summary: 'Print or check BLAKE2b (512-bit) checksums.', options: b2Options, run: (tool, args) => {
    const bits = Number(args.value('length') ?? 512) || 512;
    const create = (): Hash => blake2b.create({ dkLen: bits / 8 });
    return args.has('check') ? checkWith(tool, args, { tag: 'BLAKE2b', create }) : print(tool, args, bits === 512 ? 'BLAKE2b' : `BLAKE2b-${bits}`, create);
  },
});

/** A file's name as checksum lines show it. */
export function shownFileName(name: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}


async function hashOf(tool: Tool, name: string, create: () => Hash): Promise<string> {
  const fd = openInput(tool.process, name);
  try {
    const hash = create();
    for await (const block of readBlocks(tool.process, fd)) hash.update(block);
    return toHex(hash.digest());
  } finally {
    closeInput(tool.process, fd);
  }
}

function make(name: string, algorithm: string, create: () => Hash): Program {
  return defineProgram({ name, usage: '[OPTION]... [FILE]...', summary: `Print or check ${algorithm} checksums.`, options: checkOptions, run: (tool, args) => (args.has('check') ? checkWith(tool, args, { tag: algorithm, create }) : print(tool, args, algorithm, create)) });
}

async function print(tool: Tool, args: Args, algorithm: string, create: () => Hash): Promise<number> {
  let status = 0;
  for (const name of args.operands.length ? args.operands : ['-']) {
    try {
      const hex = await hashOf(tool, name, create);
      const escaped = /[\n\\]/.test(name);
      const shown = escaped ? name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n') : name;
      tool.out.write(args.has('tag') ? `${algorithm} (${shown}) = ${hex}` : `${escaped ? '\\' : ''}${hex} ${args.last('binary', 'text') === 'binary' ? '*' : ' '}${shown}`);
      tool.out.write(args.has('zero') ? '\0' : '\n');
    } catch (error) {
      status = 1;
      await tool.error(tool.busybox ? `can't open '${name}': ${reason(error)}` : `${name}: ${reason(error)}`);
    }
  }
  return status;
}

/** Checks lists: each line with `digest`, or, where its tag names one of `known`, with that. */
export async function checkWith(tool: Tool, args: Args, digest: Digest | undefined, known: readonly Digest[] = []): Promise<number> {
  let status = 0;
  const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
  for (const list of args.operands.length ? args.operands : ['-']) {
    const counts = { good: 0, bad: 0, unreadable: 0, improper: 0, lines: 0 };
    let text: string;
    try {
      text = textOf(await readInput(tool.process, list));
    } catch (error) {
      await tool.error(`${list}: ${reason(error)}`);
      status = 1;
      continue;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (line === '' || line.startsWith('#')) continue;
      const tagged = /^([\w-]+) \((.*)\) = ([0-9a-fA-F]+)$/.exec(line);
      const plain = /^\\?([0-9a-fA-F]{32,128}) [ *](.*)$/.exec(line);
      const name = tagged?.[2] ?? plain?.[2];
      const hex = (tagged?.[3] ?? plain?.[1] ?? '').toLowerCase();
      const own = tagged ? known.find(({ tag }) => tag === tagged[1]) ?? digest : digest;
      if (name === undefined || !own || hex.length !== toHex(own.create().digest()).length) {
        counts.improper++;
        if (args.has('warn')) {
          await tool.out.flush();
          await tool.error(`${list}: ${index + 1}: improperly formatted ${digest?.tag ?? 'CRC'} checksum line`);
        }
        continue;
      }
      counts.lines++;
      try {
        const good = (await hashOf(tool, name, own.create)) === hex;
        counts[good ? 'good' : 'bad']++;
        if (!args.has('status') && !(good && args.has('quiet'))) tool.out.write(`${name}: ${good ? 'OK' : 'FAILED'}\n`);
      } catch (error) {
        const why = reason(error);
        if (args.has('ignoreMissing') && why === 'No such file or directory') continue;
        counts.unreadable++;
        await tool.error(`${name}: ${why}`);
        if (!args.has('status')) tool.out.write(`${name}: FAILED open or read\n`);
      }
    }
    await tool.out.flush();
    const shown = list === '-' ? "'standard input'" : list;
    if (counts.lines === 0) {
      await tool.error(`${shown}: no properly formatted checksum lines found`);
      status = 1;
      continue;
    }
    if (!args.has('status')) {
      if (counts.improper) await tool.error(`WARNING: ${plural(counts.improper, 'line is', 'lines are')} improperly formatted`);
      if (counts.unreadable) await tool.error(`WARNING: ${plural(counts.unreadable, 'listed file', 'listed files')} could not be read`);
      if (counts.bad) await tool.error(`WARNING: ${plural(counts.bad, 'computed checksum', 'computed checksums')} did NOT match`);
      if (args.has('ignoreMissing') && counts.good === 0) await tool.error(`${shown}: no file was verified`);
    }
    if (counts.bad || counts.unreadable || (args.has('strict') && counts.improper) || (args.has('ignoreMissing') && counts.good === 0)) status = 1;
  }
  return status;
}
