import { buildServices, type BuildOptions } from '../build/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { together } from '../graph/index.ts';
import { labels, localImages } from '../observe/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { imageNameOf } from '../request/index.ts';
import { mapServices, type Compose } from '../runtime/index.ts';
import { pullImage } from './pull.ts';

/** Ids of images by the names that services give them. */
export type ImageIds = Map<string, string>;

/** The images of a project's services that are there. */
export async function imagesOf(compose: Compose, project: Project): Promise<ImageIds> {
  const services = Object.values(project.services);
  const found = await localImages(compose.client, services.map((service) => imageNameOf(project.name, service, compose.separator)));
  const ids: ImageIds = new Map([...found].map(([name, { id }]) => [name, id]));
  for (const service of services) {
    const name = imageNameOf(project.name, service, compose.separator);
    const image = found.get(name)?.inspected;
    if (image && service.platform && !fits(service.platform, image.Os, image.Architecture)) ids.delete(name);
  }
  return ids;
}

function fits(platform: string, os: string, architecture: string): boolean {
  const parts = platform.split('/');
  const normal: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };
  const wanted = parts.length > 1 ? parts[1] : parts[0];
  return (parts.length === 1 || parts[0] === os) && (normal[wanted ?? ''] ?? wanted) === architecture;
}

/** Pulls and builds what services need and is not there; gives the project with the images' ids in its services' labels. */
export async function ensureImages(compose: Compose, project: Project, build: BuildOptions | undefined, quietPull: boolean): Promise<Project> {
  for (const [name, service] of Object.entries(project.services)) {
    if (!service.image && !service.build) throw new ComposeError('other', `invalid service ${JSON.stringify(name)}. Must specify either image or build`);
  }
  const ids = await imagesOf(compose, project);
  await pullMissing(compose, project, ids, quietPull);
  if (build) for (const [name, id] of await buildServices(compose, project, build, ids)) ids.set(name, id);
  return {
    ...project,
    services: mapServices(project.services, (service) => {
      const id = ids.get(imageNameOf(project.name, service, compose.separator));
      return id === undefined ? service : { ...service, customLabels: { ...service.customLabels, [labels.image]: id } };
    }),
  };
}

async function pullMissing(compose: Compose, project: Project, ids: ImageIds, quiet: boolean): Promise<void> {
  const needed = Object.values(project.services).filter((service) => needsPull(service, ids));
  if (needed.length === 0) return;
  await compose.progress((writer) => together(needed, async (service) => {
    try {
      await pullImage(compose, service, writer, quiet);
      const [found] = [...(await localImages(compose.client, [service.image ?? ''])).values()];
      if (found) ids.set(service.image ?? '', found.id);
    } catch (error) {
      const canBeBuilt = Object.values(project.services).some((other) => other.build && (other === service || other.image === service.image));
      if (!(error instanceof ComposeError) || !canBeBuilt) throw error;
    }
  }));
}

function needsPull(service: ServiceConfig, ids: ImageIds): boolean {
  if (!service.image) return false;
  switch (service.pull_policy ?? '') {
    case '': case 'missing': case 'if_not_present':
      return !ids.has(service.image);
    case 'never': case 'build':
      return false;
    default:
      return true;
  }
}
