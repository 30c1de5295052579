import { defaultDomain, parseReference } from '../../oci/index.ts';
import type { RegistryAuth } from '../api/index.ts';
import type { Cli } from './cli.ts';
import { hubIndex } from './config/config-file.ts';

/** The stored credentials for an image's registry; empty ones when there are none. */
export function credentialsForImage(cli: Cli, image: string): RegistryAuth {
  const { domain } = parseReference(image);
  return cli.config.credentialsFor(domain === defaultDomain ? hubIndex : domain) ?? {};
}
