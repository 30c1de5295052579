import type { ByteStream } from '../../base/index.ts';
import { addressBytes } from '../../pki/index.ts';
import { connectTls, goCertificates, goClientWords, goKeyPair, goStream, goSuites, goVerifier, isTlsError, type TlsIdentity } from '../../tls/index.ts';
import type { Fd, Process } from '../../kernel/index.ts';
import type { ClientTls } from './client-tls.ts';
import { CliError } from './command/status-error.ts';

/** Makes a TLS connection to a daemon, with the client's certificate. Fails in Go's words. */
export async function encrypt(process: Process, fd: Fd, host: string, { verify, authority, certificate, key }: ClientTls): Promise<ByteStream> {
  const stream = process.stream(fd);
  try {
    const tls = await connectTls(stream, {
      random: process.random, cipherSuites: goSuites, identity: loadIdentity(process, certificate, key), onlyFitting: true, trace: process.traceTls(fd), ...(!addressBytes(host) && { serverName: host }),
      ...(verify && { verify: goVerifier({ anchors: goCertificates(process.readTextFile(authority)), host, now: process.clock.now(), purpose: 'sslserver' }) }),
    });
    return goStream(tls, (error) => new Error(goClientWords(error)));
  } catch (error) {
    stream.close();
    throw isTlsError(error) ? new Error(goClientWords(error)) : error;
  }
}

/** The client's certificate with its key: files that are not there are none; a pair that does not fit is a mistake. Throws CliError. */
export function loadIdentity(process: Process, certificate: string, key: string): TlsIdentity | undefined {
  if (!process.exists(certificate) || !process.exists(key)) return undefined;
  const identity = goKeyPair(process.readTextFile(certificate), process.readTextFile(key));
  if (typeof identity === 'string') throw new CliError(`Failed to initialize: failed to retrieve context tls info: ${identity}`);
  return identity;
}
