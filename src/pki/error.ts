/** What can be wrong with keys and certificates, before anyone words it. */
export type PkiErrorKind = 'bad-der' | 'bad-pem' | 'bad-key' | 'unsupported' | 'bad-password' | 'bad-signature' | 'data-too-large' | 'interrupted';

/** A failure of this layer; whoever prints words it by its `kind`. */
export class PkiError extends Error {
  override readonly name = 'PkiError';
  readonly kind: PkiErrorKind;

  constructor(kind: PkiErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Whether `error` is a PkiError, of this kind if one is given. */
export function isPkiError(error: unknown, kind?: PkiErrorKind): error is PkiError {
  return error instanceof PkiError && (kind === undefined || error.kind === kind);
}
