import { digest, type Name } from '../../pki/index.ts';

/** The hash of a name that OpenSSL before 1.0.0 used. */
export function oldNameHash(name: Name): string {
  const hash = digest('md5', name.der);
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0, true).toString(16).padStart(8, '0');
}
