import type { Certificate } from '../../../pki/index.ts';
import { goCertificates, goKeyPair, type TlsIdentity } from '../../../tls/index.ts';
import type { Process } from '../../../kernel/index.ts';
import { DialError } from '../dial.ts';

/** What lies in a folder of /etc/docker/certs.d. */
export interface RegistryCertificates {
  authorities: Certificate[];
  /** The first client certificate. */
  identity: TlsIdentity | undefined;
}

/** The files that Go looks for the system's authorities in. */
const systemFiles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/pki/tls/cacert.pem', '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', '/etc/ssl/cert.pem'];

/** The system's authorities, as a Go program on it finds them. */
export function systemAuthorities(process: Process): Certificate[] {
  const named = process.env.SSL_CERT_FILE;
  const file = named ? named : systemFiles.find((path) => process.exists(path));
  return file !== undefined && process.exists(file) ? goCertificates(process.readTextFile(file)) : [];
}

/** Reads `/etc/docker/certs.d/NAME`: `*.crt` are authorities, `*.cert` with `*.key` client certificates. Throws DialError `certificates`, in dockerd's words. */
export function registryCertificates(process: Process, name: string): RegistryCertificates {
  const folder = `/etc/docker/certs.d/${name}`;
  const found: RegistryCertificates = { authorities: [], identity: undefined };
  if (!process.exists(folder)) return found;
  const files = process.readdir(folder).map((entry) => entry.name).toSorted();
  for (const file of files) {
    const base = file.slice(0, file.lastIndexOf('.'));
    if (file.endsWith('.crt')) found.authorities.push(...goCertificates(process.readTextFile(`${folder}/${file}`)));
    else if (file.endsWith('.cert')) {
      if (!files.includes(`${base}.key`)) throw new DialError('certificates', `missing key ${base}.key for client certificate ${file}. CA certificates must use the extension .crt`);
      const identity = readIdentity(process, `${folder}/${file}`, `${folder}/${base}.key`);
      found.identity ??= identity;
    } else if (file.endsWith('.key') && !files.includes(`${base}.cert`)) throw new DialError('certificates', `missing client certificate ${base}.cert for key ${file}`);
  }
  return found;
}

function readIdentity(process: Process, certificatePath: string, keyPath: string): TlsIdentity {
  const identity = goKeyPair(process.readTextFile(certificatePath), process.readTextFile(keyPath));
  if (typeof identity === 'string') throw new DialError('certificates', identity);
  return identity;
}
