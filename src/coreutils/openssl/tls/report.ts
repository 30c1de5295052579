import { toHex } from '../../../base/index.ts';
import { keyBits, nameOf, type PublicKey, readCertificate, readDer, signatureOptionsOf, writePem } from '../../../pki/index.ts';
import { cipherSuites, type RecordTally, signatureScheme, type TlsSession } from '../../../tls/index.ts';
import { defaultNameFormat, formatName } from '../print/name.ts';
import { printTime } from '../print/time.ts';

/** What s_client knows of a connection, also of one that failed on its way. */
export interface ConnectionFacts {
  /** The highest version that was asked for. */
  asked: string;
  version: string | undefined;
  /** IANA's name. */
  cipherSuite: string | undefined;
  group: string | undefined;
  certificates: readonly Uint8Array[];
  session: TlsSession | undefined;
  tally: RecordTally;
  verification: { code: number; text: string };
  /** The name that was looked for and found. */
  peerName: string | undefined;
  /** -showcerts */
  showAll: boolean;
  /** When, in milliseconds since the epoch. */
  now: number;
}

const curves: Record<string, string> = { secp256r1: 'ECDH, prime256v1, 256 bits', secp384r1: 'ECDH, secp384r1, 384 bits', secp521r1: 'ECDH, secp521r1, 521 bits', x25519: 'X25519, 253 bits' };

/** How the keys were agreed on. */
export function groupLine({ group, version, asked }: ConnectionFacts): string {
  if (group === undefined) return (version ?? asked) === 'TLSv1.3' ? 'Negotiated TLS1.3 group: <NULL>\n' : '';
  return curves[group] === undefined ? `Negotiated TLS1.3 group: ${group}\n` : `Peer Temp Key: ${curves[group]}\n`;
}

const schemeNames: Record<number, string> = {
  0x0905: 'id-ml-dsa-65', 0x0906: 'id-ml-dsa-87', 0x0904: 'id-ml-dsa-44', 0x0403: 'ECDSA+SHA256', 0x0503: 'ECDSA+SHA384', 0x0603: 'ECDSA+SHA512', 0x0807: 'ed25519', 0x0808: 'ed448', 0x081a: 'ecdsa_brainpoolP256r1_sha256', 0x081b: 'ecdsa_brainpoolP384r1_sha384', 0x081c: 'ecdsa_brainpoolP512r1_sha512',
  0x0809: 'rsa_pss_pss_sha256', 0x080a: 'rsa_pss_pss_sha384', 0x080b: 'rsa_pss_pss_sha512', 0x0804: 'RSA-PSS+SHA256', 0x0805: 'RSA-PSS+SHA384', 0x0806: 'RSA-PSS+SHA512', 0x0401: 'RSA+SHA256', 0x0501: 'RSA+SHA384', 0x0601: 'RSA+SHA512', 0x0303: 'ECDSA+SHA224', 0x0301: 'RSA+SHA224', 0x0302: 'DSA+SHA224', 0x0402: 'DSA+SHA256', 0x0502: 'DSA+SHA384', 0x0602: 'DSA+SHA512',
};

/** Signature schemes as OpenSSL lists them. */
export function schemesText(schemes: readonly number[]): string {
  return schemes.map((id) => schemeNames[id] ?? `0x${id.toString(16).padStart(4, '0')}`).join(':');
}

/** How the peer proved its key: the digest (none for Ed25519) and the scheme. */
export function peerSignature(session: TlsSession): { digest: string | undefined; type: string } | undefined {
  const scheme = session.peerSignature;
  return scheme && { digest: signatureScheme(scheme.id)?.hash?.toUpperCase(), type: scheme.name };
}

/** OpenSSL's name of a suite. */
export function opensslName(ianaName: string | undefined): string {
  return cipherSuites.find(({ name }) => name === ianaName)?.opensslName ?? '(NONE)';
}

function keyLabel(key: PublicKey): string {
  if (key.type === 'ec') return `EC, (${{ 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1', secp256k1: 'secp256k1' }[key.curve]})`;
  return key.type === 'rsa' ? `RSA, ${keyBits(key)} (bit)` : `${key.type.toUpperCase()}, ${secretBits(key)} (bit)`;
}

const secretBits = (key: PublicKey): number => (key.type === 'ed25519' ? 256 : keyBits(key));

function signatureLabel(der: Uint8Array): string {
  const wanted = signatureOptionsOf(readCertificate(der).signatureAlgorithm);
  const digest = (wanted?.options.digest ?? 'sha256').toUpperCase();
  if (wanted?.type === 'rsa') return wanted.options.padding === 'pss' ? 'rsassaPss' : `${digest.toLowerCase()}WithRSAEncryption`;
  return wanted?.type === 'ec' ? `ecdsa-with-${digest}` : (wanted?.type ?? '').toUpperCase();
}

function chainText({ certificates, showAll }: ConnectionFacts): string {
  if (certificates.length === 0) return '';
  const lines = certificates.map((der, index) => {
    const one = readCertificate(der);
    return `${String(index).padStart(2)} s:${formatName(one.subject, defaultNameFormat)}\n   i:${formatName(one.issuer, defaultNameFormat)}\n   a:PKEY: ${keyLabel(one.publicKey)}; sigalg: ${signatureLabel(der)}\n` +
      `   v:NotBefore: ${printTime(one.notBefore)}; NotAfter: ${printTime(one.notAfter)}\n${showAll ? writePem('CERTIFICATE', der) : ''}`;
  });
  return `---\nCertificate chain\n${lines.join('')}`;
}

