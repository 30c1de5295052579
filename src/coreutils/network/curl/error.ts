import type { TlsError } from '../../../tls/index.ts';

/** Fails a transfer with one of curl's exit codes. */
export class CurlError extends Error {
  override readonly name = 'CurlError';
  readonly code: number;

  /** What OpenSSL's check of the certificate found: %{ssl_verify_result}. */
  readonly verifyResult: number;

  /** -v has shown the message. */
  told = false;

  constructor(code: number, message: string, verifyResult = 0) {
    super(message);
    this.code = code;
    this.verifyResult = verifyResult;
  }
}

/** What curl says below a message about a certificate (exit code 60). */
export const certificateHelp = `More details here: https://curl.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it. To learn more about this situation and
how to fix it, please visit the webpage mentioned above.
`;

/** Whether a TLS connection broke; without loading what TLS needs. */
export function isTlsError(error: unknown): error is TlsError {
  return error instanceof Error && error.name === 'TlsError';
}
