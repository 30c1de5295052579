import { decodeUtf8, noBytes } from '../../base/index.ts';
import type { TlsError } from '../alert.ts';
import { goAlert } from './alert-text.ts';

/** Whether the bytes that came instead of a record are the beginning of HTTP in clear. */
function looksLikeHttp(bytes: Uint8Array): boolean {
  return /^(?:GET \/|HEAD |POST |PUT \/|OPTIO|HTTP\/)/.test(decodeUtf8(bytes.subarray(0, 6)));
}

/** Why a client's connection failed, in the words of Go's net/http and crypto/tls. */
export function goClientWords(error: TlsError): string {
  if (error.kind === 'not-tls') return looksLikeHttp(error.bytes ?? noBytes) ? 'http: server gave HTTP response to HTTPS client' : 'tls: first record does not look like a TLS handshake';
  if (error.kind === 'certificate') return `tls: failed to verify certificate: ${error.problem?.reason ?? ''}`;
  if (error.kind === 'version') return `tls: server selected unsupported protocol version ${error.problem?.kind ?? '301'}`;
  return goWords(error);
}

/** Why a server's handshake failed, as Go's net/http logs it after `http: TLS handshake error from ADDRESS: `. */
export function goServerWords(error: TlsError): string {
  switch (error.kind) {
    case 'not-tls': return looksLikeHttp(error.bytes ?? noBytes) ? 'client sent an HTTP request to an HTTPS server' : 'tls: first record does not look like a TLS handshake';
    case 'certificate': return `tls: failed to verify certificate: ${error.problem?.reason ?? ''}`;
    case 'no-client-certificate': return "tls: client didn't provide a certificate";
    case 'version': return 'tls: client offered only unsupported versions: [302 301]';
    case 'no-shared-cipher': return 'tls: no cipher suite supported by both client and server';
    case 'no-shared-signature': return "tls: peer doesn't support any of the certificate's signature algorithms";
    case 'no-shared-group': return 'tls: no ECDHE curve supported by both client and server';
    default: return goWords(error);
  }
}

function goWords(error: TlsError): string {
  switch (error.kind) {
    case 'alert': return `remote error: ${goAlert(error.alert, error.alertCode)}`;
    case 'closed': return 'EOF';
    case 'truncated': return 'unexpected EOF';
    case 'bad-signature': return 'tls: invalid signature by the server certificate';
    default: return `local error: ${goAlert(error.alert, error.alertCode)}`;
  }
}
