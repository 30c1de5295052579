import { canonicalName, canonicalString, digestOf, parseReference, withDefaultTag } from '../../../oci/index.ts';
import { DialError, RegistryError } from '../../distribution/index.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { blobsOf, listOf, rawManifest } from './image-manifest.ts';
import { withRegistry } from './manifest-source.ts';
import { ManifestStore } from './manifest-store.ts';

/** `docker manifest push MANIFEST_LIST`: takes images of other repositories of the registry over, and puts the list. */
export async function push({ cli, args, flags }: LooseInvocation): Promise<void> {
  const list = withDefaultTag(parseReference(args[0] ?? ''));
  const store = new ManifestStore(cli.process, cli.configDirectory);
  const manifests = store.list(list);
  if (!manifests) throw new CliError(`No such manifest: ${canonicalString(list)}`);
  const sources = manifests.map((manifest) => ({ manifest, from: parseReference(manifest.Ref) }));
  const foreign = sources.find(({ from }) => from.domain !== list.domain);
  if (foreign) throw new CliError(`cannot use source images from a different registry than the target image: ${foreign.from.domain} != ${list.domain}`);
  try {
    await withRegistry(cli, list, { insecure: flags['insecure'] === true, trust: 'daemon' }, async (client) => {
      for (const { manifest, from } of sources) {
        if (from.path === list.path) continue;
        for (const { digest } of blobsOf(manifest)) await client.mountBlob(digest, from.path);
        const { digest, mediaType } = manifest.Descriptor;
        await client.putManifest(digest, rawManifest(manifest), mediaType);
        await cli.out.print(`Pushed ref ${canonicalName(list)}@${digest} with digest: ${digest}\n`);
      }
      const { bytes, mediaType } = listOf(manifests);
      await client.putManifest(list.tag ?? 'latest', bytes, mediaType);
      await cli.out.print(`${digestOf(bytes)}\n`);
    });
  } catch (error) {
    if (error instanceof RegistryError) throw new CliError(error.whole);
    if (error instanceof DialError) throw new CliError(error.message);
    throw error;
  }
  if (flags['purge'] === true) store.remove(list);
}