function serverText({ session, showAll }: ConnectionFacts): string {
  const [der] = session?.peerCertificates ?? [];
  if (!der) return 'no peer certificate available\n';
  const leaf = readCertificate(der);
  return `Server certificate\n${showAll ? '' : writePem('CERTIFICATE', der)}subject=${formatName(leaf.subject, defaultNameFormat)}\nissuer=${formatName(leaf.issuer, defaultNameFormat)}\n`;
}

function requestText({ session }: ConnectionFacts): string {
  const request = session?.certificateRequest;
  const names = request?.authorities ?? [];
  const list = names.length > 0 ? `Acceptable client certificate CA names\n${names.map((name) => `${formatName(nameOf(readDer(name)), defaultNameFormat)}\n`).join('')}` : 'No client certificate CA names sent\n';
  if (!request) return list;
  const types = session.version === 'TLSv1.2' ? 'Client Certificate Types: RSA sign, DSA sign, ECDSA sign\n' : '';
  const schemes = schemesText(request.schemes);
  return `${list}${types}Requested Signature Algorithms: ${schemes}\nShared Requested Signature Algorithms: ${schemes}\n`;
}

function sessionBlock({ session, version, asked, verification, now }: ConnectionFacts): string {
  const [id, master] = [toHex(session?.sessionId ?? new Uint8Array()), toHex(session?.masterSecret ?? new Uint8Array())].map((hex) => hex.toUpperCase());
  return `SSL-Session:\n    Protocol  : ${version ?? asked}\n    Cipher    : ${session?.cipherSuite.opensslName ?? '0000'}\n    Session-ID: ${id}\n    Session-ID-ctx: \n    Master-Key: ${master}\n    PSK identity: None\n    PSK identity hint: None\n    SRP username: None\n` +
    `    Start Time: ${Math.floor(now / 1000)}\n    Timeout   : 7200 (sec)\n    Verify return code: ${verification.code} (${verification.text})\n    Extended master secret: ${session?.extendedMasterSecret ? 'yes' : 'no'}\n`;
}

/** All that s_client prints about a connection, between CONNECTED and what goes over it. */
export function connectionReport(facts: ConnectionFacts): string {
  const { session, version, asked, tally, verification, peerName, cipherSuite } = facts;
  const newer = (version ?? asked) === 'TLSv1.3';
  const [own] = session?.peerCertificates ?? [];
  const signature = session && peerSignature(session);
  return `${chainText(facts)}---\n${serverText(facts)}---\n${requestText(facts)}` +
    `${signature?.digest === undefined ? '' : `Peer signing digest: ${signature.digest}\n`}${signature ? `Peer signature type: ${signature.type}\n` : ''}${groupLine(facts)}` +
    `---\nSSL handshake has read ${tally.read} bytes and written ${tally.written} bytes\n${verificationLine(verification)}${peerName === undefined ? '' : `Verified peername: ${peerName}\n`}` +
    `---\nNew, ${version ?? '(NONE)'}, Cipher is ${opensslName(cipherSuite)}\nProtocol: ${version ?? asked}\n${own ? `Server public key is ${secretBits(readCertificate(own).publicKey)} bit\n` : ''}` +
    `${newer ? 'This TLS version forbids renegotiation.' : `Secure Renegotiation IS ${session ? '' : 'NOT '}supported`}\nCompression: NONE\nExpansion: NONE\n${session?.alpn === undefined ? 'No ALPN negotiated' : `ALPN protocol: ${session.alpn}`}\n` +
    `${newer ? `Early data was not sent\nVerify return code: ${verification.code} (${verification.text})\n` : sessionBlock(facts)}---\n`;
}

/** `Verification: OK`, or the last error. */
export function verificationLine({ code, text }: { code: number; text: string }): string {
  return code === 0 ? 'Verification: OK\n' : `Verification error: ${text}\n`;
}

/** What -brief says instead. */
export function briefReport(facts: ConnectionFacts): string {
  const { session, verification, peerName } = facts;
  if (!session) return '';
  const [own] = session.peerCertificates;
  const signature = peerSignature(session);
  return `CONNECTION ESTABLISHED\nProtocol version: ${session.version}\nCiphersuite: ${session.cipherSuite.opensslName}\n` +
    `${session.certificateRequest ? `Requested Signature Algorithms: ${schemesText(session.certificateRequest.schemes)}\n` : ''}` +
    `${own ? `Peer certificate: ${formatName(readCertificate(own).subject, defaultNameFormat)}\nHash used: ${signature?.digest ?? 'UNDEF'}\nSignature type: ${signature?.type ?? ''}\n${verificationLine(verification)}${peerName === undefined ? '' : `Verified peername: ${peerName}\n`}` : 'No peer certificate\n'}` +
    `${session.version === 'TLSv1.2' ? 'Supported Elliptic Curve Point Formats: uncompressed:ansiX962_compressed_prime:ansiX962_compressed_char2\n' : ''}${groupLine(facts)}`;
}
