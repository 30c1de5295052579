import type { Daemon } from '../daemon.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { startContainer } from './start.ts';
import { stopRunning } from './stop.ts';

/** `POST /containers/{id}/restart` */
export async function restartContainer(daemon: Daemon, container: Container, seconds: number | undefined, signal?: string): Promise<void> {
  // A --rm container outlives its restart.
  const { AutoRemove: autoRemove } = container.hostConfig;
  container.hostConfig.AutoRemove = false;
  try {
    await stopRunning(daemon, container, seconds, signal);
  } finally {
    container.hostConfig.AutoRemove = autoRemove;
  }
  await startContainer(daemon, container);
  emitContainer(daemon, container, 'restart');
}
