import { digest, isPkiError, oid, readCertificate, readPem, readRevocationList, sequence, setOf, string, type Name } from '../../pki/index.ts';
import { toHex } from '../../base/index.ts';
import type { Process } from '../../kernel/uapi/index.ts';

/** By what a folder of certificates is searched: the hash of the subject's canonical form, as `openssl x509 -hash` prints it (X509_NAME_hash). */
export function subjectHash(name: Name): string {
  const canonical = name.rdns.map((rdn) => setOf(...rdn.map(({ type, value }) => sequence(oid(type), string(12, value.trim().replaceAll(/[\t\n\v\f\r ]+/g, ' ').replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()))))));
  const bytes = new Uint8Array(canonical.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of canonical) {
    bytes.set(part, at);
    at += part.length;
  }
  return toHex(digest('sha1', bytes).subarray(0, 4).toReversed());
}

/** What a rehash did: a line for each link, and warnings. */
export interface Rehashed {
  links: string[];
  warnings: string[];
}

/** Makes the links `HASH.N` of a folder of certificates anew: openssl-rehash(1). */
export function rehash(process: Process, folder: string): Rehashed {
  const result: Rehashed = { links: [], warnings: [] };
  for (const { name } of process.readdir(folder)) if (/^[0-9a-f]{8}\.r?\d+$/.test(name) && isLink(process, `${folder}/${name}`)) process.unlink(`${folder}/${name}`);
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const { name } of process.readdir(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!/\.(?:pem|crt|cer|crl)$/.test(name)) continue;
    const path = `${folder}/${name}`;
    if (!process.exists(path)) continue;
    const found = oneThing(process.readTextFile(path));
    if (!found) {
      result.warnings.push(`skipping ${name}, it does not contain exactly one certificate or CRL`);
      continue;
    }
    const fingerprint = toHex(digest('sha1', found.der));
    if (seen.has(fingerprint)) {
      result.warnings.push(`skipping duplicate certificate in ${name}`);
      continue;
    }
    seen.add(fingerprint);
    const hash = subjectHash(found.subject);
    const link = `${hash}.${found.list ? 'r' : ''}`;
    const number = counts.get(link) ?? 0;
    counts.set(link, number + 1);
    process.symlink(name, `${folder}/${link}${number}`);
    result.links.push(`link ${name} -> ${link}${number}`);
  }
  return result;
}

function isLink(process: Process, path: string): boolean {
  return (process.lstat(path).mode & 0o170000) === 0o120000;
}

/** The only certificate or list of a file, by whose subject or issuer it is found. */
function oneThing(text: string): { der: Uint8Array; subject: Name; list: boolean } | undefined {
  try {
    const [first, second] = readPem(text).filter(({ label }) => /CERTIFICATE$|X509 CRL/.test(label));
    if (!first || second) return undefined;
    if (first.label === 'X509 CRL') {
      const { der, issuer } = readRevocationList(first.bytes);
      return { der, subject: issuer, list: true };
    }
    const { der, subject } = readCertificate(first.bytes);
    return { der, subject, list: false };
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
