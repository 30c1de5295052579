import { type ByteStream, encodeUtf8, type TlsTrace } from '../base/index.ts';
import { type HttpHandler, type HttpServerOptions, serveHttp } from '../base/http/index.ts';
import { type Http2Trace, serveHttp2 } from '../base/http2/index.ts';
import { isTlsError, type TlsError } from './alert.ts';
import { goSuites } from './client-hello.ts';
import type { TlsConnection } from './connection.ts';
import { acceptTls } from './server.ts';
import type { ServerOptions } from './server-options.ts';

/** What the registry allows: distribution names its curves, without the hybrid one. */
export const goServerGroups: readonly number[] = [0x001d, 0x0017, 0x0018, 0x0019];

/** How much of each part of a body a trace gets. */
const tracedPiece = 16384;

/** Tells a trace of TLS what HTTP/2 carries. */
export function traceHttp2(trace: TlsTrace | undefined): Http2Trace | undefined {
  return trace && (({ sent, stream, headers, data, end }) => trace({ kind: 'http2', sent, stream, headers, data: data.subarray(0, tracedPiece), length: data.length, end }));
}

/** How HTTPS is served. */
export interface HttpsOptions extends Omit<ServerOptions, 'alpn' | 'preference' | 'cipherSuites' | 'tickets'>, HttpServerOptions {
  /** Told why a handshake failed; `goServerWords` has words for it. */
  onHandshakeError?: (error: TlsError) => void;
}

/** Serves HTTP on an established TLS connection, in the version that was agreed on. */
export async function serveHttpOver(tls: TlsConnection, handler: HttpHandler, options: HttpServerOptions & { trace?: TlsTrace | undefined }): Promise<void> {
  if (tls.session.alpn !== 'h2') return serveHttp(tls, handler, { ...options, scheme: 'https' });
  tls.silenceData();
  await serveHttp2(tls, handler, { ...options, scheme: 'https', trace: traceHttp2(options.trace) });
}

/**
 * Serves HTTPS on one connection as a Go program does (registries, Docker Hub): TLS in Go's order of suites, HTTP/2 for who asks for it, and 400 in clear for a client that speaks HTTP without TLS. Resolves when the connection was
 * closed; never rejects for what the client did.
 */
export async function serveHttps(stream: ByteStream, handler: HttpHandler, options: HttpsOptions): Promise<void> {
  try {
    const tls = await acceptTls(stream, { groups: goServerGroups, ...options, alpn: ['h2', 'http/1.1'], alpnMismatch: 'refuse', preference: 'server', cipherSuites: goSuites, tickets: 1 });
    await serveHttpOver(tls, handler, options);
  } catch (error) {
    if (isTlsError(error)) {
      if (isTlsError(error, 'not-tls')) await stream.write(encodeUtf8('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n')).catch(() => undefined);
      options.onHandshakeError?.(error);
    }
    stream.close();
  }
}
