import { type Certificate, isPkiError, publicKeyOf, readCertificate, readPem, readPrivateKeyPem, samePublicKey } from '../../pki/index.ts';
import type { TlsIdentity } from '../identity.ts';

/** Certificates of a PEM text as Go's CertPool reads them: what cannot be read is passed over. */
export function goCertificates(text: string): Certificate[] {
  try {
    return readPem(text).filter(({ label }) => label === 'CERTIFICATE').flatMap(({ bytes }) => {
      try {
        return [readCertificate(bytes)];
      } catch (error) {
        if (isPkiError(error)) return [];
        throw error;
      }
    });
  } catch (error) {
    if (isPkiError(error)) return [];
    throw error;
  }
}

/** A certificate with its key, of PEM texts, as Go's tls.X509KeyPair takes them; what is wrong with them in its words. */
export function goKeyPair(certificateText: string, keyText: string): TlsIdentity | string {
  const certificates = goCertificates(certificateText);
  const [leaf] = certificates;
  if (!leaf) return 'tls: failed to find any PEM data in certificate input';
  if (!keyText.includes('-----BEGIN')) return 'tls: failed to find any PEM data in key input';
  try {
    const key = readPrivateKeyPem(keyText);
    if (!samePublicKey(publicKeyOf(key), leaf.publicKey)) return 'tls: private key does not match public key';
    return { certificates: certificates.map(({ der }) => der), key };
  } catch (error) {
    if (isPkiError(error)) return 'tls: failed to parse private key';
    throw error;
  }
}
