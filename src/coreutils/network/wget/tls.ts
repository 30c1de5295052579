import { isPkiError, readPrivateKeyPem } from '../../../pki/index.ts';
import { isTlsError, type TlsConnection, type TlsIdentity } from '../../../tls/index.ts';
import type { Fd, Process } from '../../../kernel/uapi/index.ts';
import { certificatesOf } from '../../trust/authorities.ts';
import { openTls, systemAnchors } from '../../trust/open-tls.ts';

/** What wget's command line says of TLS. */
export interface WgetTlsOptions {
  /** --no-check-certificate */
  insecure: boolean;
  authority: string | undefined;
  certificate: string | undefined;
  key: string | undefined;
}

/** Encrypts a connection as Debian's wget does with GnuTLS, and says what GnuTLS finds. A number is the exit status of a failure. */
export async function secureForWget(process: Process, fd: Fd, host: string, options: WgetTlsOptions, say: (text: string) => void): Promise<TlsConnection | number> {
  const { insecure, authority } = options;
  const given = authority === undefined || !process.exists(authority) ? undefined : certificatesOf(process.readTextFile(authority));
  if (authority !== undefined && !given) say(`ERROR: Failed to open cert ${authority}: (-64).\n`);
  const mark = insecure ? 'WARNING' : 'ERROR';
  let refused = false;
  try {
    return await openTls(process, fd, host, {
      insecure, identity: identityOf(process, options), anchors: [...systemAnchors(process), ...(given ?? [])],
      onProblems(problems) {
        refused = !insecure;
        const chain = problems.filter(({ code }) => code !== 62 && code !== 64 && code !== 26);
        const codes = new Set(chain.map(({ code }) => code));
        const of = `${mark}: The certificate of '${host}'`;
        if (chain.length > 0) say(`${of} is not trusted.\n`);
        if ([2, 18, 19, 20, 21].some((code) => codes.has(code))) say(`${of} doesn't have a known issuer.\n`);
        if (codes.has(9)) say(`${of} is not yet activated.\n`);
        if (codes.has(10)) say(`${of} has expired.\n`);
        if (codes.has(9)) say('The certificate has not yet been activated\n');
        if (codes.has(10)) say('The certificate has expired\n');
        if (problems.some(({ code }) => code === 62 || code === 64)) say(`The certificate's owner does not match hostname '${host}'\n`);
      },
    });
  } catch (error) {
    if (!isTlsError(error)) throw error;
    if (refused) return 5;
    if (error.kind === 'certificate') return 5;
    say(`${error.kind === 'not-tls' ? 'GnuTLS: An unexpected TLS packet was received.\n' : error.kind === 'closed' ? 'GnuTLS: The TLS connection was non-properly terminated.\n' : `GnuTLS: A TLS fatal alert has been received.\n`}Unable to establish SSL connection.\n`);
    return 4;
  }
}

function identityOf(process: Process, { certificate, key = certificate }: WgetTlsOptions): TlsIdentity | undefined {
  if (certificate === undefined || key === undefined || !process.exists(certificate) || !process.exists(key)) return undefined;
  const certificates = certificatesOf(process.readTextFile(certificate));
  try {
    return certificates && { certificates: certificates.map(({ der }) => der), key: readPrivateKeyPem(process.readTextFile(key)) };
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
