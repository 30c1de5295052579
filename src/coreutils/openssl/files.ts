import { isSystemError } from '../../kernel/uapi/index.ts';
import { bytesOf, readInput, reason, textOf } from '../program/index.ts';
import type { Invocation } from './command.ts';
import { Failure, queue } from './failure.ts';

/** All of a file, or of standard input without a name. Throws a Failure as `bio_open_default` words it; `mode` is what fopen is said to be called with. */
export async function readFile({ process }: Invocation, path: string | undefined, mode: 'r' | 'rb' = 'rb', after = ''): Promise<Uint8Array> {
  try {
    return await readInput(process, path ?? '-');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const why = reason(error);
    if (isSystemError(error, 'EISDIR')) throw new Failure('', ['error:80000015:system library:file_read:Is a directory:../crypto/bio/bss_file.c:149:calling fread()', 'error:10080002:BIO routines:file_read:system lib:../crypto/bio/bss_file.c:151:', ...(after === '' ? [] : ['error:0680008E:asn1 encoding routines:asn1_d2i_read_bio:not enough data:../crypto/asn1/a_d2i_fp.c:155:'])], 1, after);
    throw new Failure(`Can't open "${path}" for reading, ${why}\n`, queue.fopen(path ?? '', mode, why), 1, after);
  }
}

/** The same, as text. */
export async function readTextFile(invocation: Invocation, path: string | undefined, mode: 'r' | 'rb' = 'r'): Promise<string> {
  return textOf(await readFile(invocation, path, mode));
}

/** Writes to a file, or to standard output without a name. `secret`: the file is for its owner only. */
export async function writeOut(invocation: Invocation, path: string | undefined, data: Uint8Array | string, secret = false): Promise<void> {
  const { process, tool } = invocation;
  if (path === undefined) {
    tool.out.write(data);
    return;
  }
  try {
    const fd = process.open(path, { write: true, create: true, truncate: true }, secret ? 0o600 : 0o666);
    await process.write(fd, typeof data === 'string' ? bytesOf(data) : data);
    process.close(fd);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw cannotWrite(invocation, path, reason(error), secret, typeof data === 'string' ? 'w' : 'wb');
  }
}

function cannotWrite({ name }: Invocation, path: string, why: string, secret: boolean, mode: 'w' | 'wb'): Failure {
  if (secret) return new Failure(`${name}: Can't open "${path}" for writing, ${why}\n`);
  return new Failure(`Can't open "${path}" for writing, ${why}\n`, queue.fopen(path, mode, why));
}

/** Fails now if a file cannot be written, before anything else is done. */
export async function checkWritable(invocation: Invocation, path: string | undefined, secret = false): Promise<void> {
  if (path !== undefined) await writeOut(invocation, path, new Uint8Array(0), secret);
}
