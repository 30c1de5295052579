import { canonicalString, parseReference, withDefaultTag } from '../../../oci/index.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { fetchManifest } from './manifest-source.ts';
import { ManifestStore } from './manifest-store.ts';

/** `docker manifest create MANIFEST_LIST MANIFEST…`: fetches the manifests and keeps them as a list. */
export async function create({ cli, args, flags }: LooseInvocation): Promise<void> {
  const [name = '', ...images] = args;
  const store = new ManifestStore(cli.process, cli.configDirectory);
  const list = withDefaultTag(parseReference(name));
  if (store.list(list) && flags['amend'] !== true) throw new CliError('refusing to amend an existing manifest list with no --amend flag');
  for (const image of images) {
    const reference = withDefaultTag(parseReference(image));
    const kept = store.get(list, reference);
    const found = kept ? ({ kind: 'image', image: kept } as const) : await fetchManifest(cli, reference, flags['insecure'] === true);
    if (found.kind === 'list') throw new CliError(`${canonicalString(reference)} is a manifest list`);
    store.save(list, reference, found.image);
  }
  await cli.out.print(`Created manifest list ${canonicalString(list)}\n`);
}
