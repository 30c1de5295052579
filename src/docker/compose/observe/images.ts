import { familiarName, parseReference } from '../../../oci/index.ts';
import type { ImageInspect } from '../../api/index.ts';
import { isDockerError, type DockerClient } from '../../client/index.ts';
import { ComposeError } from '../failure/compose-error.ts';

/** An image as Compose speaks of it. */
export interface ImageSummary {
  id: string;
  repository: string;
  tag: string;
  size: number;
  inspected: ImageInspect;
}

/** Images by the names or ids under which they were asked for; those that are not there are left out. */
export async function localImages(client: DockerClient, names: readonly string[]): Promise<Map<string, ImageSummary>> {
  const found = await Promise.all([...new Set(names)].map(async (name): Promise<[string, ImageSummary] | undefined> => {
    try {
      const inspected = await client.images.inspect(name);
      return [name, { id: inspected.Id, ...nameOf(inspected.RepoTags?.[0]), size: inspected.Size, inspected }];
    } catch (error) {
      if (isDockerError(error, 'NotFound')) return undefined;
      if (isDockerError(error)) throw new ComposeError('other', `unable to get image '${name}': ${error.message}`);
      throw error;
    }
  }));
  return new Map(found.filter((entry) => entry !== undefined));
}

function nameOf(reference: string | undefined): { repository: string; tag: string } {
  if (reference === undefined) return { repository: '', tag: '' };
  const parsed = parseReference(reference);
  return { repository: familiarName(parsed), tag: parsed.tag ?? '' };
}
