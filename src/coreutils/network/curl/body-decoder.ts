import { binaryOf } from '../../program/index.ts';
import { CurlError } from './error.ts';

/** Takes a body's bytes out of what is on the wire. */
export interface BodyDecoder {
  /** The body's bytes in `raw`; what comes after the body is left in `rest`, `error` says that the framing is wrong there. */
  take(raw: Uint8Array): { bytes: Uint8Array[]; rest: Uint8Array; error?: CurlError | undefined };
  readonly done: boolean;
  /** What is missing when the connection ends here; undefined when that is the end of the body. */
  readonly missing: CurlError | undefined;
}

const nothing = new Uint8Array();

/** A body of `length` bytes, or one that lasts as long as the connection. */
export function lengthDecoder(length: number | undefined): BodyDecoder {
  let left = length ?? Number.POSITIVE_INFINITY;
  return {
    take(raw) {
      const bytes = raw.subarray(0, Math.min(left, raw.length));
      left -= bytes.length;
      return { bytes: [bytes], rest: raw.subarray(bytes.length) };
    },
    get done() {
      return left === 0;
    },
    get missing() {
      return length === undefined || left === 0 ? undefined : new CurlError(18, `end of response with ${left} bytes missing`);
    },
  };
}

/** RFC 9112's chunks; `trailer` hears the lines after the last one. `tell` hears what is wrong besides the error. */
export function chunkDecoder(trailer: (line: Uint8Array) => void, tell: (text: string) => void): BodyDecoder {
  let state: 'size' | 'data' | 'end' | 'trailer' | 'done' = 'size';
  let line = '';
  let left = 0;
  const onLine = (text: string): CurlError | undefined => {
    if (state === 'end') state = 'size';
    else if (state === 'trailer') {
      if (text.replace(/\r?\n$/, '') === '') state = 'done';
      else trailer(Uint8Array.from(text, (char) => char.charCodeAt(0)));
    } else {
      const [digits = ''] = /^[0-9a-fA-F]*/.exec(text) ?? [];
      if (digits === '' || digits.length > 16) {
        const first = `chunk hex-length char not a hex digit: 0x${text.charCodeAt(0).toString(16)}`;
        tell(first);
        tell('Illegal or missing hexadecimal sequence in chunked-encoding');
        return new CurlError(56, first);
      }
      left = Number.parseInt(digits, 16);
      state = left === 0 ? 'trailer' : 'data';
    }
    return undefined;
  };
  return {
    take(raw) {
      const bytes: Uint8Array[] = [];
      let at = 0;
      while (at < raw.length && state !== 'done') {
        if (state === 'data') {
          const part = raw.subarray(at, at + left);
          bytes.push(part);
          left -= part.length;
          at += part.length;
          if (left === 0) state = 'end';
          continue;
        }
        if (state === 'size' && line === '' && !/[0-9a-fA-F]/.test(String.fromCharCode(raw[at] ?? 0))) return { bytes, rest: nothing, error: onLine(binaryOf(raw.subarray(at, at + 1))) };
        const end = raw.indexOf(10, at);
        line += binaryOf(raw.subarray(at, end < 0 ? raw.length : end + 1));
        at = end < 0 ? raw.length : end + 1;
        if (end < 0) break;
        const whole = line;
        line = '';
        const error = onLine(whole);
        if (error) return { bytes, rest: nothing, error };
      }
      return { bytes, rest: state === 'done' ? raw.subarray(at) : nothing };
    },
    get done() {
      return state === 'done';
    },
    get missing() {
      return state === 'done' ? undefined : new CurlError(18, 'transfer closed with outstanding read data remaining');
    },
  };
}
