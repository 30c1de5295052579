import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { collectLayers } from '../image/delete.ts';
import { removeTree } from '../store/json-file.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { endRestarting, sendSignal } from './stop.ts';
import { waitContainer } from './wait.ts';

/** `DELETE /containers/{id}` */
export async function removeContainer(daemon: Daemon, container: Container, { force, volumes }: { force: boolean; volumes: boolean }): Promise<void> {
  if (container.removing) throw new EngineError('conflict', `removal of container ${container.name} is already in progress`);
  if (container.isRunning && !force) {
    const refuse = (why: string): EngineError => new EngineError('conflict', `cannot remove container "/${container.name}": ${why}`);
    if (container.state.Paused) throw refuse('container is paused and must be unpaused first');
    if (container.state.Restarting) throw refuse('container is restarting: stop the container before removing or force remove');
    throw refuse('container is running: stop the container before removing or force remove');
  }
  container.removing = true;
  if (container.isRunning) {
    container.hasBeenManuallyStopped = true;
    if (container.task) {
      const ended = waitContainer(container, 'not-running');
      sendSignal(daemon, container, 9);
      await ended;
    } else endRestarting(daemon, container);
  }
  const { snapshotter } = daemon;
  for (const id of [container.mountId, `${container.mountId}-init`]) if (snapshotter.exists(id)) snapshotter.remove(id);
  daemon.execs.deleteOf(container);
  daemon.containers.delete(container);
  if (volumes) removeAnonymousVolumes(daemon, container);
  collectLayers(daemon);
  removeTree(daemon.files, daemon.containers.directory(container));
  emitContainer(daemon, container, 'destroy');
  // Who waits for the removal hears whether that went well, not why the container ended.
  container.state.Error = '';
  container.changes.fire('removed');
  container.changes.dispose();
}

function removeAnonymousVolumes(daemon: Daemon, container: Container): void {
  for (const { point, anonymous } of container.mounts) {
    if (!anonymous || point.Name === undefined || point.Name === '') continue;
    if (volumeUsers(daemon, point.Name).length === 0) daemon.volumes.remove(point.Name, [], true);
  }
}

/** Ids of containers that have a volume. */
export function volumeUsers(daemon: Daemon, name: string): string[] {
  return daemon.containers.all().filter((container) => container.mounts.some(({ point }) => point.Type === 'volume' && point.Name === name)).map((container) => container.id);
}
