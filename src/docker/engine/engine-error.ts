/** The kinds of failure that the engine tells apart. */
export type EngineErrorKind = keyof typeof statusOfKind;

/** HTTP status of each kind: the only place that knows. */
const statusOfKind = {
  notModified: 304,
  invalidParameter: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  system: 500,
  notImplemented: 501,
  unavailable: 503,
} as const;

/** A failure that a client is told of: its message is what the learner reads. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly kind: EngineErrorKind;

  constructor(kind: EngineErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** HTTP status for anything thrown. */
export function httpStatusOf(error: unknown): number {
  return error instanceof EngineError ? statusOfKind[error.kind] : 500;
}

/** The message for anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
