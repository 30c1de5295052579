/** The errors of the distribution API: code, HTTP status and message, as distribution's registry/api/errcode and v2 register them. */
export const errorCodes = {
  UNKNOWN: [500, 'unknown error'],
  UNSUPPORTED: [405, 'The operation is unsupported.'],
  UNAUTHORIZED: [401, 'authentication required'],
  DENIED: [403, 'requested access to the resource is denied'],
  UNAVAILABLE: [503, 'service unavailable'],
  TOOMANYREQUESTS: [429, 'too many requests'],
  DIGEST_INVALID: [400, 'provided digest did not match uploaded content'],
  RANGE_INVALID: [416, 'invalid content range'],
  PAGINATION_NUMBER_INVALID: [400, 'invalid number of results requested'],
  SIZE_INVALID: [400, 'provided length did not match content length'],
  NAME_INVALID: [400, 'invalid repository name'],
  TAG_INVALID: [400, 'manifest tag did not match URI'],
  NAME_UNKNOWN: [404, 'repository name not known to registry'],
  MANIFEST_UNKNOWN: [404, 'manifest unknown'],
  MANIFEST_INVALID: [400, 'manifest invalid'],
  MANIFEST_UNVERIFIED: [400, 'manifest failed signature verification'],
  MANIFEST_BLOB_UNKNOWN: [400, 'blob unknown to registry'],
  BLOB_UNKNOWN: [404, 'blob unknown to registry'],
  BLOB_UPLOAD_UNKNOWN: [404, 'blob upload unknown to registry'],
  BLOB_UPLOAD_INVALID: [404, 'blob upload invalid'],
} as const satisfies Record<string, readonly [number, string]>;

/** A code of the distribution API. */
export type RegistryErrorCode = keyof typeof errorCodes;

/** What a handler throws; one place turns it into the answer. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: RegistryErrorCode;
  readonly detail: unknown;
  readonly headers: Record<string, string>;
  /** Details of more errors of the same code, which are told of together. */
  readonly more: readonly unknown[];

  constructor(code: RegistryErrorCode, options: { detail?: unknown; more?: readonly unknown[]; message?: string; headers?: Record<string, string> } = {}) {
    super(options.message ?? errorCodes[code][1]);
    this.code = code;
    this.detail = options.detail;
    this.headers = options.headers ?? {};
    this.more = options.more ?? [];
  }
}

/** The answer to an error: status and the `errors` document; with its length where the document itself is not sent. */
export function errorResponse(error: RegistryError, headOnly: boolean): Response {
  const errors = [error.detail, ...error.more].map((detail) => ({ code: error.code, message: error.message, ...(detail !== undefined && { detail }) }));
  const body = `${JSON.stringify({ errors })}\n`;
  return new Response(body, {
    status: errorCodes[error.code][0],
    headers: { 'content-type': 'application/json; charset=utf-8', ...(headOnly && { 'content-length': String(body.length) }), ...error.headers },
  });
}
