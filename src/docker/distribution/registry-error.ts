/** A registry's answer that says no, in the words of distribution's errcode: `manifest unknown: manifest unknown`. With several errors it is the first. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  /** `MANIFEST_UNKNOWN` …; empty when the answer was none of the protocol's; `NO_CREDENTIALS` when nothing was asked for lack of a password. */
  readonly code: string;
  readonly status: number;
  /** All errors, as Go prints them together. */
  readonly whole: string;
  /** The message without the request that it came of. */
  readonly bare: string;

  constructor(status: number, code: string, message: string, others: readonly string[] = [], bare = message) {
    super(message);
    this.bare = bare;
    this.status = status;
    this.code = code;
    this.whole = others.length === 0 ? message : `errors:\n${[message, ...others].join('\n')}\n`;
  }
}

/** Reads an answer that says no: what the challenge says about a token (RFC 6750, section 3.1) comes before what the body says. */
export function registryErrorOf(status: number, statusText: string, body: string, challenge = ''): RegistryError {
  const said = errorsOf(body);
  const words = said.map(({ text }) => text);
  if (status === 401 && /^bearer\b/i.test(challenge)) {
    const [, error] = /\berror="([^"]*)"/.exec(challenge) ?? [];
    const [, description] = /\berror_description="([^"]*)"/.exec(challenge) ?? [];
    if (error === 'insufficient_scope') return new RegistryError(status, 'DENIED', `denied: ${description ?? 'requested access to the resource is denied'}`, words);
    if (error === 'invalid_token') return new RegistryError(status, 'UNAUTHORIZED', `unauthorized: ${description ?? 'authentication required'}`, words);
  }
  const [first, ...rest] = said;
  if (first) return new RegistryError(status, first.code, first.text, rest.map(({ text }) => text));
  if (status === 401) return new RegistryError(status, 'UNAUTHORIZED', `unauthorized: ${detailsOf(body) ?? 'authentication required'}`);
  if (status === 404) return new RegistryError(status, '', `error parsing HTTP 404 response body: invalid character '${body[0] ?? ''}' looking for beginning of value: ${JSON.stringify(body)}`);
  return new RegistryError(status, '', `received unexpected HTTP status: ${status} ${statusText}`);
}

function errorsOf(body: string): { code: string; text: string }[] {
  const { errors } = parse(body) as { errors?: { code?: string; message?: string }[] };
  return (Array.isArray(errors) ? errors : []).flatMap(({ code, message }) => {
    if (!code) return [];
    const words = code.toLowerCase().replaceAll('_', ' ');
    return [{ code, text: message ? `${words}: ${message}` : words }];
  });
}

/** What a token service says instead of errors. */
function detailsOf(body: string): string | undefined {
  const { details } = parse(body) as { details?: unknown };
  return typeof details === 'string' ? details : undefined;
}

function parse(body: string): object {
  try {
    const document: unknown = JSON.parse(body);
    return typeof document === 'object' && document !== null ? document : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
