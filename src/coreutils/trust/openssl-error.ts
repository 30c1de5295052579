import { decodeUtf8, noBytes } from '../../base/index.ts';
import type { TlsError } from '../../tls/index.ts';

/** Reasons of libssl by number: ssl/ssl_err.c. */
const reasons = {
  'tlsv1 alert unknown ca': 1048, 'certificate verify failed': 134, 'no protocols available': 191, 'no shared cipher': 193, 'no application protocol': 235, 'packet length too long': 198, 'peer did not return a certificate': 199, 'http request': 156,
  'unexpected eof while reading': 294, 'unsupported protocol': 258, 'wrong version number': 267, 'no suitable signature algorithm': 118, 'no suitable groups': 295, 'unexpected message': 244, 'decode error': 110, 'bad signature': 123, 'bad record': 281, 'https proxy request': 155, 'bad certificate': 348,
} as const;

const alerts: Readonly<Record<number, string>> = {
  10: 'ssl/tls alert unexpected message', 20: 'ssl/tls alert bad record mac', 22: 'tlsv1 alert record overflow', 40: 'ssl/tls alert handshake failure', 42: 'ssl/tls alert bad certificate', 43: 'ssl/tls alert unsupported certificate', 44: 'ssl/tls alert certificate revoked',
  45: 'ssl/tls alert certificate expired', 46: 'ssl/tls alert certificate unknown', 47: 'ssl/tls alert illegal parameter', 48: 'tlsv1 alert unknown ca', 49: 'tlsv1 alert access denied', 50: 'tlsv1 alert decode error', 51: 'tlsv1 alert decrypt error', 70: 'tlsv1 alert protocol version',
  71: 'tlsv1 alert insufficient security', 80: 'tlsv1 alert internal error', 86: 'tlsv1 alert inappropriate fallback', 90: 'tlsv1 alert user cancelled', 100: 'tlsv1 alert no renegotiation', 109: 'tlsv13 alert missing extension', 110: 'tlsv1 unsupported extension', 112: 'tlsv1 unrecognized name',
  113: 'tlsv1 bad certificate status response', 115: 'tlsv1 alert unknown psk identity', 116: 'tlsv13 alert certificate required', 120: 'tlsv1 alert no application protocol',
};

/** An entry of OpenSSL's error queue. `code`: eight digits, library and reason. */
export interface OpensslError {
  code: string;
  reason: string;
}

/** One of libssl's errors by its reason. */
export function sslError(reason: keyof typeof reasons): OpensslError {
  return { code: (0x0a000000 + reasons[reason]).toString(16).toUpperCase().padStart(8, '0'), reason };
}

/** What OpenSSL's queue holds after a failed TLS connection; `role` is ours. */
export function opensslErrorOf(error: TlsError, role: 'client' | 'server' = 'client'): OpensslError {
  switch (error.kind) {
    case 'alert': {
      const code = error.alertCode ?? 0;
      return { code: (0x0a0003e8 + code).toString(16).toUpperCase().padStart(8, '0'), reason: alerts[code] ?? `reason(${1000 + code})` };
    }
    case 'not-tls': return sslError(role === 'server' && /^(?:GET |POST|HEAD|PUT )/.test(decodeUtf8((error.bytes ?? noBytes).subarray(0, 5))) ? 'http request' : 'wrong version number');
    case 'closed': case 'truncated': return sslError('unexpected eof while reading');
    case 'version': return sslError('unsupported protocol');
    case 'no-shared-cipher': return sslError(role === 'server' ? 'no shared cipher' : 'no protocols available');
    case 'no-shared-group': return sslError('no suitable groups');
    case 'no-shared-signature': return sslError('no suitable signature algorithm');
    case 'no-application-protocol': return sslError('no application protocol');
    case 'no-client-certificate': return sslError('peer did not return a certificate');
    case 'certificate': return sslError('certificate verify failed');
    case 'bad-signature': return sslError('bad signature');
    case 'protocol': return sslError(error.alert === 'decode_error' ? 'decode error' : 'unexpected message');
  }
}

/** `error:0A000418:SSL routines::tlsv1 alert unknown ca`, as ERR_error_string writes it. */
export function errorString({ code, reason }: OpensslError): string {
  return `error:${code}:SSL routines::${reason}`;
}
