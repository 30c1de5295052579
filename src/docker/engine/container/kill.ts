import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { signalNumber } from '../signal.ts';
import { endRestarting, sendSignal } from './stop.ts';
import { waitContainer } from './wait.ts';

/** `POST /containers/{id}/kill` */
export async function killContainer(daemon: Daemon, name: string, signal: string): Promise<void> {
  try {
    await kill(daemon, name, signal);
  } catch (error) {
    throw error instanceof EngineError ? new EngineError(error.kind, `cannot kill container: ${name}: ${error.message}`) : error;
  }
}

async function kill(daemon: Daemon, name: string, signal: string): Promise<void> {
  const number = signalNumber(signal === '' ? 'SIGKILL' : signal);
  if (number === undefined) throw new EngineError('invalidParameter', `invalid signal: ${signal}`);
  const container = daemon.containers.get(name);
  if (!container.isRunning) throw new EngineError('conflict', `container ${container.id} is not running`);
  const stops = number === 9 || number === (signalNumber(container.config.StopSignal ?? 'SIGTERM') ?? 15);
  if (stops) {
    container.hasBeenManuallyStopped = true;
    daemon.containers.save(container);
  }
  if (container.state.Restarting && !container.task) return endRestarting(daemon, container);
  const ended = number === 9 ? waitContainer(container, 'not-running') : undefined;
  sendSignal(daemon, container, number);
  await ended;
}
