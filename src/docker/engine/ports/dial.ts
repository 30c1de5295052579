import type { ByteStream } from '../../../base/index.ts';

/** Opens connections from the daemon's network namespace, for registries. Rejects with DialError. */
export type Dial = (address: { host: string; port: number; tls: boolean }) => Promise<ByteStream>;

/** Why a connection could not be made, in Go's words: `dial tcp 127.0.0.1:5000: connect: connection refused`, `dial tcp: lookup h on 10.0.0.1:53: no such host`, `tls: failed to verify certificate: …`. */
export class DialError extends Error {
  override readonly name = 'DialError';
  /** `plain-http`: the peer answered a TLS hello in clear. */
  readonly reason: 'connect' | 'lookup' | 'tls' | 'plain-http';

  constructor(reason: DialError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
