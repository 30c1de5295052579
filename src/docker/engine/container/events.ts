import type { Daemon } from '../daemon.ts';
import type { Container } from './container.ts';

/** Says what happened to a container: with its labels, its name and its image's, as all its events have them. */
export function emitContainer(daemon: Daemon, container: Container, action: string, attributes: Record<string, string> = {}): void {
  daemon.events.emit('container', action, container.id, { ...container.config.Labels, image: container.config.Image, name: container.name, ...attributes });
}
