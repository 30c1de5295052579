import { canonicalName, type Digest, familiarString, withDefaultTag } from '../../../oci/index.ts';
import type { ImageDeleteItem } from '../../api/index.ts';
import type { Container } from '../container/container.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { shortId } from '../identifier.ts';
import { getImage, isIdOf, parseImageName } from './find-image.ts';
import type { ImageRecord } from './image-store.ts';

/** `DELETE /images/{name}`: takes the name away, and the image with its layers when nothing needs them any more. */
export function deleteImage(daemon: Daemon, name: string, { force, prune }: { force: boolean; prune: boolean }): ImageDeleteItem[] {
  const image = getImage(daemon, name);
  const items: ImageDeleteItem[] = [];
  let untagged = false;
  if (isIdOf(image.id, name)) {
    if (isSingleName(daemon, image.id)) {
      const conflict = findConflict(daemon, image, force, false);
      if (conflict) throw conflict.error;
      for (const reference of daemon.references.of(image.id)) {
        daemon.references.delete(reference);
        items.push({ Untagged: familiarString(reference) });
      }
      if (items.length > 0) emitUntag(daemon, image);
    }
  } else {
    const reference = withDefaultTag(parseImageName(name));
    const user = daemon.containers.all().find((container) => container.imageId === image.id);
    if (!force && user && isSingleName(daemon, image.id)) {
      throw new EngineError('conflict', `conflict: unable to remove repository reference ${JSON.stringify(name)} (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(image.id)}`);
    }
    const exact = reference.digest === undefined ? reference : { domain: reference.domain, path: reference.path, digest: reference.digest };
    daemon.references.delete(exact);
    items.push({ Untagged: familiarString(exact) });
    emitUntag(daemon, image);
    // Digests of a repository go with its last tag.
    const left = daemon.references.of(image.id).filter((each) => canonicalName(each) === canonicalName(reference));
    if (reference.digest === undefined && left.every((each) => each.tag === undefined)) {
      for (const digest of left) {
        daemon.references.delete(digest);
        items.push({ Untagged: familiarString(digest) });
      }
    }
    if (daemon.references.of(image.id).length > 0) return items;
    untagged = true;
  }
  deleteUnnamed(daemon, image, items, { force, prune, quiet: untagged });
  return items;
}

function deleteUnnamed(daemon: Daemon, image: ImageRecord, items: ImageDeleteItem[], { force, prune, quiet }: { force: boolean; prune: boolean; quiet: boolean }): void {
  const conflict = findConflict(daemon, image, force, true);
  if (conflict) {
    // Whoever took the last name away hears only of what keeps an image that nobody can name or use.
    const dangling = daemon.references.of(image.id).length === 0 && daemon.images.children(image.id).length === 0;
    if (!quiet || (dangling && !conflict.used)) throw conflict.error;
    return;
  }
  for (const reference of daemon.references.of(image.id)) {
    daemon.references.delete(reference);
    items.push({ Untagged: familiarString(reference) });
    emitUntag(daemon, image);
  }
  const { parent } = image;
  daemon.images.remove(image.id);
  daemon.events.emit('image', 'delete', image.id, { name: image.id });
  items.push({ Deleted: image.id });
  for (const layer of collectLayers(daemon)) items.push({ Deleted: layer });
  const parentImage = parent === undefined ? undefined : daemon.images.get(parent);
  if (!prune || !parentImage || daemon.references.of(parentImage.id).length > 0 || daemon.images.children(parentImage.id).length > 0) return;
  if (!findConflict(daemon, parentImage, false, true)) deleteUnnamed(daemon, parentImage, items, { force: false, prune, quiet: true });
}

/** Deletes the layers that no image, container or build cache needs; returns their chain ids. */
export function collectLayers(daemon: Daemon): Digest[] {
  const used = new Set<Digest>(daemon.buildCache.layers());
  for (const image of daemon.images.all()) if (image.chainId !== undefined) used.add(image.chainId);
  for (const container of daemon.containers.all()) if (container.layerChainId !== undefined) used.add(container.layerChainId);
  return daemon.layers.collect(used).map((layer) => layer.chainId);
}

function isSingleName(daemon: Daemon, id: Digest): boolean {
  const names = daemon.references.of(id);
  const repositories = new Set(names.map(canonicalName));
  return repositories.size <= 1 && names.filter((name) => name.tag !== undefined).length <= 1;
}

function emitUntag(daemon: Daemon, image: ImageRecord): void {
  daemon.events.emit('image', 'untag', image.id, { name: image.id });
}

/** What keeps an image from being deleted; `used`: a container. */
interface Conflict {
  error: EngineError;
  used: boolean;
}

function findConflict(daemon: Daemon, image: ImageRecord, force: boolean, references: boolean): Conflict | undefined {
  const refuse = (forced: string, why: string, used = false): Conflict => ({ error: new EngineError('conflict', `conflict: unable to delete ${shortId(image.id)} (${forced}) - ${why}`), used });
  if (daemon.images.children(image.id).length > 0) return refuse('cannot be forced', 'image has dependent child images');
  const users = daemon.containers.all().filter((container: Container) => container.imageId === image.id);
  const running = users.find((container) => container.isRunning);
  if (running) return refuse('cannot be forced', `image is being used by running container ${shortId(running.id)}`, true);
  if (force) return undefined;
  if (references && daemon.references.of(image.id).length > 0) return refuse('must be forced', 'image is referenced in multiple repositories');
  const [stopped] = users;
  return stopped ? refuse('must be forced', `image is being used by stopped container ${shortId(stopped.id)}`, true) : undefined;
}
