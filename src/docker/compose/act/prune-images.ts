import { familiarString, parseReference } from '../../../oci/index.ts';
import { labels, localImages } from '../observe/index.ts';
import type { Project } from '../project/index.ts';
import { imageNameOf } from '../request/index.ts';
import type { Compose } from '../runtime/index.ts';

/** The images that `down --rmi` removes: those that were built for the project; with `all` those too that its services name. */
export async function imagesToPrune(compose: Compose, project: Project, mode: 'local' | 'all', orphans: boolean): Promise<string[]> {
  const services = Object.values(project.services);
  const named = mode === 'all' ? services.flatMap(({ image }) => (image ? [image] : [])) : [];
  const unnamed = services.filter(({ image }) => !image).map((service) => imageNameOf(project.name, service, compose.separator));
  const present = await localImages(compose.client, [...named, ...unnamed]);
  const filters = new Map([['label', [`${labels.project}=${project.name}`]], ['dangling', ['false']]]);
  const built = (await compose.client.images.list({ filters })).flatMap(({ RepoTags, Labels }) => {
    const [tag] = RepoTags ?? [];
    return tag !== undefined && (orphans || project.services[Labels?.[labels.service] ?? '']) ? [tag] : [];
  });
  return [...new Set([...present.keys(), ...built].map(normalized))].sort();
}

function normalized(name: string): string {
  const reference = parseReference(name);
  return familiarString(reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: 'latest' } : reference);
}
