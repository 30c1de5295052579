import type { CertificateVerifier } from '../../../tls/index.ts';
import { type FoundError, type OpensslVerification, verifyAsOpenssl } from '../../trust/openssl-verifier.ts';
import { defaultNameFormat, formatName } from '../print/name.ts';
import { printTime } from '../print/time.ts';

/** How loud and how strict a check is. */
export interface CallbackManner {
  /** Only errors are shown (-brief, -verify_quiet). */
  quiet: boolean;
  /** The first error ends the handshake (-verify_return_error). */
  strict: boolean;
  /** Takes the lines. */
  write: (text: string) => void;
  /** The last error's code and words, as SSL_get_verify_result gives it. */
  result: { code: number; text: string };
}

/** Found while signatures and times are looked at, from the top of the chain down. */
const late = new Set([6, 7, 9, 10, 21, 32]);

/** A check of the peer's certificates that says what OpenSSL's verify_callback says, and in its order. */
export function callbackVerifier(options: OpensslVerification, manner: CallbackManner): CertificateVerifier {
  return (ders) => {
    const { chain, errors } = verifyAsOpenssl(ders, options);
    const { write, quiet, strict, result } = manner;
    const at = (depth: number, subject: string): void => write(`depth=${depth} ${subject}\n`);
    const nameAt = (depth: number): string => {
      const certificate = chain[depth];
      return certificate ? formatName(certificate.subject, defaultNameFormat) : '<no cert>';
    };
    // The error that was found last stays set.
    const times = (depth: number): void => {
      const certificate = chain[depth];
      if (certificate && result.code === 9) write(`notBefore=${printTime(certificate.notBefore)}\n`);
      if (certificate && result.code === 10) write(`notAfter=${printTime(certificate.notAfter)}\n`);
    };
    const done = (failed: FoundError | undefined): ReturnType<CertificateVerifier> => ({
      chain: chain.map(({ der }) => der), host: options.host, tolerated: !strict,
      ...((failed ?? errors.at(-1)) && { problem: { kind: (failed ?? errors.at(-1))?.kind ?? '', reason: result.text }, ...(failed && { alert: failed.alert }) }),
    });
    const told = (error: FoundError): boolean => {
      result.code = error.code;
      result.text = error.text;
      at(error.depth, nameAt(error.depth));
      write(`verify error:num=${error.code}:${error.text}\n`);
      times(error.depth);
      if (strict) return false;
      if (!quiet) write('verify return:1\n');
      return true;
    };
    for (const error of errors.filter(({ code }) => !late.has(code))) if (!told(error)) return done(error);
    const complete = !errors.some(({ code }) => code === 20 || code === 2);
    const top = complete || chain.length === 1 ? chain.length - 1 : chain.length - 2;
    for (let depth = top; depth >= 0; depth--) {
      for (const error of errors.filter((each) => late.has(each.code) && each.depth === depth)) if (!told(error)) return done(error);
      if (!quiet) {
        at(depth, nameAt(depth));
        times(depth);
        write('verify return:1\n');
      }
    }
    return done(undefined);
  };
}
