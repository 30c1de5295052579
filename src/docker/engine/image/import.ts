import { type ByteSource, readAll } from '../../../base/index.ts';
import { hostPlatform } from '../../../oci/index.ts';
import { applyChanges } from '../build/apply-changes.ts';
import { emptyConfig } from '../container/config-defaults.ts';
import type { Daemon } from '../daemon.ts';
import type { SendProgress } from '../distribution/progress.ts';
import { EngineError } from '../engine-error.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { parseImageName } from './find-image.ts';
import { setTag } from './tag.ts';

/** `POST /images/create?fromSrc=-`: an image of one layer from a tar of a file system. */
export async function importImage(daemon: Daemon, body: ByteSource, options: { source: string; repository: string; tag: string; message: string; changes: readonly string[] }, send: SendProgress): Promise<void> {
  if (options.source !== '-') throw new EngineError('notImplemented', 'import from a URL is not supported here: import from a file or standard input');
  const { unpackLayer } = await import('../../../oci/layer/index.ts');
  const layer = await daemon.layers.register(undefined, unpackLayer(await readAll(body)));
  const created = rfc3339Nano(daemon.clock.now());
  const comment = options.message === '' ? 'Imported from -' : options.message;
  const image = daemon.images.add({
    ...hostPlatform, config: applyChanges(emptyConfig, options.changes), created, docker_version: '26.1.5+dfsg1', history: [{ created, comment }], rootfs: { type: 'layers', diff_ids: [layer.diffId] },
  } as Parameters<typeof daemon.images.add>[0]);
  if (options.repository !== '') {
    const name = parseImageName(options.repository);
    setTag(daemon, { domain: name.domain, path: name.path, tag: options.tag || name.tag || 'latest' }, image);
  }
  send({ status: image.id });
  daemon.events.emit('image', 'import', image.id, { name: image.id });
}
