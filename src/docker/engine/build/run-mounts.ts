import { sha256Hex } from '../../../base/index.ts';
import { DockerfileError, type InstructionOf, type RunMount } from '../dockerfile/index.ts';
import { randomBase36 } from '../identifier.ts';
import type { RuntimeMount } from '../ports/runtime.ts';
import { makeDirectories, removeTree } from '../store/json-file.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { joinPath } from './apply-changes.ts';
import type { BuildStage } from './build-stage.ts';
import { checksumSources, type CopySource, copySources, findSources, SourceNotFound } from './copy-files.ts';
import { missingSource } from './copy-step.ts';
import { StepError } from './solve-error.ts';
import { openSource } from './source-root.ts';

/** The mounts of a RUN, what of them counts for the cache, and how to undo them. */
export interface RunMounts {
  mounts: RuntimeMount[];
  keys: unknown[];
  /** Throws when something is missing that the step needs once it is really run. */
  begin(): void;
  release(): void;
}

/** Finds mounts that cannot be, before anything is run. */
export function checkMounts(builder: BuildStage, instruction: InstructionOf<'run'>): void {
  for (const mount of instruction.mounts) targetOf(builder, instruction, mount);
}

function targetOf(builder: BuildStage, instruction: InstructionOf<'run'>, mount: RunMount): string {
  const given = builder.expand(mount.target, instruction);
  if (given === '' && mount.type === 'secret') return `/run/secrets/${secretId(mount)}`;
  if (given === '' && mount.type === 'ssh') return '/run/buildkit/ssh_agent.0';
  const target = given === '' ? '/' : joinPath(builder.state.config.WorkingDir || '/', given);
  if (target === '/') throw new DockerfileError(`invalid mount target ${JSON.stringify(target)}`, instruction.range);
  return target;
}

function secretId({ id, source, target }: RunMount): string {
  return id || source || target.slice(target.lastIndexOf('/') + 1);
}

/** Makes `RUN --mount` ready. `name` is the step's; `script` is a heredoc that is run as a file. */
export async function runMounts(builder: BuildStage, instruction: InstructionOf<'run'>, name: string, script: { name: string; text: string } | undefined): Promise<RunMounts> {
  const { daemon, options, progress } = builder.context;
  const { files } = daemon;
  const releases: (() => void)[] = [];
  const problems: (() => void)[] = [];
  const result: RunMounts = {
    mounts: [], keys: [],
    begin: () => { for (const problem of problems) problem(); },
    release: () => { for (const release of releases) release(); },
  };
  const temporary = (): string => {
    const directory = `${daemon.root}/tmp/buildkit-${randomBase36(daemon.random)}`;
    makeDirectories(files, directory, 0o755);
    releases.push(() => removeTree(files, directory));
    return directory;
  };
  if (script) {
    const place = `${temporary()}/${script.name}`;
    await progress.vertex('[internal] preparing inline document', () => files.writeFile(place, script.text, { mode: 0o755 }));
    result.mounts.push({ source: place, target: `/dev/pipes/${script.name}`, type: 'bind', options: 'ro' });
    result.keys.push(sha256Hex(script.text));
  }
  for (const mount of instruction.mounts) {
    const target = targetOf(builder, instruction, mount);
    result.keys.push([mount.type, target, mount.from, mount.source, mount.id]);
    if (mount.type === 'tmpfs') result.mounts.push({ source: 'tmpfs', target, type: 'tmpfs', options: mount.size > 0 ? `nosuid,size=${mount.size}` : 'nosuid' });
    else if (mount.type === 'cache') result.mounts.push({ source: await cacheDirectory(builder, mount, target), target, type: 'bind', options: mount.readonly ? 'ro' : 'rw' });
    else if (mount.type === 'bind') {
      const { root, release } = await openSource(builder, mount.from);
      releases.push(release);
      let found: CopySource[];
      try {
        found = findSources(files, root, [mount.source || '/']);
      } catch (error) {
        if (error instanceof SourceNotFound) throw await missingSource(builder, name, error, instruction);
        throw error;
      }
      result.keys.push(checksumSources(files, found));
      let source = scopedPath(files, root, mount.source);
      // What is written there is seen by this step alone.
      if (!mount.readonly) {
        const place = temporary();
        await copySources(files, found, place, '/', { owner: undefined, mode: undefined, unpack: false, now: daemon.clock.now() });
        const isDirectory = (files.lstat(source).mode & 0o170000) === 0o040000;
        source = isDirectory ? place : `${place}/${source.slice(source.lastIndexOf('/') + 1)}`;
      }
      result.mounts.push({ source, target, type: 'bind', options: mount.readonly ? 'ro' : 'rw' });
    } else if (mount.type === 'secret') {
      const id = secretId(mount);
      const bytes = options.secrets.get(id);
      if (bytes) {
        const place = `${temporary()}/secret`;
        files.writeFile(place, bytes, { mode: mount.mode ?? 0o400 });
        files.chown(place, mount.uid, mount.gid);
        result.mounts.push({ source: place, target, type: 'bind', options: 'ro' });
      } else if (mount.required) problems.push(() => { throw new StepError(`secret ${id}: not found`, instruction.range); });
    } else if (mount.required) problems.push(() => { throw new StepError(`unset ssh forward key ${mount.id || 'default'}`, instruction.range); });
  }
  return result;
}

/** The directory of a cache, which outlives builds; made of `from` when that is given. */
async function cacheDirectory(builder: BuildStage, mount: RunMount, target: string): Promise<string> {
  const { daemon, cacheMounts } = builder.context;
  const { files } = daemon;
  const directory = `${cacheMounts}/${sha256Hex(`${mount.id || target}:${mount.from}:${mount.source}`).slice(0, 25)}`;
  if (files.exists(directory)) return directory;
  makeDirectories(files, directory, 0o755);
  if (mount.from !== '') {
    const { root, release } = await openSource(builder, mount.from);
    try {
      await copySources(files, findSources(files, root, [mount.source || '/']), directory, '/', { owner: undefined, mode: undefined, unpack: false, now: daemon.clock.now() });
    } finally {
      release();
    }
  }
  files.chmod(directory, mount.mode ?? 0o755);
  files.chown(directory, mount.uid, mount.gid);
  return directory;
}
