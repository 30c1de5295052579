/** Odd primes by which a candidate of this many bits is divided before it is tested. */
function trialPrimes(bits: number): number[] {
  const count = bits <= 512 ? 64 : bits <= 1024 ? 128 : bits <= 2048 ? 384 : bits <= 4096 ? 1024 : 2048;
  const primes: number[] = [];
  for (let candidate = 3; primes.length < count - 1; candidate += 2) if (primes.every((prime) => prime * prime > candidate || candidate % prime !== 0)) primes.push(candidate);
  return primes;
}

/** How likely a number of this many bits is prime that has none of the primes as a factor. */
function chanceOf(bits: number, primes: readonly number[]): number {
  return 2 / (bits * Math.LN2) / primes.reduce((part, prime) => part * (1 - 1 / prime), 1);
}

/** A search in steps: a dot for each candidate, a plus for one that no small prime divides; the prime at its end has passed `rounds` of the test. */
function search(bits: number, rounds: number, random: () => number): string {
  const primes = trialPrimes(bits);
  const chance = chanceOf(bits, primes);
  const residues = primes.map((prime) => Math.floor(random() * prime));
  let marks = '';
  for (;;) {
    marks += '.';
    const survives = residues.every((residue) => residue !== 0);
    for (const [i, prime] of primes.entries()) residues[i] = ((residues[i] ?? 0) + 2) % prime;
    if (!survives) continue;
    marks += '+';
    if (random() < chance) return marks + '+'.repeat(rounds);
  }
}

/** What OpenSSL shows while it searches one of the primes of an RSA key: of FIPS 186-5 from 2048 bits on, with two auxiliary primes in front; before, candidates only and 64 rounds of the test. */
export function searchMarks(keyBits: number, random: () => number): string {
  const bits = Math.ceil(keyBits / 2);
  if (keyBits >= 2048) {
    const [size, rounds] = keyBits >= 4096 ? [201, 44] : keyBits >= 3072 ? [171, 41] : [141, 38];
    return `${search(size, rounds, random)}*${search(size, rounds, random)}*${search(bits, bits >= 1536 ? 4 : 5, random)}\n`;
  }
  const chance = chanceOf(bits, trialPrimes(bits));
  let marks = '.';
  while (random() >= chance) marks += '.';
  return `${marks}${'+'.repeat(64)}\n`;
}
