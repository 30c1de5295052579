import { blake2b } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { binaryOf, defineProgram, quote, readInput, reason, type Tool, UsageError } from '../program/index.ts';
import { checkOptions, checkWith, type Digest, shownFileName } from './checksum.ts';
import { bsdSum, posixCrc, sysvSum } from './sums.ts';

/** Digests by the name that `cksum -a` takes. */
const digests: Record<string, Digest> = {
  md5: { tag: 'MD5', create: () => md5.create() }, sha1: { tag: 'SHA1', create: () => sha1.create() }, sha224: { tag: 'SHA224', create: () => sha224.create() }, sha256: { tag: 'SHA256', create: () => sha256.create() },
  sha384: { tag: 'SHA384', create: () => sha384.create() }, sha512: { tag: 'SHA512', create: () => sha512.create() }, blake2b: { tag: 'BLAKE2b', create: () => blake2b.create({ dkLen: 64 }) },
};
const plainSums = { crc: posixCrc, bsd: bsdSum, sysv: sysvSum };

async function plain(tool: Tool, kind: keyof typeof plainSums, names: readonly string[]): Promise<number> {
  let status = 0;
  for (const name of names.length ? names : ['-']) {
    try {
      const { value, size } = plainSums[kind](await readInput(tool.process, name));
      const text = kind === 'crc' ? `${value} ${size}` : kind === 'bsd' ? `${String(value).padStart(5, '0')} ${String(size).padStart(5)}` : `${value} ${size}`;
      tool.out.write(`${text}${names.length ? ` ${name}` : ''}\n`);
    } catch (error) {
      status = 1;
      await tool.error(`${name}: ${reason(error)}`);
    }
  }
  return status;
}

export const cksum = defineProgram({
  name: 'cksum', usage: '[OPTION]... [FILE]...', summary: 'Print or verify checksums. By default use the 32 bit CRC algorithm.', options: { ...checkOptions, algorithm: '-a --algorithm=  select the digest type to use', base64: '--base64  emit base64-encoded digests, not hexadecimal', untagged: '--untagged  create a reversed style checksum, without digest type', length: '-l --length=  digest length in bits', raw: '--raw', debug: '--debug' }, run: async (tool, args) => {
    const name = args.value('algorithm');
    if (args.has('check')) return await checkWith(tool, args, digests[name ?? ''], Object.values(digests));
    if (name === undefined || name === 'crc' || name === 'bsd' || name === 'sysv') return await plain(tool, name ?? 'crc', args.operands);
    const digest = digests[name];
    if (!digest) throw new UsageError(`invalid argument ${quote(name)} for ${quote('--algorithm')}\nValid arguments are:\n${['bsd', 'sysv', 'crc', ...Object.keys(digests)].map((one) => `  - ${quote(one)}`).join('\n')}`);
    const bits = Number(args.value('length') ?? 0);
    let status = 0;
    for (const file of args.operands.length ? args.operands : ['-']) {
      try {
        const hash = name === 'blake2b' && bits > 0 ? blake2b.create({ dkLen: bits / 8 }) : digest.create();
        hash.update(await readInput(tool.process, file));
        const bytes = hash.digest();
        const text = args.has('base64') ? btoa(binaryOf(bytes)) : [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        tool.out.write(args.has('untagged') ? `${text}  ${shownFileName(file)}\n` : `${digest.tag}${bits > 0 && bits !== 512 ? `-${bits}` : ''} (${file}) = ${text}\n`);
      } catch (error) {
        status = 1;
        await tool.error(`${file}: ${reason(error)}`);
      }
    }
    return status;
  },
});

export const sum = defineProgram({ name: 'sum', usage: '[OPTION]... [FILE]...', summary: 'Print or check BSD (16-bit) checksums.', options: { bsd: '-r  use BSD sum algorithm (the default), use 1K blocks', sysv: '-s --sysv  use System V sum algorithm, use 512 bytes blocks' }, run: (tool, args) => plain(tool, args.last('bsd', 'sysv') === 'sysv' ? 'sysv' : 'bsd', args.operands) });
