import type { CurlError } from './error.ts';
import type { TransferFacts } from './facts.ts';
import type { Settings } from './settings.ts';

/** Milliseconds to wait before a transfer is tried again, after saying so; undefined when it is not: --retry and its kin. */
export function retryAfter(settings: Settings, facts: TransferFacts, error: CurlError | undefined, delay: number, { left, spent }: { left: number; spent: number }): number | undefined {
  const why = problem(settings, facts, error);
  if (why === undefined) return undefined;
  let wait = delay;
  const header = facts.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  if (why === ': HTTP error' && header !== undefined) {
    const seconds = /^\d+$/.test(header) ? Number(header) : Math.max(0, Math.ceil((Date.parse(header) - settings.global.io.process.clock.now()) / 1000) || 0);
    wait = Math.max(wait, seconds * 1000);
    if (settings.retryMaxTime > 0 && seconds > 0 && spent / 1000 + seconds > settings.retryMaxTime) {
      settings.global.warn('The Retry-After: time would make this command line exceed the maximum allowed time for retries.');
      return undefined;
    }
  }
  const seconds = Math.floor(wait / 1000);
  settings.global.warn(`Problem ${why}. Will retry in ${seconds} second${seconds === 1 ? '' : 's'}. ${left} retr${left > 1 ? 'ies' : 'y'} left.`);
  return wait;
}

function problem(settings: Settings, { code, scheme }: TransferFacts, error: CurlError | undefined): string | undefined {
  if (error && [28, 6, 5].includes(error.code)) return ': timeout';
  if (error?.code === 7 && settings.on('retry-connrefused')) return ': connection refused';
  if ((!error || error.code === 22) && (scheme === 'http' || scheme === 'https') && [408, 429, 500, 502, 503, 504].includes(code)) return ': HTTP error';
  return error && settings.on('retry-all-errors') ? '(retrying all errors)' : undefined;
}
