import { type Certificate, isPkiError, readCertificate, readPem } from '../../pki/index.ts';
import type { Process } from '../../kernel/uapi/index.ts';

/** Where Debian's OpenSSL looks for trusted certificates (OPENSSLDIR is /usr/lib/ssl, whose cert.pem and certs are links). */
export const systemBundle = '/etc/ssl/certs/ca-certificates.crt';
export const systemFolder = '/etc/ssl/certs';

/** The certificates of a PEM text, in order; blocks that are none are passed over. Undefined when it holds none. */
export function certificatesOf(text: string): Certificate[] | undefined {
  try {
    const found = readPem(text).filter(({ label }) => /^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label)).map(({ bytes }) => readCertificate(bytes));
    return found.length > 0 ? found : undefined;
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

/** The certificates of a folder that `openssl rehash` has made links in. */
export function certificatesIn(process: Process, folder: string): Certificate[] {
  if (!process.exists(folder)) return [];
  const names = process.readdir(folder).map(({ name }) => name).filter((name) => /^[0-9a-f]{8}\.\d+$/.test(name) && process.exists(`${folder}/${name}`));
  return names.toSorted().flatMap((name) => certificatesOf(process.readTextFile(`${folder}/${name}`)) ?? []);
}
