import type { ByteStream, Clock, RandomBytes } from '../../base/index.ts';
import type { HttpHandler } from '../../base/http/index.ts';
import { readCertificatesPem, readPrivateKeyPem } from '../../pki/index.ts';
import { serveHttps, type TlsIdentity } from '../../tls/index.ts';
import { intermediateCertificate, siteCertificates } from './certificates/sites.ts';

const identities = new Map<string, TlsIdentity>();

/** Who the site of that first name is; read once for all hosts. */
function identityOf(site: string): TlsIdentity {
  let identity = identities.get(site);
  if (!identity) {
    const { certificate = '', key = '' } = siteCertificates[site] ?? {};
    identity = { certificates: readCertificatesPem(certificate + intermediateCertificate).map(({ der }) => der), key: readPrivateKeyPem(key) };
    identities.set(site, identity);
  }
  return identity;
}

/** Serves one connection to a site's port 443. */
export function serveSecurely(site: string, stream: ByteStream, handler: HttpHandler, { clock, random }: { clock: Clock; random: RandomBytes }): void {
  void serveHttps(stream, handler, { clock, random, identity: identityOf(site) });
}
