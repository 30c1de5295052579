/** An error as it crosses a message port: what to match on is `code`. */
export interface ErrorData {
  code: string;
  message: string;
  data?: unknown;
}

/** An error that came over the protocol, or is meant to: a stable `code` (an errno such as `ENOENT`, or a word such as `host-crashed`) and plain `data`. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: string;
  readonly data: unknown;

  constructor(error: ErrorData) {
    super(error.message);
    this.code = error.code;
    this.data = error.data;
  }
}

/** Any thrown value as plain data; its `code` if it has a string one, else `internal`. */
export function toErrorData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { code: 'internal', message: String(error) };
  const { code, data } = error as Error & { code?: unknown; data?: unknown };
  return { code: typeof code === 'string' ? code : 'internal', message: error.message, data };
}
