import { goQuote } from '../../../base/go/index.ts';
import { tarEntry, writeTar } from '../../../base/index.ts';
import { createProject, startProject } from '../act/index.ts';
import { buildServices, standardBuild } from '../build/index.ts';
import { together } from '../graph/index.ts';
import { projectContainers } from '../observe/index.ts';
import type { Project, ServiceConfig, Trigger } from '../project/index.ts';
import { done, quietWriter, working } from '../progress/index.ts';
import { progressNameOf } from '../observe/index.ts';
import type { Compose } from '../runtime/index.ts';

/** A file that has changed, and what shall be done about it. */
export interface Change {
  action: Trigger['action'];
  path: string;
  /** Where it is in the container; empty where it is not. */
  target: string;
}

/** Does what the triggers ask for: one rebuild, or all files into the containers, and a restart if one asks for it. */
export async function handleChanges(compose: Compose, project: Project, service: ServiceConfig, changes: readonly Change[], quiet: boolean, log: (text: string) => void): Promise<void> {
  if (changes.some(({ action }) => action === 'rebuild')) return rebuild(compose, project, service.name, quiet, log);
  log(changes.length <= 10 ? `Syncing ${goQuote(service.name)} after changes were detected` : `Syncing service ${goQuote(service.name)} after ${changes.length} changes were detected`);
  const containers = await projectContainers(compose.client, project.name, { oneOff: 'exclude', all: true, services: [service.name] });
  const gone = changes.filter(({ path }) => !compose.process.exists(path)).map(({ target }) => target);
  const present = changes.filter(({ path }) => compose.process.exists(path));
  await together(containers, async ({ Id }) => {
    if (gone.length > 0) await remove(compose, Id, gone);
    await compose.actions.copyToContainer(Id, '/', writeTar(present.map(({ path, target }) => fileEntry(compose, path, target))), { copyUidGid: true });
  });
  if (!changes.some(({ action }) => action === 'sync+restart' || action === 'restart')) return;
  await compose.progress((writer) => together(containers, async (container) => {
    writer.event(working(progressNameOf(container), 'Restarting'));
    await compose.actions.restartContainer(container.Id, undefined);
    writer.event(done(progressNameOf(container), 'Started'));
  }), 'Restarting');
}

async function rebuild(compose: Compose, project: Project, name: string, quiet: boolean, log: (text: string) => void): Promise<void> {
  log(`Rebuilding service ${goQuote(name)} after changes were detected...`);
  try {
    await buildServices(compose, project, { ...standardBuild, services: [name], quiet });
  } catch (error) {
    log(`Build failed. Error: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
  log(`service ${goQuote(name)} successfully built`);
  await createProject(compose, quietWriter, project, {
    services: [name], build: undefined, quietPull: true, orphans: 'nothing', recreate: 'force', recreateDependencies: 'never', inherit: true, timeout: undefined,
  });
  await startProject(compose, quietWriter, project);
}

function fileEntry(compose: Compose, path: string, target: string): ReturnType<typeof tarEntry> {
  const { mode, uid, gid, mtime } = compose.process.stat(path);
  return tarEntry(target.replace(/^\//, ''), { bytes: compose.process.readFile(path), mode: mode & 0o7777, uid, gid, mtime });
}

async function remove(compose: Compose, container: string, paths: readonly string[]): Promise<void> {
  const { exec } = compose.client;
  const { Id } = await exec.create(container, { Cmd: ['rm', '-rf', ...paths], AttachStderr: true });
  const { stream } = await exec.attach(Id, {});
  while ((await stream.read()).length > 0);
  stream.close();
}
