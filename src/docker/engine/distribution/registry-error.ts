/** One error of a registry's answer, in the words of distribution's errcode: `manifest unknown: manifest unknown`. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  /** `MANIFEST_UNKNOWN` …; empty when the answer was none of the protocol's. */
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Reads an answer that says no: what the challenge says about a token (RFC 6750, section 3.1) comes before what the body says. */
export function registryErrorOf(status: number, statusText: string, body: string, challenge = ''): RegistryError {
  if (status === 401 && /^bearer\b/i.test(challenge)) {
    const [, error] = /\berror="([^"]*)"/.exec(challenge) ?? [];
    const [, description] = /\berror_description="([^"]*)"/.exec(challenge) ?? [];
    if (error === 'insufficient_scope') return new RegistryError(status, 'DENIED', `denied: ${description ?? 'requested access to the resource is denied'}`);
    if (error === 'invalid_token') return new RegistryError(status, 'UNAUTHORIZED', `unauthorized: ${description ?? 'authentication required'}`);
  }
  try {
    const { errors } = JSON.parse(body) as { errors?: { code?: string; message?: string }[] };
    const [first] = errors ?? [];
    if (first?.code) {
      const words = first.code.toLowerCase().replaceAll('_', ' ');
      return new RegistryError(status, first.code, first.message ? `${words}: ${first.message}` : words);
    }
  } catch {
    // Not JSON: said below.
  }
  if (status === 401) return new RegistryError(status, 'UNAUTHORIZED', 'unauthorized: authentication required');
  if (status === 404) return new RegistryError(status, '', `error parsing HTTP 404 response body: invalid character '${body[0] ?? ''}' looking for beginning of value: ${JSON.stringify(body)}`);
  return new RegistryError(status, '', `received unexpected HTTP status: ${status} ${statusText}`);
}
