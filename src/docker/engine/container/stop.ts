import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { signalNumber } from '../signal.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { withTimeout } from './with-timeout.ts';
import { waitContainer } from './wait.ts';

/** `POST /containers/{id}/stop`: the stop signal, and SIGKILL when that was not enough. `seconds` undefined takes the container's; negative waits for ever. */
export async function stopContainer(daemon: Daemon, container: Container, seconds: number | undefined, signal?: string): Promise<void> {
  if (!container.isRunning) throw new EngineError('notModified', '');
  await stopRunning(daemon, container, seconds, signal);
}

/** Stops a running container; nothing when it is not. */
export async function stopRunning(daemon: Daemon, container: Container, seconds: number | undefined, signal?: string): Promise<void> {
  if (!container.isRunning) return;
  container.hasBeenManuallyStopped = true;
  daemon.containers.save(container);
  if (container.state.Restarting && !container.task) {
    endRestarting(daemon, container);
    emitContainer(daemon, container, 'stop');
    return;
  }
  container.announceStop = () => emitContainer(daemon, container, 'stop');
  const number = signalNumber(signal ?? container.config.StopSignal ?? 'SIGTERM') ?? 15;
  const timeout = seconds ?? container.config.StopTimeout ?? 10;
  const ended = waitContainer(container, 'not-running');
  sendSignal(daemon, container, number);
  if (timeout < 0) await ended;
  else if (!(await withTimeout(daemon.clock, ended, timeout * 1000))) {
    daemon.log('info', `Container failed to exit within ${timeout}s of signal ${number} - using the force`, { container: container.id });
    sendSignal(daemon, container, 9);
    await ended;
  }
}

/** A container that waits for its next automatic start is stopped by giving that up. */
export function endRestarting(daemon: Daemon, container: Container): void {
  container.cancelRestart?.();
  Object.assign(container.state, { Running: false, Restarting: false });
  daemon.containers.save(container);
  container.changes.fire('exited');
}

/** Sends a signal to a container's first process. A paused one is woken for SIGKILL. */
export function sendSignal(daemon: Daemon, container: Container, number: number): void {
  const { task } = container;
  if (container.state.Paused && task) {
    task.resume();
    container.state.Paused = false;
  }
  task?.kill(number);
  emitContainer(daemon, container, 'kill', { signal: String(number) });
}
