import { familiarString, isTag, type Reference } from '../../../oci/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { getImage, parseImageName } from './find-image.ts';
import type { ImageRecord } from './image-store.ts';

/** `POST /images/{name}/tag` */
export function tagImage(daemon: Daemon, source: string, repository: string, tag: string): void {
  if (tag !== '' && !isTag(tag)) throw new EngineError('invalidParameter', 'invalid tag format');
  const reference = parseImageName(repository);
  if (reference.digest !== undefined) throw new EngineError('invalidParameter', 'refusing to create a tag with a digest reference');
  setTag(daemon, { domain: reference.domain, path: reference.path, tag: tag || reference.tag || 'latest' }, getImage(daemon, source));
}

/** Names an image and says so in the events. */
export function setTag(daemon: Daemon, reference: Reference, image: ImageRecord): void {
  daemon.references.set(reference, image.id);
  daemon.images.setLastUpdated(image.id, rfc3339Nano(daemon.clock.now()));
  daemon.events.emit('image', 'tag', image.id, { name: familiarString(reference), ...image.config.config?.Labels });
}
