import type { Process } from '../../kernel/uapi/index.ts';
import type { Certificate } from '../../pki/index.ts';
import { binaryOf } from '../program/index.ts';
import { certificatesIn, certificatesOf, systemBundle, systemFolder } from '../trust/authorities.ts';

/** What the system trusts: SSL_CERT_FILE, else Debian's bundle, and what lies by its hash in SSL_CERT_DIR, else in Debian's folder. */
export function defaultAnchors(process: Process): Certificate[] {
  const file = process.env.SSL_CERT_FILE ?? systemBundle;
  const found = process.exists(file) ? certificatesOf(binaryOf(process.readFile(file))) ?? [] : [];
  return [...found, ...certificatesIn(process, process.env.SSL_CERT_DIR ?? systemFolder)];
}
