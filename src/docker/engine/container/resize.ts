import type { Daemon } from '../daemon.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { liveTask } from './pause.ts';

/** `POST /containers/{id}/resize` */
export function resizeContainer(daemon: Daemon, container: Container, rows: number, columns: number): void {
  liveTask(container).resize(rows, columns);
  emitContainer(daemon, container, 'resize', { height: String(rows), width: String(columns) });
}
