import { familiarString } from '../../../oci/index.ts';
import type { ContainerConfig, ImageHistoryItem, ImageInspect } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { parseRfc3339, zeroTime } from '../timestamp.ts';
import { getImage } from './find-image.ts';
import type { ImageRecord } from './image-store.ts';

/** `GET /images/{name}/json` */
export function inspectImage(daemon: Daemon, name: string): ImageInspect {
  const image = getImage(daemon, name);
  const { config } = image;
  const names = daemon.references.of(image.id);
  const [history] = (config.history ?? []).slice(-1);
  const top = image.chainId === undefined ? undefined : daemon.layers.get(image.chainId);
  return {
    Id: image.id,
    RepoTags: names.filter((each) => each.digest === undefined).map(familiarString),
    RepoDigests: names.filter((each) => each.digest !== undefined).map(familiarString),
    Parent: image.parent ?? '',
    Comment: history?.comment ?? '',
    Created: config.created ?? zeroTime,
    DockerVersion: config.docker_version ?? '',
    Author: config.author ?? '',
    Config: fullConfig(config.config),
    Architecture: config.architecture,
    ...(config.variant !== undefined && { Variant: config.variant }),
    Os: config.os,
    Size: daemon.layers.stackSize(image.chainId),
    GraphDriver: { Data: top ? daemon.snapshotter.data(top.cacheId) : null, Name: daemon.snapshotter.driver },
    RootFS: { Type: config.rootfs.type, ...(config.rootfs.diff_ids.length > 0 && { Layers: config.rootfs.diff_ids }) },
    Metadata: { LastTagTime: image.lastUpdated ?? zeroTime },
  };
}

/** A configuration with everything that the API always shows, in its order. */
export function fullConfig(given: ImageRecord['config']['config']): ContainerConfig {
  return {
    Hostname: given?.Hostname ?? '', Domainname: given?.Domainname ?? '', User: given?.User ?? '',
    AttachStdin: given?.AttachStdin ?? false, AttachStdout: given?.AttachStdout ?? false, AttachStderr: given?.AttachStderr ?? false,
    ...(given?.ExposedPorts && { ExposedPorts: given.ExposedPorts as Record<string, Record<string, never>> }),
    Tty: given?.Tty ?? false, OpenStdin: given?.OpenStdin ?? false, StdinOnce: given?.StdinOnce ?? false,
    Env: given?.Env ?? null, Cmd: given?.Cmd ?? null,
    ...(given?.Healthcheck && { Healthcheck: given.Healthcheck }),
    ...(given?.ArgsEscaped && { ArgsEscaped: true }),
    Image: given?.Image ?? '', Volumes: (given?.Volumes as Record<string, Record<string, never>> | null | undefined) ?? null, WorkingDir: given?.WorkingDir ?? '',
    Entrypoint: given?.Entrypoint ?? null, OnBuild: given?.OnBuild ?? null, Labels: given?.Labels ?? null,
    ...(given?.StopSignal && { StopSignal: given.StopSignal }),
    ...(given?.StopTimeout !== undefined && { StopTimeout: given.StopTimeout }),
    ...(given?.Shell && { Shell: given.Shell }),
  };
}

/** `GET /images/{name}/history`, newest first. */
export function imageHistory(daemon: Daemon, name: string): ImageHistoryItem[] {
  const image = getImage(daemon, name);
  const stack = daemon.layers.stack(image.chainId);
  const items: ImageHistoryItem[] = [];
  let layer = 0;
  for (const entry of image.config.history ?? []) {
    const size = entry.empty_layer ? 0 : (stack[layer++]?.size ?? 0);
    items.unshift({
      Comment: entry.comment ?? '', Created: Math.floor(parseRfc3339(entry.created ?? zeroTime) / 1000), CreatedBy: entry.created_by ?? '', Id: '<missing>', Size: size, Tags: null,
    });
  }
  let at: ImageRecord | undefined = image;
  for (const item of items) {
    if (!at) break;
    item.Id = at.id;
    const tags = daemon.references.of(at.id).filter((each) => each.tag !== undefined).map(familiarString);
    item.Tags = tags.length > 0 ? tags : null;
    at = at.parent === undefined ? undefined : daemon.images.get(at.parent);
  }
  return items;
}
