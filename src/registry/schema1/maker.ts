import type { Clock, RandomBytes } from '../../base/index.ts';
import type { Digest, Manifest } from '../../oci/index.ts';
import { RegistryError } from '../error-code.ts';
import { createSigningKey, type SigningKey } from '../signing-key.ts';
import type { RegistryStorage } from '../storage.ts';
import { convertToSchema1, emptyLayer } from './convert.ts';
import { signedSchema1Type } from './media-type.ts';
import { schema1Text, signSchema1 } from './sign.ts';

interface Needs {
  storage: RegistryStorage;
  random: RandomBytes;
  clock: Clock;
  key: SigningKey | undefined;
}

/** Schema 1 on demand. Signatures are made anew each time, as distribution does. */
export interface Schema1Maker {
  /** Signs a manifest of schema 1 that is kept without signatures. */
  sign(payload: Uint8Array): Given;
  /** An image of schema 2 as schema 1; the layer of empty steps is kept where it is needed. */
  convert(name: string, tag: string, manifest: Manifest): Promise<Given>;
}

interface Given {
  bytes: Uint8Array;
  digest: Digest;
  mediaType: string;
}

/** Makes schema 1 of what is in a storage. */
export function schema1Maker({ storage, random, clock, key }: Needs): Schema1Maker {
  let own = key;
  const sign = (payload: Uint8Array): Given => {
    own ??= createSigningKey(random);
    return { ...signSchema1(payload, own, clock.now()), mediaType: signedSchema1Type };
  };
  return {
    sign,
    async convert(name, tag, manifest) {
      const config = await storage.blob(name, manifest.config.digest);
      if (!config) throw new RegistryError('MANIFEST_INVALID', { detail: {} });
      const converted = convertToSchema1(name, tag, manifest, await config.read(0, config.size));
      if (!converted) throw new RegistryError('MANIFEST_INVALID', { detail: {} });
      if (converted.fsLayers.some(({ blobSum }) => blobSum === emptyLayer.digest) && !(await storage.blob(name, emptyLayer.digest))) {
        await storage.putBlob(name, emptyLayer.digest, emptyLayer.bytes);
      }
      return sign(schema1Text(converted));
    },
  };
}
