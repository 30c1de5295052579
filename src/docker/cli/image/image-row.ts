import { formatGoTime, humanDuration, humanSize } from '../../../base/go/index.ts';
import { familiarName, parseReference, type Reference } from '../../../oci/index.ts';
import type { ImageSummary } from '../../api/index.ts';
import type { RowFields } from '../format/formatter.ts';
import { shortId } from '../format/text.ts';

export const imageHeaders = {
  ID: 'IMAGE ID', Repository: 'REPOSITORY', Tag: 'TAG', Digest: 'DIGEST', CreatedSince: 'CREATED', CreatedAt: 'CREATED AT', Size: 'SIZE', Containers: 'CONTAINERS', VirtualSize: 'SIZE',
  SharedSize: 'SHARED SIZE', UniqueSize: 'UNIQUE SIZE',
};

/** How images are listed: `digests` gives each digest of a tag a row of its own. */
export interface ImageRowOptions {
  truncate: boolean;
  digests: boolean;
  /** The template asks for digests. */
  needsDigest: boolean;
  now: number;
}

/** The rows of one image: one for each name. */
export function imageRows(image: ImageSummary, options: ImageRowOptions): RowFields[] {
  const tagged = (image.RepoTags ?? []).filter((name) => name !== '<none>:<none>');
  const digested = (image.RepoDigests ?? []).filter((name) => name !== '<none>@<none>');
  if (tagged.length === 0 && digested.length === 0) return [rowOf(image, '<none>', '<none>', '<none>', options)];
  const tags = byRepository(tagged, (reference) => reference.tag);
  const digests = byRepository(digested, (reference) => reference.digest);
  const rows: RowFields[] = [];
  for (const [repository, names] of tags) {
    const own = options.needsDigest ? (digests.get(repository) ?? []) : [];
    digests.delete(repository);
    for (const tag of names) {
      if (own.length === 0) rows.push(rowOf(image, repository, tag, '<none>', options));
      for (const digest of own) rows.push(rowOf(image, repository, tag, digest, options));
    }
  }
  for (const [repository, names] of digests) {
    if (!options.digests) rows.push(rowOf(image, repository, '<none>', '', options));
    else for (const digest of names) rows.push(rowOf(image, repository, '<none>', digest, options));
  }
  return rows;
}

function byRepository(names: readonly string[], part: (reference: Reference) => string | undefined): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const reference = parseReference(name);
    const value = part(reference);
    const repository = familiarName(reference);
    if (value !== undefined) groups.set(repository, [...(groups.get(repository) ?? []), value]);
  }
  return groups;
}

function rowOf(image: ImageSummary, repository: string, tag: string, digest: string, { truncate, now }: ImageRowOptions): RowFields {
  return {
    ID: truncate ? shortId(image.Id) : image.Id,
    Repository: repository,
    Tag: tag,
    Digest: digest,
    CreatedSince: `${humanDuration(now - image.Created * 1000)} ago`,
    CreatedAt: formatGoTime({ seconds: image.Created, nanoseconds: 0 }),
    Size: humanSize(image.Size, 3),
    Containers: image.Containers === -1 ? 'N/A' : String(image.Containers),
    VirtualSize: humanSize(image.Size),
    SharedSize: image.SharedSize === -1 ? 'N/A' : humanSize(image.SharedSize),
    UniqueSize: image.SharedSize === -1 || image.Size === -1 ? 'N/A' : humanSize(image.Size - image.SharedSize),
  };
}
