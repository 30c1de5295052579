import { sha256Hex } from '../../../base/index.ts';
import type { InstructionOf } from '../dockerfile/index.ts';
import type { RuntimeMount } from '../ports/runtime.ts';
import { makeDirectories } from '../store/json-file.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { joinPath } from './apply-changes.ts';
import { StepError } from './solve-error.ts';
import type { BuildStage } from './build-stage.ts';
import { openSource } from './source-root.ts';

/** The mounts of a RUN, what of them counts for the cache, and how to undo them. */
export interface RunMounts {
  mounts: RuntimeMount[];
  keys: unknown[];
  release(): void;
}

/** Makes `RUN --mount` ready. */
export async function runMounts(builder: BuildStage, instruction: InstructionOf<'run'>): Promise<RunMounts> {
  const { daemon } = builder.context;
  const { files } = daemon;
  const releases: (() => void)[] = [];
  const result: RunMounts = { mounts: [], keys: [], release: () => { for (const release of releases) release(); } };
  for (const mount of instruction.mounts) {
    const target = joinPath(builder.state.config.WorkingDir || '/', builder.expand(mount.target, instruction));
    result.keys.push([mount.type, target, mount.from, mount.source, mount.id]);
    if (mount.type === 'tmpfs') result.mounts.push({ source: 'tmpfs', target, type: 'tmpfs', options: 'nosuid' });
    else if (mount.type === 'cache') {
      const directory = `${daemon.root}/buildkit/cachemounts/${sha256Hex(mount.id || target).slice(0, 25)}`;
      makeDirectories(files, directory, 0o755);
      result.mounts.push({ source: directory, target, type: 'bind', options: mount.readonly ? 'ro' : 'rw' });
    } else if (mount.type === 'bind') {
      const { root, release } = await openSource(builder, mount.from);
      releases.push(release);
      result.mounts.push({ source: scopedPath(files, root, mount.source), target, type: 'bind', options: mount.readonly ? 'ro' : 'rw' });
    } else if (mount.required) {
      throw new StepError(mount.type === 'secret' ? `secret ${mount.id || mount.target}: not found` : 'no SSH key "default" forwarded from the client', instruction.range);
    }
  }
  return result;
}
