import type { ByteStream, Clock, RandomBytes, TlsTrace } from '../../../base/index.ts';
import { Http2Connection } from '../../../base/http2/index.ts';
import { addressBytes, attributeOids, attributeValue, type Certificate, type ChainFailureKind, digest, isPkiError, keyBits, matchesPattern, type Name, publicKeyOf, readCertificate, readPrivateKeyPem, samePublicKey, signatureOptionsOf, subjectAltNamesOf, toBase64 } from '../../../pki/index.ts';
import { cipherSuites, connectTls, handshakeType, isTlsError, opensslSuites, type ProtocolVersion, type TlsConnection, type TlsError, type TlsIdentity, type TlsMessage, traceHttp2 } from '../../../tls/index.ts';
import { isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { certificatesIn, certificatesOf, systemBundle, systemFolder } from '../../trust/authorities.ts';
import { errorString, opensslErrorOf } from '../../trust/openssl-error.ts';
import { verificationOf, verifyAsOpenssl, verifyErrorOf } from '../../trust/openssl-verifier.ts';
import { CurlError } from './error.ts';

/** What the command line says of TLS. */
export interface CurlTlsOptions {
  insecure: boolean;
  cacert: string | undefined;
  capath: string | undefined;
  cert: string | undefined;
  key: string | undefined;
  /** --pass. */
  password: string | undefined;
  min: string | undefined;
  max: string | undefined;
  ciphers: string | undefined;
  tls13Ciphers: string | undefined;
  pinned: string | undefined;
  alpn: readonly string[];
}

/** Where curl tells what it does: `text` after `* `, `data` bytes that went or came below HTTP. */
export interface CurlTelling {
  text(line: string): void;
  data(sent: boolean, length: number): void;
}

const messageNames: Readonly<Record<number, string>> = {
  1: 'Client hello', 2: 'Server hello', 4: 'Newsession Ticket', 8: 'Encrypted Extensions', 11: 'Certificate', 12: 'Server key exchange', 13: 'Request CERT', 14: 'Server finished', 15: 'CERT verify', 16: 'Client key exchange', 20: 'Finished', 24: 'Key update',
};
const alertNames: Readonly<Record<number, string>> = {
  0: 'close notify', 10: 'unexpected message', 20: 'bad record mac', 40: 'handshake failure', 42: 'bad certificate', 43: 'unsupported certificate', 44: 'certificate revoked', 45: 'certificate expired', 46: 'certificate unknown', 47: 'illegal parameter', 48: 'unknown CA', 49: 'access denied', 50: 'decode error', 51: 'decrypt error',
  70: 'protocol version', 71: 'insufficient security', 80: 'internal error', 86: 'inappropriate fallback', 90: 'user canceled', 100: 'no renegotiation', 109: 'missing extension', 110: 'unsupported extension', 112: 'unrecognized name', 115: 'unknown PSK identity', 116: 'certificate required', 120: 'no application protocol',
};

/** Encrypts a connection as Debian's curl does with OpenSSL. Throws CurlError. */
export async function secureForCurl(process: Process, stream: ByteStream, host: string, options: CurlTlsOptions, tell: CurlTelling, trace: TlsTrace): Promise<TlsConnection> {
  const { clock, random }: { clock: Clock; random: RandomBytes } = process;
  const identity = clientIdentity(process, options);
  const versions = versionsOf(options);
  if (options.alpn.length > 0) tell.text(`ALPN: curl offers ${options.alpn.join(',')}`);
  let verifyResult = 0;
  let chain: readonly Certificate[] = [];
  let anchors: Certificate[] | undefined;
  let version = versions.max;
  let established = false;
  const onMessage = (message: TlsMessage): void => {
    // Its own goodbye curl says without a word.
    if (established && message.sent && message.kind === 'alert') return;
    tell.data(message.sent, 5);
    tell.text(messageLine(message, version));
    tell.data(message.sent, message.length);
    if (message.sent && message.code === handshakeType.clientHello && message.kind === 'handshake') anchors ??= trusted(process, options, tell);
  };
  const address = addressBytes(host);
  const suites = suitesOf(options);
  let connection: TlsConnection;
  try {
    connection = await connectTls(stream, {
      random, versions, identity, onMessage, manner: { ticket: false, postHandshakeAuth: true, padding: true },
      trace(step) {
        if (step.kind === 'server-hello' && step.version === 'TLSv1.2') version = 'TLSv1.2';
        trace(step);
      },
      alpn: options.alpn, ...(suites && { cipherSuites: suites }), ...(!address && { serverName: host }),
      verify: (certificates) => {
        const found = verifyAsOpenssl(certificates, { anchors: anchors ?? [], now: clock.now(), purpose: 'sslserver', partialChain: true });
        verifyResult = found.errors[0]?.code ?? 0;
        chain = found.errors.length > 0 ? found.chain.slice(0, (found.errors[0]?.depth ?? 0) + 1) : found.chain;
        return verificationOf(found, options.insecure, host);
      },
    });
  } catch (error) {
    if (isTlsError(error)) throw failureOf(error, verifyResult);
    if (isSystemError(error)) throw new CurlError(35, `Recv failure: ${error.code === 'ECONNRESET' ? 'Connection reset by peer' : error.message}`);
    throw error;
  }
  established = true;
  const { session } = connection;
  tell.text(`SSL connection using ${session.version} / ${session.cipherSuite.opensslName} / ${session.group.name} / ${signatureName(connection)}`);
  if (options.alpn.length > 0) tell.text(session.alpn === undefined ? 'ALPN: server did not agree on a protocol. Uses default.' : `ALPN: server accepted ${session.alpn}`);
  try {
    checkServer(connection, host, options, { chain, verifyResult, text: (line) => tell.text(line) });
  } catch (error) {
    if (error instanceof CurlError && error.code === 60) trace({ kind: 'verify', checked: true, problem: 'name-mismatch', reason: error.message, host, chain: chain.map(({ der }) => der) });
    connection.close();
    throw error;
  }
  return connection;
}

/** HTTP/2 where that was agreed on; undefined for the older ones, which go over the connection itself. */
export function http2Over(tls: TlsConnection, trace: TlsTrace): Http2Connection | undefined {
  if (tls.session.alpn !== 'h2') return undefined;
  tls.silenceData();
  return new Http2Connection(tls, { trace: traceHttp2(trace) });
}

function messageLine({ sent, kind, code }: TlsMessage, version: string): string {
  const way = `${version} (${sent ? 'OUT' : 'IN'}), TLS`;
  if (kind === 'change-cipher-spec') return `${way} change cipher, Change cipher spec (1):`;
  if (kind === 'alert') return `${way} alert, ${alertNames[code & 255] ?? 'unknown'} (${code}):`;
  return `${way} handshake, ${messageNames[code] ?? 'Unknown'} (${code}):`;
}

function failureOf(error: TlsError, verifyResult: number): CurlError {
  if (error.kind === 'certificate') return new CurlError(verifyResult === 0 ? 35 : 60, `SSL certificate problem: ${error.problem?.reason ?? ''}`, verifyResult);
  return new CurlError(35, `TLS connect error: ${errorString(opensslErrorOf(error))}`);
}

/** What OpenSSL thought of the server's certificate: %{ssl_verify_result}. */
export function verifyResultOf({ session }: TlsConnection, host: string): number {
  const problem = session.verification?.problem;
  return problem ? verifyErrorOf({ kind: problem.kind as ChainFailureKind }, host).code : 0;
}

/** A failure of an established connection, as curl words it. */
export function curlReadFailure(error: TlsError): CurlError {
  return new CurlError(56, `OpenSSL SSL_read: OpenSSL/3.5.9: ${errorString(opensslErrorOf(error))}, errno 0`);
}

/** The trusted certificates; none are loaded with -k. */
function trusted(process: Process, { insecure, cacert, capath }: CurlTlsOptions, tell: CurlTelling): Certificate[] {
  if (insecure) return [];
  const file = cacert ?? (process.env.CURL_CA_BUNDLE ? process.env.CURL_CA_BUNDLE : systemBundle);
  const folder = capath ?? systemFolder;
  const found = process.exists(file) ? readable(process, file) : undefined;
  if (!found) throw new CurlError(77, `error setting certificate file: ${file}`);
  tell.text(` CAfile: ${file}`);
  tell.text(` CApath: ${folder}`);
  return [...found, ...certificatesIn(process, folder)];
}

function readable(process: Process, file: string): Certificate[] | undefined {
  try {
    return certificatesOf(process.readTextFile(file));
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function versionsOf({ min, max }: CurlTlsOptions): { min: ProtocolVersion; max: ProtocolVersion } {
  const limit = max === undefined || max === '1.3' || max === 'default' ? 'TLSv1.3' : max === '1.2' ? 'TLSv1.2' : undefined;
  const from = min === '1.3' ? 'TLSv1.3' : 'TLSv1.2';
  if (limit === undefined || from > limit) throw new CurlError(35, 'TLS connect error: error:0A0000BF:SSL routines::no protocols available');
  return { min: from, max: limit };
}

/** Numbers of the suites that --ciphers and --tls13-ciphers leave. */
function suitesOf({ ciphers, tls13Ciphers }: CurlTlsOptions): number[] | undefined {
  if (ciphers === undefined && tls13Ciphers === undefined) return undefined;
  const named = (list: string, version: ProtocolVersion): number[] => list.split(/[:, ]/).flatMap((name) => cipherSuites.filter((suite) => suite.version === version && (suite.opensslName === name || suite.name === name)).map(({ id }) => id));
  const ours = (version: ProtocolVersion): number[] => opensslSuites.filter((id) => cipherSuites.some((suite) => suite.id === id && suite.version === version));
  const classes = /^(?:DEFAULT|ALL|HIGH|ECDHE|AESGCM|kECDHE|ECDH)\b/;
  const older = ciphers === undefined || classes.test(ciphers) ? ours('TLSv1.2') : named(ciphers, 'TLSv1.2');
  if (older.length === 0) throw new CurlError(59, `failed setting cipher list: ${ciphers ?? ''}`);
  const newer = tls13Ciphers === undefined ? ours('TLSv1.3') : named(tls13Ciphers, 'TLSv1.3');
  if (newer.length === 0) throw new CurlError(59, `failed setting TLS 1.3 cipher suite: ${tls13Ciphers ?? ''}`);
  return [...newer, ...older];
}

/** The client certificate of --cert (FILE or FILE:PASSWORD) with the key of --key, or that in the same file. */
function clientIdentity(process: Process, { cert, key, password: given }: CurlTlsOptions): TlsIdentity | undefined {
  if (cert === undefined) return undefined;
  const [file = '', password = given] = process.exists(cert) ? [cert] : cert.split(/:(.*)/s);
  const certificates = process.exists(file) ? readable(process, file) : undefined;
  const [leaf] = certificates ?? [];
  if (!certificates || !leaf) {
    const why = process.exists(file) ? 'error:0480006C:PEM routines::no start line' : 'error:80000002:system library::No such file or directory';
    throw new CurlError(58, `could not load PEM client certificate from ${file}, OpenSSL error ${why}, (no key found, wrong pass phrase, or wrong file format?)`);
  }
  const keyFile = key ?? file;
  const bad = new CurlError(58, `unable to set private key file: '${keyFile}' type PEM`);
  if (!process.exists(keyFile)) throw bad;
  try {
    const secret = readPrivateKeyPem(process.readTextFile(keyFile), password);
    if (!samePublicKey(publicKeyOf(secret), leaf.publicKey)) throw bad;
    return { certificates: certificates.map(({ der }) => der), key: secret };
  } catch (error) {
    if (isPkiError(error) || isSystemError(error)) throw bad;
    throw error;
  }
}

/** OpenSSL's name for how the server proved its key. */
function signatureName({ session: { peerSignature } }: TlsConnection): string {
  if (peerSignature?.key === 'rsa') return peerSignature.padding === 'pss' ? 'RSASSA-PSS' : 'rsaEncryption';
  return peerSignature?.key === 'ec' ? 'id-ecPublicKey' : 'ED25519';
}

/** Says what the server's certificate is, and whether it is the server's: curl looks at the name itself, after the handshake. */
function checkServer({ session }: TlsConnection, host: string, { insecure, pinned }: CurlTlsOptions, { chain, verifyResult, text }: { chain: readonly Certificate[]; verifyResult: number; text: (line: string) => void }): void {
  const [der] = session.peerCertificates;
  if (!der) return;
  const leaf = readCertificate(der);
  text('Server certificate:');
  text(` subject: ${nameText(leaf.subject)}`);
  text(` start date: ${dateText(leaf.notBefore)}`);
  text(` expire date: ${dateText(leaf.notAfter)}`);
  if (!insecure) checkName(leaf, host, text);
  text(` issuer: ${nameText(leaf.issuer)}`);
  text(verifyResult === 0 ? ' SSL certificate verify ok.' : ` SSL certificate verify result: ${session.verification?.problem?.reason ?? ''} (${verifyResult}), continuing anyway.`);
  chain.forEach((one, level) => text(`  Certificate level ${level}: Public key type ${keyText(one)}, signed using ${signatureText(one)}`));
  if (pinned !== undefined && !isPinned(leaf, pinned)) throw new CurlError(90, 'SSL: public key does not match pinned public key');
}

function checkName(leaf: Certificate, host: string, text: (line: string) => void): void {
  const address = addressBytes(host);
  const names = subjectAltNamesOf(leaf.extensions).filter(({ kind }) => kind === 'dns' || kind === 'ip');
  if (names.length > 0) {
    if (address && names.some((name) => name.kind === 'ip' && name.bytes.join() === address.join())) return text(` subjectAltName: host "${host}" matched cert's IP address!`);
    const found = address ? undefined : names.find((name) => name.kind === 'dns' && matchesPattern(name.value, host));
    if (found?.kind === 'dns') return text(` subjectAltName: host "${host}" matched cert's "${found.value}"`);
    const kind = address ? (address.length === 4 ? 'ipv4 address' : 'ipv6 address') : 'hostname';
    text(` subjectAltName does not match ${kind} ${host}`);
    throw new CurlError(60, `SSL: no alternative certificate subject name matches target ${kind} '${host}'`);
  }
  const common = attributeValue(leaf.subject, attributeOids.CN);
  if (common === undefined) throw new CurlError(60, 'SSL: unable to obtain common name from peer certificate');
  if (address ? common !== host : !matchesPattern(common, host)) throw new CurlError(60, `SSL: certificate subject name '${common}' does not match target hostname '${host}'`);
  text(` common name: ${common} (matched)`);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateText(time: number): string {
  const date = new Date(time);
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)} ${date.getUTCFullYear()} GMT`;
}

const shortNames = new Map<string, string>([...Object.entries(attributeOids).map(([name, oid]): [string, string] => [oid, name])]);

/** A name as curl prints it: XN_FLAG_SEP_SPLUS_SPC without the space around `=`, escaped as RFC 2253. */
function nameText({ rdns }: Name): string {
  return rdns.map((rdn) => rdn.map(({ type, value }) => `${shortNames.get(type) ?? type}=${value}`).join(' + ')).join('; ');
}

function keyText({ publicKey }: Certificate): string {
  const bits = keyBits(publicKey);
  if (publicKey.type === 'rsa') return `RSA (${bits}/${{ 1024: 80, 2048: 112, 3072: 128, 4096: 152, 8192: 192 }[bits] ?? 112} Bits/secBits)`;
  if (publicKey.type === 'ec') return `EC/${{ 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1', secp256k1: 'secp256k1' }[publicKey.curve]} (${bits}/${{ 256: 128, 384: 192, 521: 256 }[bits] ?? 128} Bits/secBits)`;
  return publicKey.type === 'ed25519' ? 'ED25519 (256/128 Bits/secBits)' : `${publicKey.type.toUpperCase()} (456/224 Bits/secBits)`;
}

function signatureText({ signatureAlgorithm }: Certificate): string {
  const wanted = signatureOptionsOf(signatureAlgorithm);
  const name = (wanted?.options.digest ?? 'sha256').toUpperCase();
  if (wanted?.type === 'rsa') return wanted.options.padding === 'pss' ? 'rsassaPss' : `${name.toLowerCase()}WithRSAEncryption`;
  return wanted?.type === 'ec' ? `ecdsa-with-${name}` : 'ED25519';
}

/** --pinnedpubkey `sha256//BASE64[;…]`. */
function isPinned(leaf: Certificate, pinned: string): boolean {
  const own = toBase64(digest('sha256', leaf.publicKeyInfo.raw));
  return pinned.split(';').some((one) => one === `sha256//${own}`);
}
