import { sha256Hex } from '../../../base/index.ts';
import { header, type Message } from './message.ts';
import type { Exchange } from './talks.ts';
import { meaningOf, outline } from './meaning.ts';

/** A digest that was promised, and the one that the bytes have. */
export interface DigestCheck {
  promised: string;
  computed: string;
  bytes: number;
  equal: boolean;
}

/** Takes the digest of what came and compares it with what was asked for or promised; undefined where there is nothing to compare, or not all was seen. */
export function checkDigest(exchange: Exchange): DigestCheck | undefined {
  const { response } = exchange;
  const { method, path, status } = outline(exchange);
  if (method !== 'GET' || status !== 200 || !response?.ended || !response.whole || response.length === 0 || meaningOf(exchange) === 'schema1') return undefined;
  const promised = /\/(?:manifests|blobs)\/(sha256:[0-9a-f]{64})/.exec(path)?.[1] ?? header(response, 'docker-content-digest');
  if (!promised?.startsWith('sha256:')) return undefined;
  const computed = `sha256:${sha256Hex(response.body)}`;
  return { promised, computed, bytes: response.length, equal: computed === promised };
}

/** A token's parts, read but not verified. */
export interface TokenParts {
  header: unknown;
  claims: unknown;
}

function part(text: string): unknown {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The JSON web token in a text; undefined when there is none. */
export function readToken(text: string | undefined): TokenParts | undefined {
  const [, head, claims] = /\b(eyJ[\w-]+)\.(eyJ[\w-]+)\.[\w-]+/.exec(text ?? '') ?? [];
  if (head === undefined || claims === undefined) return undefined;
  try {
    return { header: part(head), claims: part(claims) };
  } catch {
    return undefined;
  }
}

const textTypes = /json|text|xml|urlencoded|javascript/;

/** A body as it can be shown: JSON with its lines, other text as it is; undefined for what is not text. */
export function shownBody(message: Message): string | undefined {
  if (message.body.length === 0) return undefined;
  const type = header(message, 'content-type') ?? '';
  const text = new TextDecoder('utf-8', { fatal: false }).decode(message.body.subarray(0, 20_000));
  const looksLikeJson = /^\s*[[{]/.test(text) && !text.includes('\uFFFD');
  if (!textTypes.test(type) && !looksLikeJson) return undefined;
  if (message.whole && (type.includes('json') || looksLikeJson)) {
    try {
      return JSON.stringify(JSON.parse(new TextDecoder().decode(message.body)), null, 2);
    } catch {
      // As it is.
    }
  }
  return text;
}
