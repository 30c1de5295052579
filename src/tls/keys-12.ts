import { concatBytes } from '../base/index.ts';
import type { CipherSuite } from './cipher-suite.ts';
import type { HandshakeChannel } from './handshake-message.ts';
import { prf } from './key-schedule.ts';
import { protect12, type RecordProtection } from './record-protection.ts';

/** The randoms of both sides. */
export interface Randoms {
  client: Uint8Array;
  server: Uint8Array;
}

/** The master secret: RFC 5246, section 8.1; with extended_master_secret from the transcript (RFC 7627). */
export function masterSecretOf(suite: CipherSuite, secret: Uint8Array, channel: HandshakeChannel, randoms: Randoms, extended: boolean): Uint8Array {
  if (extended) return prf(suite.hash, secret, 'extended master secret', channel.transcriptHash(suite.hash), 48);
  return prf(suite.hash, secret, 'master secret', concatBytes([randoms.client, randoms.server]), 48);
}

/** The keys of both directions: RFC 5246, section 6.3. */
export function protections12(suite: CipherSuite, masterSecret: Uint8Array, randoms: Randoms): { client: RecordProtection; server: RecordProtection } {
  const ivLength = 12 - suite.explicitNonce;
  const block = prf(suite.hash, masterSecret, 'key expansion', concatBytes([randoms.server, randoms.client]), 2 * (suite.keyLength + ivLength));
  const key = (index: number): Uint8Array => block.subarray(index * suite.keyLength, (index + 1) * suite.keyLength);
  const iv = (index: number): Uint8Array => block.subarray(2 * suite.keyLength + index * ivLength, 2 * suite.keyLength + (index + 1) * ivLength);
  return { client: protect12(suite, key(0), iv(0)), server: protect12(suite, key(1), iv(1)) };
}

/** The contents of a Finished message: RFC 5246, section 7.4.9. */
export function finished12(suite: CipherSuite, masterSecret: Uint8Array, role: 'client' | 'server', channel: HandshakeChannel): Uint8Array {
  return prf(suite.hash, masterSecret, `${role} finished`, channel.transcriptHash(suite.hash), 12);
}
