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

/** Reads the body of an answer that says no. */
export function registryErrorOf(status: number, statusText: string, body: string): RegistryError {
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
