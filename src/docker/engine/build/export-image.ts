import type { HistoryEntry, ImageConfig } from '../../../oci/index.ts';
import { canonicalString } from '../../../oci/index.ts';
import type { ContainerConfig } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { parseImageName } from '../image/find-image.ts';
import type { ImageRecord } from '../image/image-store.ts';
import { setTag } from '../image/tag.ts';
import type { BuildOptions } from './build-options.ts';
import type { SolveProgress } from './solve-progress.ts';
import type { StageState } from './stage-state.ts';

const comment = 'buildkit.dockerfile.v0';

/** Makes the image of a finished stage and names it. */
export function exportImage(daemon: Daemon, progress: SolveProgress, state: StageState, options: BuildOptions): Promise<ImageRecord> {
  return progress.vertex('exporting to image', (vertex) => {
    if (state.diffIds.length > 0) vertex.status('exporting layers');
    const image = daemon.images.add(imageConfig(state, options.labels, progress.now(), options.platform));
    vertex.status(`writing image ${image.id}`);
    for (const tag of options.tags) {
      const name = parseImageName(tag);
      setTag(daemon, { domain: name.domain, path: name.path, tag: name.tag ?? 'latest' }, image);
      vertex.status(`naming to ${canonicalString(name)}`);
    }
    return image;
  });
}

/** The image's configuration, with keys in the order in which BuildKit writes them: the id depends on it. */
export function imageConfig(state: StageState, labels: Readonly<Record<string, string>>, now: string, platform = ''): ImageConfig {
  const [os = '', architecture = '', variant] = platform.split('/');
  const history = completeHistory(state);
  const created = history.findLast((entry) => entry.created !== undefined)?.created ?? now;
  return {
    architecture: architecture || 'amd64', ...(variant !== undefined && { variant }), ...(state.author !== '' && { author: state.author }), config: compactConfig(state.config, labels), created, history, os: os || 'linux', rootfs: { type: 'layers', diff_ids: state.diffIds },
  };
}

/** Entries without a time get that of the layer before them, or of the first new layer. */
function completeHistory({ baseHistory, history }: StageState): HistoryEntry[] {
  const entries: HistoryEntry[] = [...baseHistory, ...history.map((step) => ({ ...(step.created !== undefined && { created: step.created }), created_by: step.createdBy, comment, ...(!step.layer && { empty_layer: true }) }))];
  let created: string | undefined;
  let gap = false;
  for (const entry of entries) {
    if (entry.created === undefined) gap = true;
    else {
      created = entry.created;
      if (gap) break;
    }
  }
  gap = false;
  return entries.map((entry) => {
    if (entry.created === undefined) {
      gap = true;
      return created === undefined ? entry : { created, ...entry };
    }
    if (gap) created = entry.created;
    return entry;
  });
}

/** Only what is set, as BuildKit's images have it. */
function compactConfig(config: ContainerConfig, labels: Readonly<Record<string, string>>): ImageConfig['config'] {
  const all = { ...config.Labels, ...labels };
  return {
    ...(config.User !== '' && { User: config.User }), ...(config.ExposedPorts && { ExposedPorts: config.ExposedPorts }), ...(config.Env?.length && { Env: config.Env }),
    ...(config.Entrypoint?.length && { Entrypoint: config.Entrypoint }), ...(config.Cmd?.length && { Cmd: config.Cmd }), ...(config.Volumes && Object.keys(config.Volumes).length > 0 && { Volumes: config.Volumes }),
    ...(config.WorkingDir !== '' && { WorkingDir: config.WorkingDir }), ...(Object.keys(all).length > 0 && { Labels: all }), ...(config.StopSignal && { StopSignal: config.StopSignal }),
    ...(config.ArgsEscaped && { ArgsEscaped: true }), ...(config.Healthcheck && { Healthcheck: config.Healthcheck }), ...(config.OnBuild?.length && { OnBuild: config.OnBuild }), ...(config.Shell?.length && { Shell: config.Shell }),
  };
}
