import { HttpSyntaxError } from '../http/index.ts';

/** Lengths of the codes of the bytes 0 to 255: RFC 7541, appendix B. The code is canonical, so they are all there is to know. */
const lengths = (
  '13 23 28 28 28 28 28 28 28 24 30 28 28 30 28 28 28 28 28 28 28 28 30 28 28 28 28 28 28 28 28 28 6 10 10 12 13 6 8 11 10 10 8 11 8 6 6 6 5 5 5 6 6 6 6 6 6 6 7 8 15 6 12 10 13 6 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 8 7 8 13 19 13 14 6 ' +
  '15 5 6 5 6 5 6 6 6 5 7 7 6 6 6 5 6 7 6 5 5 6 7 7 7 7 7 15 11 14 13 28 20 22 20 20 22 22 22 23 22 23 23 23 23 23 24 23 24 24 22 23 24 23 23 23 23 21 22 23 22 23 23 24 22 21 20 22 22 23 23 21 23 22 22 24 21 22 23 23 21 21 22 21 23 22 23 23 20 22 ' +
  '22 22 23 22 22 23 26 26 20 19 22 23 22 25 26 26 26 27 27 26 24 25 19 21 26 27 27 26 27 24 21 21 26 26 28 27 27 27 20 24 20 21 22 21 21 23 22 22 25 25 24 24 26 23 26 27 26 26 27 27 27 27 27 28 27 27 27 27 27 26'
).split(' ').map(Number);

let symbols: Map<number, number> | undefined;

/** Bytes by code, each code with a one before it, so that its length counts. */
function symbolTable(): Map<number, number> {
  if (symbols) return symbols;
  symbols = new Map();
  const order = lengths.map((length, byte) => ({ length, byte })).toSorted((a, b) => a.length - b.length || a.byte - b.byte);
  let code = 0;
  let last = 0;
  for (const { length, byte } of order) {
    code *= 2 ** (length - last);
    last = length;
    symbols.set(2 ** length + code, byte);
    code++;
  }
  return symbols;
}

/** Decodes a Huffman-coded string. */
export function decodeHuffman(bytes: Uint8Array): Uint8Array {
  const table = symbolTable();
  const out: number[] = [];
  let code = 1;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      code = code * 2 + ((byte >> bit) & 1);
      const symbol = table.get(code);
      if (symbol !== undefined) {
        out.push(symbol);
        code = 1;
      } else if (code >= 2 ** 31) throw new HttpSyntaxError('bad Huffman code');
    }
  }
  // What is left is padding: less than a byte of ones.
  if (code > 255 || (code & (code + 1)) !== 0) throw new HttpSyntaxError('bad Huffman padding');
  return Uint8Array.from(out);
}
