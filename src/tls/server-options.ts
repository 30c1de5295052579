import type { CipherSuite } from './cipher-suite.ts';
import type { CertificateVerifier, HandshakeOptions } from './handshake.ts';
import type { ClientHello, ClientOffer } from './hello.ts';
import type { TlsIdentity } from './identity.ts';

/** What a server has and wants. */
export interface ServerOptions extends HandshakeOptions {
  /** Who it is, by the name that the client asked for (undefined: for none). No identity: the alert `unrecognized_name`. */
  identity: TlsIdentity | ((serverName: string | undefined) => TlsIdentity | undefined);
  /** Protocols above, best first. */
  alpn?: readonly string[];
  /** When the client names protocols and none of ours is among them: go on without one, as OpenSSL's servers do, or refuse, as Go's do. Default `ignore`. */
  alpnMismatch?: 'ignore' | 'refuse';
  /** Whose order of suites counts. Default the client's, as in OpenSSL; Go: the server's. */
  preference?: 'client' | 'server';
  /** Whether clients are asked for certificates; `require` refuses one that has none. Default `none`. */
  clientCertificate?: 'none' | 'request' | 'require';
  /** Names (DER) of authorities whose certificates are asked for. */
  clientAuthorities?: readonly Uint8Array[];
  /** Looks at the client's certificates. */
  verify?: CertificateVerifier;
  /** Told of what the client offers: numbers of suites, and the rest of its hello. */
  onHello?: (cipherSuites: readonly number[], offer: ClientOffer) => void;
  /** Session tickets that are sent in TLS 1.3; they are never taken back. Default 2, as OpenSSL; Go: 1. */
  tickets?: number;
}

/** What a ClientHello led to. */
export interface ServerChoice {
  hello: ClientHello;
  offer: ClientOffer;
  identity: TlsIdentity;
  alpn: string | undefined;
  suites: readonly CipherSuite[];
}
