/** SHA-1 of a short message: what the handshake of RFC 6455 wants, not for anything that must be safe. */
export function sha1(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, message.length * 8);
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  for (let offset = 0; offset < padded.length; offset += 64) compress(state, view, offset);
  const digest = new DataView(new ArrayBuffer(20));
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word);
  return new Uint8Array(digest.buffer);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function compress(state: Uint32Array, view: DataView, offset: number): void {
  const words = Array.from({ length: 16 }, (_, index) => view.getUint32(offset + index * 4));
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let round = 0; round < 80; round++) {
    if (round >= 16) words.push(rotate((words[round - 3] ?? 0) ^ (words[round - 8] ?? 0) ^ (words[round - 14] ?? 0) ^ (words[round - 16] ?? 0), 1));
    const [mix, constant] = round < 20 ? [(b & c) | (~b & d), 0x5a827999] : round < 40 ? [b ^ c ^ d, 0x6ed9eba1] : round < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
    const next = (rotate(a, 5) + mix + e + constant + (words[round] ?? 0)) | 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  for (const [index, word] of [a, b, c, d, e].entries()) state[index] = (state[index] ?? 0) + word;
}
