import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { Container } from './container.ts';
import { checkNewName } from './create.ts';
import { emitContainer } from './events.ts';

/** `POST /containers/{id}/rename` */
export function renameContainer(daemon: Daemon, container: Container, given: string): void {
  const name = given.replace(/^\//, '');
  if (name === '') throw new EngineError('invalidParameter', 'Neither old nor new names may be empty');
  if (name === container.name) throw new EngineError('invalidParameter', 'Renaming a container with the same name as its current name');
  try {
    checkNewName(daemon, name, `/${name}`);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new EngineError(error.kind, `Error when allocating new name: ${error.message}`);
  }
  const oldName = `/${container.name}`;
  container.name = name;
  daemon.containers.save(container);
  emitContainer(daemon, container, 'rename', { oldName });
}
