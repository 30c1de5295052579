import { readTar } from '../../../base/index.ts';
import type { BuildStepWeight, BuildWeight } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import type { BuiltStep, FinishedBuild } from './build-log.ts';

const shown = 100;

/** What the steps of a build weigh, as far as their layers are still here. */
export function weightOf(daemon: Daemon, { dockerfile, image, steps }: FinishedBuild): BuildWeight {
  return { Dockerfile: dockerfile, Image: image, Steps: steps.flatMap((step) => (daemon.layers.get(step.chainId) ? [stepWeight(daemon, step)] : [])) };
}

function stepWeight(daemon: Daemon, { range, cached, parent, chainId }: BuiltStep): BuildStepWeight {
  const below = new Map<string, number>();
  for (const layer of daemon.layers.stack(parent)) applyLayer(daemon.layers.tar(layer.chainId), below);
  const added: BuildStepWeight['Added'] = [];
  const hidden: BuildStepWeight['Hidden'] = [];
  for (const entry of readTar(daemon.layers.tar(chainId))) {
    const whiteout = whitedOut(entry.path);
    if (whiteout !== undefined) {
      for (const [path, size] of below) if (path === whiteout || path.startsWith(`${whiteout}/`)) hidden.push({ Path: `/${path}`, Size: size, Replaced: false });
    } else if (entry.type !== 'directory') {
      const before = below.get(entry.path);
      if (before !== undefined) hidden.push({ Path: `/${entry.path}`, Size: before, Replaced: true });
      added.push({ Path: `/${entry.path}`, Size: entry.size });
    }
  }
  added.sort((a, b) => b.Size - a.Size);
  hidden.sort((a, b) => b.Size - a.Size);
  return {
    Start: range.start, End: range.end, Cached: cached, Size: added.reduce((sum, { Size }) => sum + Size, 0), Added: added.slice(0, shown), Hidden: hidden.slice(0, shown),
    More: Math.max(0, added.length - shown) + Math.max(0, hidden.length - shown),
  };
}

/** What is seen after a layer: files with their sizes. */
function applyLayer(tar: Uint8Array, files: Map<string, number>): void {
  for (const entry of readTar(tar)) {
    const whiteout = whitedOut(entry.path);
    if (whiteout === undefined) {
      if (entry.type !== 'directory') files.set(entry.path, entry.size);
    } else for (const path of files.keys()) if (path === whiteout || path.startsWith(`${whiteout}/`)) files.delete(path);
  }
}

/** The path that a whiteout takes away; of an opaque directory, the directory (its files stand in the layer again). */
function whitedOut(path: string): string | undefined {
  const [, directory = '', name] = /^(?:(.*)\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  if (name === '.wh..opq') return directory;
  return directory === '' ? name : `${directory}/${name}`;
}
