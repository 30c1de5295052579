import { type ByteStream, encodeUtf8 } from '../base/index.ts';
import { type HttpHandler, type HttpServerOptions, serveHttp } from '../base/http/index.ts';
import { isTlsError, type TlsError } from './alert.ts';
import { goSuites } from './client-hello.ts';
import { acceptTls } from './server.ts';
import type { ServerOptions } from './server-options.ts';

/** How HTTPS is served. */
export interface HttpsOptions extends Omit<ServerOptions, 'alpn' | 'preference' | 'cipherSuites' | 'tickets'>, HttpServerOptions {
  /** Told why a handshake failed; `goServerWords` has words for it. */
  onHandshakeError?: (error: TlsError) => void;
}

/**
 * Serves HTTPS on one connection as a Go program does (registries, Docker Hub): TLS in Go's order of suites, and 400 in clear for a client that speaks HTTP without TLS. Resolves when the connection was
 * closed; never rejects for what the client did.
 */
export async function serveHttps(stream: ByteStream, handler: HttpHandler, options: HttpsOptions): Promise<void> {
  try {
    const tls = await acceptTls(stream, { ...options, alpn: ['http/1.1'], alpnMismatch: 'refuse', preference: 'server', cipherSuites: goSuites, tickets: 1 });
    await serveHttp(tls, handler, { ...options, scheme: 'https' });
  } catch (error) {
    if (isTlsError(error)) {
      if (isTlsError(error, 'not-tls')) await stream.write(encodeUtf8('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n')).catch(() => undefined);
      options.onHandshakeError?.(error);
    }
    stream.close();
  }
}
