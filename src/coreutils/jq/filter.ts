import { concatBytes } from '../../base/index.ts';
import type { Process } from '../../kernel/uapi/index.ts';
import { bytesOf, textOf } from '../program/index.ts';
import { processCalls, startOf } from './calls.ts';
import { runJq } from './run.ts';

/** Sends text through jq with these words after its name; what it writes is given back. The files that it opens are those of `process`. */
export async function filterJson(process: Process, words: readonly string[], input: string): Promise<{ stdout: string; stderr: string; status: number }> {
  const written: Record<number, Uint8Array[]> = { 1: [], 2: [] };
  let rest = bytesOf(input);
  const calls = {
    ...processCalls(process),
    async read(_fd: number, max = rest.length) {
      const block = rest.subarray(0, max);
      rest = rest.subarray(max);
      return block;
    },
    async write(fd: number, data: Uint8Array) {
      written[fd]?.push(data);
    },
  };
  const end = await runJq({ start: { ...startOf(process), argv: ['jq', ...words].map(bytesOf), terminals: [] }, calls, signal: process.signal });
  const text = (fd: number): string => textOf(concatBytes(written[fd] ?? []));
  return { stdout: text(1), stderr: text(2), status: 'status' in end ? end.status : 1 };
}
