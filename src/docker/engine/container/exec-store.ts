import type { ExecCreateRequest } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import type { RuntimeProcess } from '../ports/runtime.ts';
import type { Container } from './container.ts';
import { ContainerStreams } from './container-streams.ts';

/** A process that was asked for beside a container's own. */
export class ExecInstance {
  readonly id: string;
  readonly container: Container;
  readonly request: ExecCreateRequest;
  readonly streams: ContainerStreams;
  process: RuntimeProcess | undefined;
  running = false;
  exitCode: number | null = null;
  started = false;

  constructor(id: string, container: Container, request: ExecCreateRequest) {
    this.id = id;
    this.container = container;
    this.request = request;
    this.streams = new ContainerStreams(request.AttachStdin ?? false);
  }
}

/** Exec instances: gone with the daemon, and forgotten when they ended and their container is. */
export class ExecStore {
  readonly #instances = new Map<string, ExecInstance>();

  add(instance: ExecInstance): void {
    this.#instances.set(instance.id, instance);
    instance.container.execIds.add(instance.id);
  }

  get(id: string): ExecInstance {
    const instance = this.#instances.get(id);
    if (!instance) throw new EngineError('notFound', `No such exec instance: ${id}`);
    return instance;
  }

  of(container: Container): ExecInstance[] {
    return [...this.#instances.values()].filter((instance) => instance.container === container);
  }

  deleteOf(container: Container): void {
    for (const instance of this.of(container)) this.#instances.delete(instance.id);
    container.execIds.clear();
  }
}
