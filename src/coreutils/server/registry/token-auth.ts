import { decodeUtf8 } from '../../../base/index.ts';
import { isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { type Certificate, encodePublicKey, integer, isPkiError, type PublicKey, readCertificate, readCertificatesPem, sequence, verify, verifyChain, fromBase64 } from '../../../pki/index.ts';
import { bearerAuth, fromBase64Url, libtrustKeyId, type RegistryAuth } from '../../../registry/index.ts';
import type { Configuration } from './configuration.ts';
import { Panic } from './stopping.ts';

/** `auth: token`: tokens that the keys of a bundle of certificates signed, or keys that these certify. Throws Panic where the configuration does not suffice. */
export function tokenAuth(process: Process, configuration: Configuration): RegistryAuth {
  const option = (key: string): string => {
    const value = configuration.at(`auth.token.${key}`);
    if (typeof value !== 'string') throw new Panic(`unable to configure authorization (token): token auth requires a valid option string: "${key}"`);
    return value;
  };
  const [realm, issuer, service, bundle] = [option('realm'), option('issuer'), option('service'), option('rootcertbundle')];
  const roots = readBundle(process, bundle);
  const trusted = new Map(roots.map((certificate) => [libtrustKeyId(encodePublicKey(certificate.publicKey)), certificate.publicKey]));
  return bearerAuth({
    realm, service, issuer, clock: process.clock,
    key: {
      verify(signed, signature) {
        const header = readHeader(signed);
        const key = header && keyOf(header, roots, trusted, process.clock.now());
        return key !== undefined && checkSignature(String(header?.alg), key, signed, signature);
      },
    },
  });
}

interface Header {
  alg?: unknown;
  kid?: unknown;
  x5c?: unknown;
}

function readHeader(signed: Uint8Array): Header | undefined {
  try {
    return JSON.parse(decodeUtf8(fromBase64Url(decodeUtf8(signed).split('.')[0] ?? '') ?? new Uint8Array())) as Header;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The key that a token names, when it is one of the bundle or has a chain up to one. */
function keyOf(header: Header, roots: readonly Certificate[], trusted: ReadonlyMap<string, PublicKey>, now: number): PublicKey | undefined {
  if (Array.isArray(header.x5c) && header.x5c.length > 0) {
    try {
      const [leaf, ...intermediates] = header.x5c.map((text) => readCertificate(fromBase64(String(text))));
      return leaf && verifyChain(leaf, { anchors: roots, intermediates, at: now, partialChain: true }).failures.length === 0 ? leaf.publicKey : undefined;
    } catch (error) {
      if (isPkiError(error)) return undefined;
      throw error;
    }
  }
  return typeof header.kid === 'string' ? trusted.get(header.kid) : undefined;
}

function checkSignature(algorithm: string, key: PublicKey, signed: Uint8Array, signature: Uint8Array): boolean {
  const digest = ({ 256: 'sha256', 384: 'sha384', 512: 'sha512' } as const)[algorithm.slice(2) as '256'];
  if (digest === undefined) return false;
  if (algorithm.startsWith('RS') && key.type === 'rsa') return verify(key, signed, signature, { digest });
  return algorithm.startsWith('ES') && key.type === 'ec' && verify(key, signed, derSignature(signature), { digest });
}

/** r and s, one after the other, as the sequence that X9.62 has. */
function derSignature(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2;
  const number = (bytes: Uint8Array): Uint8Array => integer(bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n));
  return sequence(number(signature.subarray(0, half)), number(signature.subarray(half)));
}

function readBundle(process: Process, path: string): Certificate[] {
  let text: string;
  try {
    text = process.readTextFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Panic(`unable to configure authorization (token): unable to open token auth root certificate bundle file "${path}": open ${path}: ${strerror(error.code).toLowerCase()}`);
  }
  const roots = readCertificatesPem(text);
  if (roots.length === 0) throw new Panic('unable to configure authorization (token): token auth requires at least one token signing root certificate');
  return roots;
}
