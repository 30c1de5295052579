import type { ByteStream, TlsTrace } from '../../../base/index.ts';
import { isPkiError, publicKeyOf, readCertificatesPem, readPrivateKeyPem, samePublicKey } from '../../../pki/index.ts';
import { isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { acceptTls, type ProtocolVersion, type TlsConnection, type TlsIdentity } from '../../../tls/index.ts';
import { Emergency, emergencyAt } from './emergency.ts';
import type { Scope } from './scope.ts';

/** What a server with `listen … ssl` proves its name with. */
export interface ServerSsl {
  identity: TlsIdentity;
  versions: { min: ProtocolVersion; max: ProtocolVersion };
}

/** Reads certificate and key of a server. Throws an Emergency in nginx's words, which have OpenSSL's in them. */
export function loadSsl(process: Process, scope: Scope): ServerSsl {
  const verify = scope.one('ssl_verify_client');
  if (verify && verify.args[0] !== 'off') throw emergencyAt(verify, 'the "ssl_verify_client" directive is not simulated here');
  const certificatePath = inPrefix(scope.one('ssl_certificate')?.args[0] ?? '');
  const given = scope.one('ssl_certificate_key')?.args[0];
  if (given === undefined) throw new Emergency(`no "ssl_certificate_key" is defined for certificate "${certificatePath}"`);
  const keyPath = inPrefix(given);
  const certificates = read(process, certificatePath, 'certificate', readCertificatesPem);
  const [leaf] = certificates;
  if (!leaf) throw new Emergency(`cannot load certificate "${certificatePath}": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)`);
  const key = read(process, keyPath, 'certificate key', (text) => readPrivateKeyPem(text));
  if (!samePublicKey(publicKeyOf(key), leaf.publicKey)) throw new Emergency(`SSL_CTX_use_PrivateKey("${keyPath}") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)`);
  const protocols = scope.one('ssl_protocols')?.args ?? ['TLSv1.2', 'TLSv1.3'];
  const newer = protocols.includes('TLSv1.3');
  return { identity: { certificates: certificates.map(({ der }) => der), key }, versions: { min: protocols.includes('TLSv1.2') || !newer ? 'TLSv1.2' : 'TLSv1.3', max: newer ? 'TLSv1.3' : 'TLSv1.2' } };
}

const inPrefix = (path: string): string => (path.startsWith('/') ? path : `/etc/nginx/${path}`);

function read<T>(process: Process, path: string, what: string, parse: (text: string) => T): T {
  try {
    return parse(process.readTextFile(path));
  } catch (error) {
    if (isSystemError(error)) {
      const missing = error.code === 'ENOENT';
      throw new Emergency(`cannot load ${what} "${path}": BIO_new_file() failed (SSL: error:${missing ? '80000002' : '8000000D'}:system library::${strerror(error.code)}:calling fopen(${path}, r) error:${missing ? '10000080:BIO routines::no such file' : '10080002:BIO routines::system lib'})`);
    }
    if (!isPkiError(error)) throw error;
    throw new Emergency(what === 'certificate' ? `cannot load certificate "${path}": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)` : `cannot load certificate key "${path}": PEM_read_bio_PrivateKey() failed (SSL: error:1E08010C:DECODER routines::unsupported:No supported data to decode. Input type: PEM)`);
  }
}

/** A handshake; the server is chosen by the name that the client asks for. Rejects with TlsError. */
export function acceptSsl(process: Process, stream: ByteStream, find: (name: string | undefined) => ServerSsl | undefined, trace: TlsTrace): Promise<TlsConnection> {
  const versions = find(undefined)?.versions;
  return acceptTls(stream, { random: process.random, trace, alpn: ['http/1.1'], identity: (name) => find(name)?.identity, ...(versions && { versions }) });
}
