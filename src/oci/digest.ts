import { sha256Hex } from '../base/index.ts';

/** `algorithm:hex`, such as `sha256:` and 64 lower-case hexadecimal digits. */
export type Digest = `${string}:${string}`;

/** Why a text is no digest; the messages are go-digest's. */
export class DigestError extends Error {
  override readonly name = 'DigestError';
  readonly code: 'format' | 'length' | 'algorithm';

  constructor(code: 'format' | 'length' | 'algorithm') {
    super({ format: 'invalid checksum digest format', length: 'invalid checksum digest length', algorithm: 'unsupported digest algorithm' }[code]);
    this.code = code;
  }
}

const digestPattern = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const hexLength: Record<string, number> = { sha256: 64, sha384: 96, sha512: 128 };

/** Checks a digest. Throws DigestError. */
export function parseDigest(text: string): Digest {
  const colon = text.indexOf(':');
  if (colon <= 0 || colon + 1 === text.length || !digestPattern.test(text)) throw new DigestError('format');
  const length = hexLength[text.slice(0, colon)];
  const hex = text.slice(colon + 1);
  if (length === undefined) throw new DigestError('algorithm');
  if (hex.length !== length) throw new DigestError('length');
  if (!/^[a-f0-9]+$/.test(hex)) throw new DigestError('format');
  return text as Digest;
}

/** Whether `text` is a digest that `parseDigest` takes. */
export function isDigest(text: string): text is Digest {
  try {
    parseDigest(text);
    return true;
  } catch {
    return false;
  }
}

/** The sha256 digest of `data` (text as UTF-8). */
export function digestOf(data: Uint8Array | string): Digest {
  return `sha256:${sha256Hex(data)}`;
}

/** What stands after the colon. */
export function digestHex(digest: Digest): string {
  return digest.slice(digest.indexOf(':') + 1);
}
