import type { AlertName } from '../alert.ts';

const texts: Record<AlertName, string> = {
  close_notify: 'close notify', unexpected_message: 'unexpected message', bad_record_mac: 'bad record MAC', record_overflow: 'record overflow', handshake_failure: 'handshake failure', bad_certificate: 'bad certificate',
  unsupported_certificate: 'unsupported certificate', certificate_revoked: 'revoked certificate', certificate_expired: 'expired certificate', certificate_unknown: 'unknown certificate', illegal_parameter: 'illegal parameter',
  unknown_ca: 'unknown certificate authority', access_denied: 'access denied', decode_error: 'error decoding message', decrypt_error: 'error decrypting message', protocol_version: 'protocol version not supported',
  insufficient_security: 'insufficient security level', internal_error: 'internal error', inappropriate_fallback: 'inappropriate fallback', user_canceled: 'user canceled', no_renegotiation: 'no renegotiation',
  missing_extension: 'missing extension', unsupported_extension: 'unsupported extension', unrecognized_name: 'unrecognized name', bad_certificate_status_response: 'bad certificate status response',
  unknown_psk_identity: 'unknown PSK identity', certificate_required: 'certificate required', no_application_protocol: 'no application protocol',
};

/** An alert as Go's crypto/tls words it. */
export function goAlert(name: AlertName | undefined, code: number | undefined): string {
  return `tls: ${name === undefined ? `alert(${code ?? 0})` : texts[name]}`;
}
