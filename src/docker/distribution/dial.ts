import type { ByteStream } from '../../base/index.ts';

/** How a TLS connection is to be trusted. */
export interface TlsTerms {
  /** The folder below /etc/docker/certs.d whose authorities (`*.crt`) and client certificates (`*.cert`, `*.key`) count beside the system's: HOST or HOST:PORT. It is read at each connection. */
  certificates: string | undefined;
  /** Any certificate is taken, as for `insecure-registries`. */
  insecure: boolean;
}

/** Opens connections from the daemon's network namespace, for registries. */
export interface Dial {
  /** A connection; with `tls` one that is encrypted. Rejects with DialError, as do reads and writes on an encrypted one that breaks. */
  (address: { host: string; port: number; tls: TlsTerms | undefined }): Promise<ByteStream>;
  /** Addresses of a name; none when it is not known. */
  lookup(host: string): Promise<readonly string[]>;
}

/** Why a connection could not be made, in Go's words: `dial tcp 127.0.0.1:5000: connect: connection refused`, `dial tcp: lookup h on 10.0.0.1:53: no such host`, `tls: failed to verify certificate: …`. */
export class DialError extends Error {
  override readonly name = 'DialError';
  /** `plain-http`: the peer answered a TLS hello in clear; `certificates`: what lies in certs.d is no good, so nobody was asked. */
  readonly reason: 'connect' | 'lookup' | 'tls' | 'plain-http' | 'certificates';

  constructor(reason: DialError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
