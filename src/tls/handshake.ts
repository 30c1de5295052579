import { concatBytes, encodeUtf8, equalBytes, toHex, type RandomBytes, type TlsTrace } from '../base/index.ts';
import { readCertificate, type PublicKey } from '../pki/index.ts';
import { type AlertName, alertCode, isTlsError, TlsError } from './alert.ts';
import type { CipherSuite } from './cipher-suite.ts';
import type { HandshakeChannel, TlsMessage } from './handshake-message.ts';
import type { TlsIdentity } from './identity.ts';
import type { NamedGroup } from './named-group.ts';
import type { RecordTally } from './record-layer.ts';
import type { RecordProtection } from './record-protection.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import type { ProtocolVersion } from './version.ts';
import { uint, vector, WireReader } from './wire.ts';

/** What a check of the peer's certificates found. */
export interface Verification {
  /** What was built from them, up to the root when one was found. */
  chain: readonly Uint8Array[];
  /** Undefined: all is well. `kind` is for programs, `reason` in a program's words for who reads the trace. */
  problem?: { kind: string; reason: string } | undefined;
  /** Whether the handshake goes on in spite of a problem (`curl -k`, `s_client`). Default: it does not. */
  tolerated?: boolean;
  /** The alert that refuses; default `bad_certificate`. */
  alert?: AlertName;
  /** The name that was looked for. */
  host?: string | undefined;
}

/** Looks at the peer's certificates (DER, its own first). */
export type CertificateVerifier = (certificates: readonly Uint8Array[]) => Verification | Promise<Verification>;

/** Options that both sides have. */
export interface HandshakeOptions {
  random: RandomBytes;
  /** Lowest and highest version. Default TLS 1.2 and 1.3. */
  versions?: { min?: ProtocolVersion; max?: ProtocolVersion };
  /** Numbers of suites, best first. Default: OpenSSL's order. */
  cipherSuites?: readonly number[];
  /** Numbers of groups, best first. Default: X25519MLKEM768, X25519, P-256, P-384, P-521. */
  groups?: readonly number[];
  /** Numbers of schemes that the peer may sign with. */
  signatureSchemes?: readonly number[];
  /** Counts the bytes of records, with their headers. */
  tally?: RecordTally | undefined;
  /** Told of all steps. */
  trace?: TlsTrace | undefined;
  /** Told of each message below the application's, as it goes or comes: what OpenSSL's message callback hears. */
  onMessage?: ((message: TlsMessage) => void) | undefined;
}

/** What was agreed on. */
export interface TlsSession {
  role: 'client' | 'server';
  version: ProtocolVersion;
  cipherSuite: CipherSuite;
  group: NamedGroup;
  /** The protocol above, when one was agreed on. */
  alpn: string | undefined;
  /** The name that the client asked for. */
  serverName: string | undefined;
  /** DER; of a client none when it sent none. */
  peerCertificates: readonly Uint8Array[];
  /** How the peer proved that it has the key. */
  peerSignature: SignatureScheme | undefined;
  /** What `verify` said. */
  verification: Verification | undefined;
  /** The client was asked for a certificate; `schemes` it may sign with, names (DER) of `authorities` that the server trusts. */
  certificateRequest: { schemes: readonly number[]; authorities: readonly Uint8Array[] } | undefined;
  /** How we proved that we have the key. */
  signature: SignatureScheme | undefined;
  /** Keys for the application's records. */
  reading: RecordProtection;
  writing: RecordProtection;
  /** TLS 1.3: for updates of the keys. */
  secrets: { reading: Uint8Array; writing: Uint8Array } | undefined;
  /** TLS 1.2: peers that speak extended_master_secret. */
  extendedMasterSecret: boolean;
  sessionId: Uint8Array;
  /** TLS 1.2: the secret behind the keys. */
  masterSecret: Uint8Array | undefined;
}

