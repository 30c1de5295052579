import type { ByteStream } from '../../../base/index.ts';
import { addressBytes, type Certificate } from '../../../pki/index.ts';
import { connectTls, goClientWords, goStream, goSuites, goVerifier, isTlsError, type TlsError } from '../../../tls/index.ts';
import type { Fd, Process } from '../../../kernel/index.ts';
import { DialError, type TlsTerms } from '../dial.ts';
import { registryCertificates, systemAuthorities } from './registry-certificates.ts';

/** Makes TLS connections of connected sockets. */
export type TlsDial = (fd: Fd, host: string, terms: TlsTerms) => Promise<ByteStream>;

/** Connections as a Go client makes them: rejects with DialError, as do later reads and writes. The system's authorities are read once, as Go reads them: a daemon hears of new ones when it is started again. */
export function tlsDial(process: Process): TlsDial {
  let system: Certificate[] | undefined;
  return async (fd, host, terms) => {
    const stream = process.stream(fd);
    try {
      const { authorities, identity } = terms.certificates === undefined ? { authorities: [], identity: undefined } : registryCertificates(process, terms.certificates);
      const anchors = terms.insecure ? [] : [...(system ??= systemAuthorities(process)), ...authorities];
      const tls = await connectTls(stream, {
        random: process.random, cipherSuites: goSuites, identity, onlyFitting: true, trace: process.traceTls(fd),
        ...(!addressBytes(host) && { serverName: host }),
        ...(!terms.insecure && { verify: goVerifier({ anchors, host, now: process.clock.now(), purpose: 'sslserver' }) }),
      });
      return goStream(tls, dialError);
    } catch (error) {
      stream.close();
      if (isTlsError(error)) throw dialError(error);
      throw error;
    }
  };
}

function dialError(error: TlsError): DialError {
  const words = goClientWords(error);
  return new DialError(error.kind === 'not-tls' && words.startsWith('http:') ? 'plain-http' : 'tls', words);
}
