import type { Certificate, Extension, Name } from '../../../pki/index.ts';
import type { Config } from './config.ts';

/** What an extension may refer to. */
export interface ExtensionContext {
  config: Config | undefined;
  /** The key that is certified (SubjectPublicKeyInfo); undefined while a configuration is only checked. */
  publicKeyInfo?: Uint8Array;
  subject?: Name;
  /** It goes into a request, whose issuer nobody knows yet. */
  request?: boolean;
  /** Who signs; undefined where the certificate signs itself. */
  issuer?: Certificate;
  issuerName?: Name;
  serial?: bigint;
  /** The signing key's SubjectPublicKeyInfo. */
  issuerKeyInfo?: Uint8Array;
  /** Extensions that are there already. */
  present: Extension[];
}
