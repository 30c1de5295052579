import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { signalNumber } from '../signal.ts';
import type { Container } from './container.ts';
import { endRestarting, sendSignal } from './stop.ts';
import { waitContainer } from './wait.ts';

/** `POST /containers/{id}/kill` */
export async function killContainer(daemon: Daemon, container: Container, name: string, signal: string): Promise<void> {
  const refuse = (kind: 'invalidParameter' | 'conflict', why: string): never => {
    throw new EngineError(kind, `cannot kill container: ${name}: ${why}`);
  };
  const number = signalNumber(signal === '' ? 'SIGKILL' : signal);
  if (number === undefined) throw new EngineError('invalidParameter', `cannot kill container: ${name}: invalid signal: ${signal}`);
  if (!container.isRunning) return refuse('conflict', `container ${container.id} is not running`);
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
