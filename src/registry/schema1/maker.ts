import type { Clock, RandomBytes } from '../../base/index.ts';
import type { Digest, Manifest } from '../../oci/index.ts';
import { RegistryError } from '../error-code.ts';
import { createSigningKey, type SigningKey } from '../signing-key.ts';
import type { RegistryStorage } from '../storage.ts';
import { convertToSchema1, emptyLayer } from './convert.ts';
import { signedSchema1Type } from './media-type.ts';
import { signSchema1 } from './sign.ts';

interface Needs {
  storage: RegistryStorage;
  random: RandomBytes;
  clock: Clock;
  key: SigningKey | undefined;
}

/** Gives images of a storage as signed schema 1, and keeps the layer of empty steps where it is needed. Signatures are made anew each time, as distribution does. */
export function schema1Maker({ storage, random, clock, key }: Needs): (name: string, tag: string, manifest: Manifest) => Promise<{ bytes: Uint8Array; digest: Digest; mediaType: string }> {
  let own = key;
  return async (name, tag, manifest) => {
    const config = await storage.blob(name, manifest.config.digest);
    if (!config) throw new RegistryError('MANIFEST_INVALID', { detail: {} });
    const converted = convertToSchema1(name, tag, manifest, await config.read(0, config.size));
    if (!converted) throw new RegistryError('MANIFEST_INVALID', { detail: {} });
    if (converted.fsLayers.some(({ blobSum }) => blobSum === emptyLayer.digest) && !(await storage.blob(name, emptyLayer.digest))) {
      await storage.putBlob(name, emptyLayer.digest, emptyLayer.bytes);
    }
    own ??= createSigningKey(random);
    return { ...signSchema1(converted, own, clock.now()), mediaType: signedSchema1Type };
  };
}
