import type { CipherSuite } from './cipher-suite.ts';
import type { CertificateVerifier, HandshakeOptions } from './handshake.ts';
import type { KeyOffer } from './named-group.ts';
import type { ClientHello, ServerHello } from './hello.ts';
import type { TlsIdentity } from './identity.ts';
import type { ProtocolVersion } from './version.ts';

/** What a client wants. */
export interface ClientOptions extends HandshakeOptions {
  /** The name for server_name (SNI); none for IP addresses. */
  serverName?: string | undefined;
  /** Protocols above, best first. */
  alpn?: readonly string[];
  /**
   * Says hello as OpenSSL 3.5 does, byte for byte as long: with all that it would offer, also what is not spoken here and no server of ours chooses. `ticket`: session_ticket, `postHandshakeAuth`: that extension,
   * `padding`: a hello of 256 to 511 bytes is filled up (SSL_OP_ALL). Default: offers what is spoken here.
   */
  manner?: { ticket: boolean; postHandshakeAuth: boolean; padding: boolean };
  /** Sent when the server asks for a certificate. */
  identity?: TlsIdentity | undefined;
  /** Sends the identity only when one of the authorities that the server names has signed it, as Go does. */
  onlyFitting?: boolean;
  /** Looks at the server's certificates. Without it any are taken, as `curl -k` does. */
  verify?: CertificateVerifier;
}

/** A ClientHello with the secrets behind its key shares. */
export interface HelloDraft {
  hello: ClientHello;
  offers: Map<number, KeyOffer>;
  versions: readonly ProtocolVersion[];
  /** It is the second one. */
  retried: boolean;
}

/** What a ServerHello settled. */
export interface Negotiation {
  draft: HelloDraft;
  server: ServerHello;
  version: ProtocolVersion;
  suite: CipherSuite;
}
