import type { RandomBytes } from '../../base/index.ts';
import { bytesToBigint } from '../der/index.ts';
import { power } from './modular.ts';

const smallPrimes: readonly number[] = (() => {
  const composite = new Uint8Array(8192);
  const primes: number[] = [];
  for (let i = 2; i < composite.length; i++) {
    if (composite[i]) continue;
    primes.push(i);
    for (let j = i * i; j < composite.length; j += i) composite[j] = 1;
  }
  return primes;
})();

/** What a search for a prime lets others do and tells. */
export interface PrimeSearch {
  random: RandomBytes;
  /** Called between candidates: lets others run; it may throw to give up. */
  checkpoint?: () => void | Promise<void>;
  /** A candidate passed the sieve (`.`), or a round of Miller and Rabin's test (`+`). */
  progress?: (mark: '.' | '+') => void;
}

/** Rounds of Miller and Rabin's test for an error below 2 to the -100 with random candidates. */
function roundsFor(bits: number): number {
  return bits >= 1024 ? 5 : bits >= 512 ? 8 : 40;
}

/** Miller and Rabin's test with random bases. */
export async function isProbablePrime(candidate: bigint, search: PrimeSearch, rounds = roundsFor(candidate.toString(2).length)): Promise<boolean> {
  if (candidate < 2n) return false;
  for (const prime of smallPrimes) {
    if (candidate === BigInt(prime)) return true;
    if (candidate % BigInt(prime) === 0n) return false;
  }
  return millerRabin(candidate, search, rounds);
}

async function millerRabin(candidate: bigint, search: PrimeSearch, rounds: number): Promise<boolean> {
  let odd = candidate - 1n;
  let twos = 0;
  while ((odd & 1n) === 0n) {
    odd >>= 1n;
    twos++;
  }
  const size = Math.ceil(candidate.toString(16).length / 2);
  for (let round = 0; round < rounds; round++) {
    const base = 2n + (bytesToBigint(search.random(size)) % (candidate - 3n));
    let value = power(base, odd, candidate);
    await search.checkpoint?.();
    if (value === 1n || value === candidate - 1n) continue;
    let passed = false;
    for (let i = 1; i < twos && !passed; i++) {
      value = (value * value) % candidate;
      passed = value === candidate - 1n;
    }
    if (!passed) return false;
    search.progress?.('+');
  }
  return true;
}

/** A random prime of `bits` bits whose two highest are set, one for which `accept` holds. */
export async function randomPrime(bits: number, search: PrimeSearch, accept: (prime: bigint) => boolean = () => true): Promise<bigint> {
  const size = Math.ceil(bits / 8);
  const top = 3n << BigInt(bits - 2);
  for (;;) {
    await search.checkpoint?.();
    const start = (bytesToBigint(search.random(size)) & ((1n << BigInt(bits)) - 1n)) | top | 1n;
    const remainders = smallPrimes.map((prime) => Number(start % BigInt(prime)));
    for (let step = 0; step < 20 * bits; step += 2) {
      const candidate = start + BigInt(step);
      if (bits > 13 ? remainders.some((remainder, i) => (remainder + step) % (smallPrimes[i] ?? 3) === 0) : !smallPrimes.includes(Number(candidate))) continue;
      if (candidate.toString(2).length !== bits) break;
      search.progress?.('.');
      await search.checkpoint?.();
      if ((bits <= 13 || (await millerRabin(candidate, search, roundsFor(bits)))) && accept(candidate)) return candidate;
    }
  }
}

/** A random safe prime of `bits` bits (with (p - 1) / 2 it has another prime) that leaves `rest` on division by `modulus`. The marks are OpenSSL's: `.` for a candidate, `+` where it alone passed, `++*` for each round that both pass. */
export async function randomSafePrime(bits: number, modulus: bigint, rest: bigint, { random, checkpoint, progress }: Omit<PrimeSearch, 'progress'> & { progress?: (mark: string) => void }): Promise<bigint> {
  const size = Math.ceil(bits / 8);
  const top = 1n << BigInt(bits - 1);
  const primes = smallPrimes.filter((prime) => modulus % BigInt(prime) !== 0n);
  const stride = Number(modulus);
  for (;;) {
    const chance = (bytesToBigint(random(size)) & (top - 1n)) | top;
    const start = chance - (chance % modulus) + rest;
    const remainders = primes.map((prime) => Number(start % BigInt(prime)));
    for (let step = 0; step < 4096; step++) {
      // Neither it nor half of it may have a small factor: p is not 0, nor 1, of any small prime.
      if (remainders.some((remainder, i) => (remainder + step * (stride % (primes[i] ?? 3))) % (primes[i] ?? 3) <= 1)) continue;
      const candidate = start + BigInt(step) * modulus;
      if (candidate.toString(2).length !== bits) break;
      progress?.('.');
      const search = { random, ...(checkpoint && { checkpoint }) };
      if (!(await millerRabin(candidate, search, 1))) continue;
      if (!(await millerRabin(candidate >> 1n, search, 1))) {
        progress?.('+');
        continue;
      }
      const rounds = roundsFor(bits);
      if (!(await millerRabin(candidate, search, rounds)) || !(await millerRabin(candidate >> 1n, search, rounds))) continue;
      progress?.('++*'.repeat(64));
      return candidate;
    }
  }
}
