import { indentJson } from '../../../base/go/index.ts';
import type { Process } from '../../../kernel/index.ts';
import { canonicalString, parseReference } from '../../../oci/index.ts';

/** What `--metadata-file` writes. `reference` names the build among those of the builder; `image` is empty when none was made. */
export function buildMetadata(image: string, tags: readonly string[], reference: string): string {
  return indentJson({
    'buildx.build.ref': reference,
    ...(image !== '' && { 'containerimage.config.digest': image, 'containerimage.digest': image }),
    ...(tags.length > 0 && { 'image.name': tags.map((tag) => canonicalString(parseReference(tag))).join(',') }),
  }, '  ');
}

/** A name for a build, as buildx makes it. */
export function randomReference(process: Process): string {
  return [...process.random(25)].map((byte) => (byte % 36).toString(36)).join('');
}
