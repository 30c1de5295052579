import { encodeUtf8 } from '../../base/index.ts';

/** The index that strfile(1) makes of sayings separated by `%` lines: a header and the offset of each saying, all in big-endian 32-bit numbers. */
export function strfileIndex(sayings: string): Uint8Array {
  const offsets = [0];
  let longest = 0;
  let shortest = Number.POSITIVE_INFINITY;
  let at = 0;
  let start = 0;
  for (const line of sayings.split(/(?<=\n)/)) {
    const length = encodeUtf8(line).length;
    if (line === '%\n') {
      longest = Math.max(longest, at - start);
      shortest = Math.min(shortest, at - start);
      start = at + length;
      offsets.push(start);
    }
    at += length;
  }
  const count = offsets.length - 1;
  const view = new DataView(new ArrayBuffer(24 + 4 * offsets.length));
  [2, count, longest, count ? shortest : 0, 0].forEach((number, place) => view.setUint32(4 * place, number));
  view.setUint8(20, '%'.charCodeAt(0));
  offsets.forEach((offset, place) => view.setUint32(24 + 4 * place, offset));
  return new Uint8Array(view.buffer);
}
