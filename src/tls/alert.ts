const codes = {
  close_notify: 0, unexpected_message: 10, bad_record_mac: 20, record_overflow: 22, handshake_failure: 40, bad_certificate: 42, unsupported_certificate: 43, certificate_revoked: 44,
  certificate_expired: 45, certificate_unknown: 46, illegal_parameter: 47, unknown_ca: 48, access_denied: 49, decode_error: 50, decrypt_error: 51, protocol_version: 70, insufficient_security: 71,
  internal_error: 80, inappropriate_fallback: 86, user_canceled: 90, no_renegotiation: 100, missing_extension: 109, unsupported_extension: 110, unrecognized_name: 112, bad_certificate_status_response: 113,
  unknown_psk_identity: 115, certificate_required: 116, no_application_protocol: 120,
} as const;

/** Names of alerts: RFC 8446, section 6. */
export type AlertName = keyof typeof codes;

const names = new Map<number, AlertName>(Object.entries(codes).map(([name, code]) => [code, name as AlertName]));

/** Number of an alert on the wire. */
export function alertCode(name: AlertName): number {
  return codes[name];
}

/** Name of an alert; undefined for a number that the RFC does not have. */
export function alertName(code: number): AlertName | undefined {
  return names.get(code);
}

/**
 * Why a TLS connection failed:
 * - `not-tls`: the peer's first bytes (`bytes`) are no TLS record, such as HTTP in clear;
 * - `closed`: the peer closed the connection in the middle of the handshake;
 * - `truncated`: it closed it later, without saying so (close_notify);
 * - `alert`: the peer sent a fatal alert (`alert`, `alertCode`);
 * - `version`, `no-shared-cipher`, `no-shared-group`, `no-shared-signature`, `no-application-protocol`: nothing was agreed on;
 * - `no-client-certificate`: the client did not send the one that is required;
 * - `certificate`: the peer's certificates were refused by `verify`; `problem` is what it said;
 * - `bad-signature`, `protocol`: the peer broke the rules.
 */
export type TlsErrorKind =
  | 'not-tls' | 'closed' | 'truncated' | 'alert' | 'version' | 'no-shared-cipher' | 'no-shared-group' | 'no-shared-signature' | 'no-application-protocol' | 'no-client-certificate' | 'certificate' | 'bad-signature' | 'protocol';

/** A failed TLS connection; whoever prints words it by its `kind`. */
export class TlsError extends Error {
  override readonly name = 'TlsError';
  readonly kind: TlsErrorKind;
  /** The alert that was sent because of it, or (kind `alert`) that came. */
  readonly alert: AlertName | undefined;
  /** Kind `alert`: its number, also when it has no name. */
  readonly alertCode: number | undefined;
  /** Kind `not-tls`: what came instead. */
  readonly bytes: Uint8Array | undefined;
  /** Kind `certificate`: as `verify` said. */
  readonly problem: { readonly kind: string; readonly reason: string } | undefined;

  constructor(kind: TlsErrorKind, alert?: AlertName, more: { alertCode?: number; bytes?: Uint8Array; problem?: { kind: string; reason: string } | undefined } = {}) {
    super(more.problem?.reason ?? (alert === undefined ? kind : `${kind}: ${alert}`));
    this.kind = kind;
    this.alert = alert;
    this.alertCode = more.alertCode ?? (alert && codes[alert]);
    this.bytes = more.bytes;
    this.problem = more.problem;
  }
}

/** Whether `error` is a TlsError, of this kind if one is given. */
export function isTlsError(error: unknown, kind?: TlsErrorKind): error is TlsError {
  return error instanceof TlsError && (kind === undefined || error.kind === kind);
}
