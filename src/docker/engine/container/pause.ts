import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';

/** `POST /containers/{id}/pause` */
export function pauseContainer(daemon: Daemon, container: Container): void {
  if (!container.isRunning) throw notRunning(container);
  if (container.state.Paused) throw new EngineError('conflict', `Container ${container.id} is already paused`);
  if (container.state.Restarting) throw new EngineError('conflict', `Container ${container.id} is restarting, wait until the container is running`);
  liveTask(container).pause();
  container.state.Paused = true;
  daemon.containers.save(container);
  emitContainer(daemon, container, 'pause');
}

/** `POST /containers/{id}/unpause` */
export function unpauseContainer(daemon: Daemon, container: Container): void {
  if (!container.state.Paused) throw new EngineError('system', `Container ${container.id} is not paused`);
  liveTask(container).resume();
  container.state.Paused = false;
  daemon.containers.save(container);
  emitContainer(daemon, container, 'unpause');
}

export function notRunning(container: Container): EngineError {
  return new EngineError('conflict', `container ${container.id} is not running`);
}

/** The running task. In a copy of a host (`restore: 'frozen'`) a container shows as running but has no processes. */
export function liveTask(container: Container): NonNullable<Container['task']> {
  if (!container.isRunning) throw notRunning(container);
  if (!container.task) throw new EngineError('unavailable', container.state.Restarting ? `Container ${container.id} is restarting, wait until the container is running` : `container ${container.id} is frozen: this is a copy of a host, its processes are not here`);
  return container.task;
}
