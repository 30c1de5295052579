import { toHex } from './bytes.ts';

/** How many verdicts are kept: some pulls' worth of chains and tokens. */
const most = 256;

/** What was checked and whether it was right, the one used last at the end. */
const known = new Map<string, boolean>();

/**
 * The verdict of a check of a signature, from memory when the same was checked before: every connection brings the same chain of certificates, every request the same token, and a curve's
 * arithmetic takes some milliseconds. `parts` are all that the verdict depends on; a check that throws is not kept.
 */
export function knownVerdict(parts: readonly (string | Uint8Array)[], check: () => boolean): boolean {
  const key = parts.map((part) => (typeof part === 'string' ? part : toHex(part))).join('.');
  const verdict = known.get(key) ?? check();
  known.delete(key);
  known.set(key, verdict);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return verdict;
}