/** What is signed in a CertificateVerify of TLS 1.3: RFC 8446, section 4.4.3. */
export function signedContent(role: 'client' | 'server', transcriptHash: Uint8Array): Uint8Array {
  return concatBytes([new Uint8Array(64).fill(32), encodeUtf8(`TLS 1.3, ${role} CertificateVerify`), Uint8Array.of(0), transcriptHash]);
}

/** A Certificate message of TLS 1.3. */
export function encodeCertificates13(context: Uint8Array, certificates: readonly Uint8Array[]): Uint8Array {
  return concatBytes([vector(1, context), vector(3, ...certificates.map((one) => concatBytes([vector(3, one), uint(2, 0)])))]);
}

/** Reads a Certificate message of TLS 1.3. */
export function readCertificates13(body: Uint8Array): Uint8Array[] {
  const reader = new WireReader(body);
  reader.vector(1);
  const list = new WireReader(reader.vector(3));
  const certificates: Uint8Array[] = [];
  while (list.left > 0) {
    certificates.push(list.vector(3));
    list.vector(2);
  }
  return certificates;
}

/** A Certificate message of TLS 1.2. */
export function encodeCertificates12(certificates: readonly Uint8Array[]): Uint8Array {
  return vector(3, ...certificates.map((one) => vector(3, one)));
}

/** Reads a Certificate message of TLS 1.2. */
export function readCertificates12(body: Uint8Array): Uint8Array[] {
  const list = new WireReader(new WireReader(body).vector(3));
  const certificates: Uint8Array[] = [];
  while (list.left > 0) certificates.push(list.vector(3));
  return certificates;
}

/** The key in the peer's certificate. */
export function peerKey(certificates: readonly Uint8Array[]): PublicKey {
  const [own] = certificates;
  if (!own) throw new TlsError('protocol', 'decode_error');
  try {
    return readCertificate(own).publicKey;
  } catch {
    throw new TlsError('protocol', 'bad_certificate');
  }
}

/** Has the peer's certificates looked at, and tells of it; throws when they are refused. */
export async function verifyPeer(certificates: readonly Uint8Array[], verifier: CertificateVerifier | undefined, trace: TlsTrace | undefined): Promise<Verification | undefined> {
  if (!verifier) return undefined;
  const verification = await verifier(certificates);
  const { chain, problem, tolerated = false, alert = 'bad_certificate', host } = verification;
  trace?.({ kind: 'verify', checked: !tolerated, problem: problem?.kind, reason: problem?.reason, host, chain });
  if (problem && !tolerated) throw new TlsError('certificate', alert, { problem });
  return verification;
}

/** The identity for a server that names these authorities; undefined when it is to be kept back. */
export function fittingIdentity(identity: TlsIdentity | undefined, authorities: readonly Uint8Array[], onlyFitting = false): TlsIdentity | undefined {
  if (!identity || !onlyFitting || authorities.length === 0) return identity;
  const fits = identity.certificates.some((der) => {
    const { issuer } = readCertificate(der);
    return authorities.some((name) => equalBytes(name, issuer.der));
  });
  return fits ? identity : undefined;
}

/** A line of an SSLKEYLOGFILE. */
export function keyLogLine(label: string, clientRandom: Uint8Array, secret: Uint8Array): string {
  return `${label} ${toHex(clientRandom)} ${toHex(secret)}`;
}

/** Runs a handshake; what fails on our side is told to the peer by an alert. */
export async function withAlerts<T>(channel: HandshakeChannel, trace: TlsTrace | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isTlsError(error) && error.alert !== undefined && error.kind !== 'alert') {
      channel.tell({ sent: true, kind: 'alert', code: 512 + alertCode(error.alert), length: 2 });
      await channel.records.alert(error.alert);
      trace?.({ kind: 'alert', sent: true, alert: { code: alertCode(error.alert), name: error.alert } });
    }
    throw error;
  }
}
