import { CurlError } from './error.ts';
import type { Settings } from './settings.ts';
import type { Trace } from './trace.ts';

/** How long the body is. */
export interface Framing {
  status: number;
  length: number | undefined;
  /** What the header says, which a response without a body may have too. */
  declared?: number | undefined;
  chunked: boolean;
  /** The connection ends with the body. */
  closes: boolean;
}

/** What a header says of that. Throws CurlError 8 for a length that is none. */
export function takeFraming(framing: Framing, name: string, value: string, settings: Settings, trace: Trace): void {
  if (name === 'content-length' && !framing.chunked && !settings.on('ignore-content-length')) {
    if (!/^\d+$/.test(value)) throw new CurlError(8, 'Invalid Content-Length: value');
    framing.length = Number(value);
  } else if (name === 'transfer-encoding' && /\bchunked\b/i.test(value)) {
    framing.chunked = true;
    framing.length = undefined;
  } else if (name === 'connection') {
    // What closes by itself speaks HTTP/1.0.
    if (/\bclose\b/i.test(value)) framing.closes = true;
    else if (framing.closes && /\bkeep-alive\b/i.test(value)) {
      framing.closes = false;
      trace.info('HTTP/1.0 connection set to keep alive');
    }
  }
}
