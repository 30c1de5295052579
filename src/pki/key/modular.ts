/** `base` to the `exponent` modulo `modulus`; a window of four bits. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 1n) return 0n;
  const reduced = base % modulus;
  if (exponent < 0x100000n) {
    let result = 1n;
    for (const bit of exponent.toString(2)) {
      result = (result * result) % modulus;
      if (bit === '1') result = (result * reduced) % modulus;
    }
    return result;
  }
  const table = [1n, reduced];
  for (let i = 2; i < 16; i++) table.push(((table[i - 1] ?? 1n) * reduced) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    const squared = (result * result) % modulus;
    const fourth = (squared * squared) % modulus;
    const eighth = (fourth * fourth) % modulus;
    result = (eighth * eighth) % modulus;
    const index = parseInt(digit, 16);
    if (index > 0) result = (result * (table[index] ?? 1n)) % modulus;
  }
  return result;
}

/** The inverse of `value` modulo `modulus`; undefined when there is none. */
export function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [a, b, x, y] = [((value % modulus) + modulus) % modulus, modulus, 1n, 0n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : undefined;
}

/** The greatest common divisor. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
