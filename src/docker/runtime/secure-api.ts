import { type ByteStream, encodeUtf8 } from '../../base/index.ts';
import { type Fd, isEndOfProcess, isSystemError, type Process, type SocketAddress } from '../../kernel/index.ts';
import { acceptTls, goCertificates, goKeyPair, goServerWords, goSuites, goVerifier, isTlsError, type TlsIdentity } from '../../tls/index.ts';
import type { DockerdArguments } from './dockerd-arguments.ts';

/** Makes a TLS connection of an accepted one; undefined when the handshake failed, which is logged. */
export type Secure = (fd: Fd, peer: SocketAddress) => Promise<ByteStream | undefined>;

/** TLS for the API on TCP, as --tlsverify and its files ask; in dockerd's words what is wrong with them. */
export function secureApi(process: Process, { authority, certificate, key, verify }: NonNullable<DockerdArguments['tls']>): Secure | string {
  const read = (path: string): string | undefined => {
    try {
      return process.readTextFile(path);
    } catch (error) {
      if (isSystemError(error)) return undefined;
      throw error;
    }
  };
  const [certificateText, keyText] = [read(certificate), read(key)];
  if (certificateText === undefined || keyText === undefined) return `Could not load X509 key pair (cert: "${certificate}", key: "${key}"): open ${certificateText === undefined ? certificate : key}: no such file or directory`;
  const identity = goKeyPair(certificateText, keyText);
  if (typeof identity === 'string') return `error reading X509 key pair - make sure the key is not encrypted (cert: "${certificate}", key: "${key}"): ${identity}`;
  const pool = authority === undefined ? undefined : read(authority);
  if (verify && authority !== undefined && pool === undefined) return `could not read CA certificate "${authority}": open ${authority}: no such file or directory`;
  const anchors = goCertificates(pool ?? '');
  return (fd, peer) => accept(process, fd, peer, identity, verify ? anchors : undefined);
}

async function accept(process: Process, fd: Fd, peer: SocketAddress, identity: TlsIdentity, anchors: ReturnType<typeof goCertificates> | undefined): Promise<ByteStream | undefined> {
  const stream = process.stream(fd);
  try {
    return await acceptTls(stream, {
      random: process.random, identity, trace: process.traceTls(fd), preference: 'server', cipherSuites: goSuites, tickets: 1,
      ...(anchors && { clientCertificate: 'require' as const, clientAuthorities: anchors.map(({ subject }) => subject.der), verify: goVerifier({ anchors, host: undefined, now: process.clock.now(), purpose: 'sslclient' }) }),
    });
  } catch (error) {
    if (isEndOfProcess(error)) return undefined;
    if (isTlsError(error)) {
      const words = goServerWords(error);
      if (words.startsWith('client sent')) await stream.write(encodeUtf8('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n')).catch(() => undefined);
      const stamp = new Date(process.clock.now()).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
      const from = peer.family === 'inet' ? `${peer.address.includes(':') ? `[${peer.address}]` : peer.address}:${peer.port}` : '@';
      process.write(2, `${stamp} http: TLS handshake error from ${from}: ${words}\n`).catch(() => undefined);
    }
    stream.close();
    return undefined;
  }
}
