import { writeTar } from '../../../base/index.ts';
import { type ImageConfig, isTag } from '../../../oci/index.ts';
import type { ContainerConfig } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { parseImageName } from '../image/find-image.ts';
import type { ImageRecord } from '../image/image-store.ts';
import { setTag } from '../image/tag.ts';
import { rfc3339Nano } from '../timestamp.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';

/** What `docker commit` is told. */
export interface CommitOptions {
  repository: string;
  tag: string;
  comment: string;
  author: string;
  pause: boolean;
  /** Configuration of the image; absent: the container's. */
  config?: Partial<ContainerConfig> | undefined;
  createdBy?: string;
}

/** `POST /commit`: makes an image of a container. */
export async function commitContainer(daemon: Daemon, container: Container, options: CommitOptions): Promise<ImageRecord> {
  if (options.tag !== '' && !isTag(options.tag)) throw new EngineError('invalidParameter', 'invalid tag format');
  const name = options.repository === '' ? undefined : parseImageName(options.repository);
  const pauses = options.pause && container.task && !container.state.Paused;
  if (pauses) container.task?.pause();
  try {
    const tar = writeTar(daemon.snapshotter.diff(container.mountId));
    const layer = await daemon.layers.register(container.layerChainId, tar);
    const parent = container.imageId === '' ? undefined : daemon.images.get(container.imageId);
    const created = rfc3339Nano(daemon.clock.now());
    const { Hostname: _hostname, ...config } = { ...container.config, ...options.config };
    const image: ImageConfig & Record<string, unknown> = {
      architecture: parent?.config.architecture ?? 'amd64', config: { Hostname: container.config.Hostname, ...config, Image: container.config.Image }, container: container.id, created, docker_version: '26.1.5+dfsg1',
      ...(options.author !== '' && { author: options.author }),
      history: [...(parent?.config.history ?? []), { created, ...(options.author !== '' && { author: options.author }), created_by: options.createdBy ?? [container.path, ...container.args].join(' '), ...(options.comment !== '' && { comment: options.comment }) }],
      os: 'linux', rootfs: { type: 'layers', diff_ids: [...(parent?.config.rootfs.diff_ids ?? []), layer.diffId] },
    };
    const record = daemon.images.add(image, parent?.id);
    if (name) setTag(daemon, { domain: name.domain, path: name.path, tag: options.tag || name.tag || 'latest' }, record);
    emitContainer(daemon, container, 'commit', { comment: options.comment, imageID: record.id, imageRef: name ? options.repository : '' });
    return record;
  } finally {
    if (pauses) container.task?.resume();
  }
}
