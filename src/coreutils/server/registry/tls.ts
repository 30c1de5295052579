import { type ByteStream, encodeUtf8, type TlsTrace } from '../../../base/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import { isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { type Certificate, isPkiError, type PrivateKey, readCertificatesPem, readPrivateKeyPem, samePublicKey, publicKeyOf, verifyChain, readCertificate } from '../../../pki/index.ts';
import { acceptTls, goServerGroups, goServerWords, goSuites, isTlsError, type ServerOptions, type TlsConnection, TlsError } from '../../../tls/index.ts';
import type { Configuration } from './configuration.ts';
import type { Running } from './running.ts';
import { Fatal } from './stopping.ts';

/** How connections become secure. */
export interface Secure {
  /** The application's bytes; undefined when the handshake failed, which is told and closed. */
  accept(plain: ByteStream, peer: string, trace: TlsTrace): Promise<TlsConnection | undefined>;
}

const versions = { 'tls1.0': 'TLSv1.2', 'tls1.1': 'TLSv1.2', 'tls1.2': 'TLSv1.2', 'tls1.3': 'TLSv1.3' } as const;

/** What distribution offers unless told otherwise. */
const suites = 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_AES_128_GCM_SHA256,TLS_CHACHA20_POLY1305_SHA256,TLS_AES_256_GCM_SHA384';

/** TLS as `http.tls` says; undefined for plain HTTP. Throws Fatal for keys and certificates that cannot be used. */
export async function openTls({ process, configuration }: Running, say: (message: string) => Promise<void>): Promise<Secure | undefined> {
  const at = (key: string): string => configuration.text(`http.tls.${key}`);
  const cacheFile = at('letsencrypt.cachefile');
  if (at('certificate') === '' && cacheFile === '') return undefined;
  const least = at('minimumtls') || 'tls1.2';
  if (!(least in versions)) throw new Fatal(`unknown minimum TLS level '${least}' specified for http.tls.minimumtls`);
  await say(`restricting TLS version to ${least} or higher`);
  const wanted = configuration.texts('http.tls.ciphersuites');
  const unknown = wanted.find((name) => !suites.split(',').includes(name));
  if (unknown !== undefined) throw new Fatal(`unknown TLS cipher suite '${unknown}' specified for http.tls.cipherSuites`);
  await say(`restricting TLS cipher suites to: ${wanted.length > 0 ? wanted.join(',') : suites}`);
  if (cacheFile !== '' && at('certificate') !== '') throw new Fatal("cannot specify both certificate and Let's Encrypt");
  const hosts = configuration.texts('http.tls.letsencrypt.hosts');
  const identity: ServerOptions['identity'] = cacheFile === '' ? loadKeyPair(process, at('certificate'), at('key')) : (name) => {
    throw new TlsError('protocol', 'internal_error', { problem: { kind: 'acme', reason: acmeFailure(name, hosts) } });
  };
  const authorities = clientAuthorities(process, configuration);
  const options: ServerOptions = {
    random: process.random, identity, alpn: ['h2', 'http/1.1'], alpnMismatch: 'refuse', preference: 'server', cipherSuites: goSuites, groups: goServerGroups, tickets: 1, versions: { min: versions[least as keyof typeof versions] },
    ...(authorities && {
      clientCertificate: 'require' as const,
      verify: (certificates) => {
        const [leaf, ...rest] = certificates.map(readCertificate);
        const trusted = leaf && verifyChain(leaf, { anchors: authorities, intermediates: rest, at: process.clock.now(), purpose: 'sslclient', partialChain: true }).failures.length === 0;
        return { chain: certificates, ...(!trusted && { problem: { kind: 'unknown-authority', reason: 'x509: certificate signed by unknown authority' } }) };
      },
    }),
  };
  return {
    async accept(plain, peer, trace) {
      try {
        return await acceptTls(plain, { ...options, trace });
      } catch (error) {
        if (!isTlsError(error)) throw error;
        const words = error.problem?.kind === 'acme' ? error.problem.reason : goServerWords(error);
        if (words.startsWith('client sent')) await plain.write(encodeUtf8('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n'));
        await complain(process, `http: TLS handshake error from ${peer}: ${words}`);
        plain.close();
        return undefined;
      }
    },
  };
}

/** Go's standard logger. */
async function complain(process: Process, message: string): Promise<void> {
  const stamp = new Date(process.clock.now()).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
  await process.write(2, `${stamp} ${message}\n`);
}

function readText(process: Process, path: string): string {
  try {
    return process.readTextFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Fatal(`open ${path}: ${strerror(error.code).toLowerCase()}`);
  }
}

/** tls.LoadX509KeyPair. */
function loadKeyPair(process: Process, certificatePath: string, keyPath: string): { certificates: Uint8Array[]; key: PrivateKey } {
  const certificateText = readText(process, certificatePath);
  const keyText = readText(process, keyPath);
  const certificates = parse(() => readCertificatesPem(certificateText), 'tls: failed to find any PEM data in certificate input');
  const [leaf] = certificates;
  if (!leaf) {
    throw new Fatal(certificateText.includes('-----BEGIN') ? 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched' : 'tls: failed to find any PEM data in certificate input');
  }
  if (!keyText.includes('-----BEGIN')) throw new Fatal('tls: failed to find any PEM data in key input');
  if (!keyText.includes('PRIVATE KEY-----')) throw new Fatal('tls: found a certificate rather than a key in the PEM for the private key');
  const key = parse(() => readPrivateKeyPem(keyText), 'tls: failed to parse private key');
  if (!samePublicKey(publicKeyOf(key), leaf.publicKey)) throw new Fatal('tls: private key does not match public key');
  return { certificates: certificates.map(({ der }) => der), key };
}

function parse<T>(read: () => T, words: string): T {
  try {
    return read();
  } catch (error) {
    if (!isPkiError(error)) throw error;
    throw new Fatal(words);
  }
}

function clientAuthorities(process: Process, configuration: Configuration): Certificate[] | undefined {
  const paths = configuration.texts('http.tls.clientcas');
  if (paths.length === 0) return undefined;
  return paths.flatMap((path) => {
    const found = parse(() => readCertificatesPem(readText(process, path)), 'could not add CA to pool');
    if (found.length === 0) throw new Fatal('could not add CA to pool');
    return found;
  });
}

/** Why no certificate comes from an authority on the internet that is not there: at first use, as autocert asks then. */
function acmeFailure(name: string | undefined, hosts: readonly string[]): string {
  if (name === undefined) return 'acme/autocert: missing server name';
  if (!name.replace(/^\.+|\.+$/g, '').includes('.')) return 'acme/autocert: server name component count invalid';
  if (hosts.length > 0 && !hosts.includes(name)) return `acme/autocert: host ${goQuote(name)} not configured in HostWhitelist`;
  return 'Get "https://acme-v02.api.letsencrypt.org/directory": dial tcp: lookup acme-v02.api.letsencrypt.org: no such host';
}
