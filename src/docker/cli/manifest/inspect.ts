import { decodeUtf8 } from '../../../base/index.ts';
import { indentJson, indentRawJson } from '../../../base/go/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../../../oci/index.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { type ImageManifest, listOf, rawManifest } from './image-manifest.ts';
import { fetchManifest } from './manifest-source.ts';
import { ManifestStore } from './manifest-store.ts';

/** `docker manifest inspect [MANIFEST_LIST] MANIFEST`: what was made here comes before what a registry has. */
export async function inspect({ cli, args, flags }: LooseInvocation): Promise<void> {
  const store = new ManifestStore(cli.process, cli.configDirectory);
  const verbose = flags['verbose'] === true;
  const insecure = flags['insecure'] === true;
  const [first = '', second] = args;
  const reference = withDefaultTag(parseReference(second ?? first));
  const show = (text: string): Promise<void> => cli.out.print(`${text}\n`);
  const showImage = (image: ImageManifest): Promise<void> => show(verbose ? indentJson(image, '\t') : indentRawJson(decodeUtf8(rawManifest(image)), '\t'));
  const showList = (images: readonly ImageManifest[]): Promise<void> => show(verbose ? indentJson(images, '\t') : decodeUtf8(listOf(images).bytes));
  if (second !== undefined) {
    const kept = store.get(withDefaultTag(parseReference(first)), reference);
    if (kept) return showImage(kept);
    const found = await fetchManifest(cli, reference, insecure);
    if (found.kind === 'list') throw new CliError(`${canonicalString(reference)} is a manifest list`);
    return showImage(found.image);
  }
  const local = store.list(reference);
  if (local) return showList(local);
  const found = await fetchManifest(cli, reference, insecure);
  return found.kind === 'list' ? showList(found.images) : showImage(found.image);
}
