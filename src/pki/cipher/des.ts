const table = (text: string): readonly number[] => text.split(' ').map(Number);

const initial = table('58 50 42 34 26 18 10 2 60 52 44 36 28 20 12 4 62 54 46 38 30 22 14 6 64 56 48 40 32 24 16 8 57 49 41 33 25 17 9 1 59 51 43 35 27 19 11 3 61 53 45 37 29 21 13 5 63 55 47 39 31 23 15 7');
const final = table('40 8 48 16 56 24 64 32 39 7 47 15 55 23 63 31 38 6 46 14 54 22 62 30 37 5 45 13 53 21 61 29 36 4 44 12 52 20 60 28 35 3 43 11 51 19 59 27 34 2 42 10 50 18 58 26 33 1 41 9 49 17 57 25');
const expansion = table('32 1 2 3 4 5 4 5 6 7 8 9 8 9 10 11 12 13 12 13 14 15 16 17 16 17 18 19 20 21 20 21 22 23 24 25 24 25 26 27 28 29 28 29 30 31 32 1');
const permutation = table('16 7 20 21 29 12 28 17 1 15 23 26 5 18 31 10 2 8 24 14 32 27 3 9 19 13 30 6 22 11 4 25');
const choice1 = table('57 49 41 33 25 17 9 1 58 50 42 34 26 18 10 2 59 51 43 35 27 19 11 3 60 52 44 36 63 55 47 39 31 23 15 7 62 54 46 38 30 22 14 6 61 53 45 37 29 21 13 5 28 20 12 4');
const choice2 = table('14 17 11 24 1 5 3 28 15 6 21 10 23 19 12 4 26 8 16 7 27 20 13 2 41 52 31 37 47 55 30 40 51 45 33 48 44 49 39 56 34 53 46 42 50 36 29 32');
const shifts = table('1 1 2 2 2 2 2 2 1 2 2 2 2 2 2 1');
const boxes: readonly (readonly number[])[] = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
].map((digits) => Array.from(digits, (digit) => parseInt(digit, 16)));

type Bits = readonly number[];

const bitsOf = (bytes: Uint8Array): Bits => Array.from(bytes).flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((shift) => (byte >> shift) & 1));
const pick = (bits: Bits, order: readonly number[]): number[] => order.map((place) => bits[place - 1] ?? 0);
const rotate = (bits: Bits, by: number): Bits => [...bits.slice(by), ...bits.slice(0, by)];

function bytesOfBits(bits: Bits): Uint8Array {
  return Uint8Array.from({ length: bits.length / 8 }, (_, i) => bits.slice(8 * i, 8 * i + 8).reduce((byte, bit) => (byte << 1) | bit, 0));
}

/** The sixteen keys of the rounds: FIPS 46-3. */
function schedule(key: Uint8Array): Bits[] {
  const chosen = pick(bitsOf(key), choice1);
  let [c, d]: [Bits, Bits] = [chosen.slice(0, 28), chosen.slice(28)];
  return shifts.map((shift) => {
    [c, d] = [rotate(c, shift), rotate(d, shift)];
    return pick([...c, ...d], choice2);
  });
}

function rounds(block: Uint8Array, keys: readonly Bits[]): Uint8Array {
  const start = pick(bitsOf(block), initial);
  let [left, right] = [start.slice(0, 32), start.slice(32)];
  for (const key of keys) {
    const mixed = pick(right, expansion).map((bit, i) => bit ^ (key[i] ?? 0));
    const substituted = boxes.flatMap((box, i) => {
      const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0] = mixed.slice(6 * i, 6 * i + 6);
      const value = box[(((b0 << 1) | b5) << 4) | (b1 << 3) | (b2 << 2) | (b3 << 1) | b4] ?? 0;
      return [3, 2, 1, 0].map((shift) => (value >> shift) & 1);
    });
    const scrambled = pick(substituted, permutation);
    [left, right] = [right, left.map((bit, i) => bit ^ (scrambled[i] ?? 0))];
  }
  return bytesOfBits(pick([...right, ...left], final));
}

/** One block of DES or triple DES (keys of 8, 16 or 24 bytes), both ways. Slow and bit by bit: for keys in files, not for data. */
export function desBlock(key: Uint8Array): { encrypt: (block: Uint8Array) => Uint8Array; decrypt: (block: Uint8Array) => Uint8Array } {
  const [k1, k2, k3] = [0, 8, 16].map((at) => schedule(key.length === 8 ? key : key.subarray(at % key.length, (at % key.length) + 8)));
  const steps = [k1 ?? [], (k2 ?? []).toReversed(), k3 ?? []];
  const back = [(k3 ?? []).toReversed(), k2 ?? [], (k1 ?? []).toReversed()];
  const run = (block: Uint8Array, each: readonly (readonly Bits[])[]): Uint8Array => each.reduce((value, keys) => rounds(value, keys), block);
  return { encrypt: (block) => run(block, steps), decrypt: (block) => run(block, back) };
}
