import { type Clock, sha256Hex } from '../../../base/index.ts';
import { buildTraceMessage, type SolveStatus, type SolveVertex } from '../../api/index.ts';
import type { SendProgress } from '../distribution/progress.ts';
import { rfc3339Nano } from '../timestamp.ts';

/** A running step of a build, for its reports. */
export interface VertexProgress {
  readonly digest: string;
  log(stream: 1 | 2, data: Uint8Array): void;
  /** A line of progress that begins and ends at once unless a time is given. */
  status(id: string, options?: { current?: number; total?: number; started?: string; open?: boolean }): void;
}

/** Reports a build's steps as BuildKit does. */
export class SolveProgress {
  readonly #send: SendProgress;
  readonly #clock: Clock;
  #count = 0;

  constructor(send: SendProgress, clock: Clock) {
    this.#send = send;
    this.#clock = clock;
  }

  now(): string {
    return rfc3339Nano(this.#clock.now());
  }

  emit(status: SolveStatus): void {
    this.#send({ id: buildTraceMessage, aux: status });
  }

  /** Runs a step: tells its start, its end, and its failure. `run` may say that the result came from the cache, also when it is done: it is told again then. */
  async vertex<T>(name: string, run: (vertex: VertexProgress, cached: () => void) => T | Promise<T>): Promise<T> {
    const vertex: SolveVertex = { digest: `sha256:${sha256Hex(`${this.#count++} ${name}`)}`, name };
    const { digest } = vertex;
    const started = this.now();
    this.emit({ vertexes: [{ ...vertex, started }] });
    const outcome: { completed?: string; cached?: true } = {};
    const cached = (): void => {
      outcome.cached = true;
      if (outcome.completed !== undefined) this.emit({ vertexes: [{ ...vertex, started, ...outcome }] });
    };
    const progress: VertexProgress = {
      digest,
      log: (stream, data) => this.emit({ logs: [{ vertex: digest, stream, data: toBase64(data), timestamp: this.now() }] }),
      status: (id, { current = 0, total, started: since, open } = {}) => {
        const timestamp = this.now();
        this.emit({ statuses: [{ id, vertex: digest, current, ...(total !== undefined && { total }), timestamp, started: since ?? timestamp, ...(!open && { completed: timestamp }) }] });
      },
    };
    try {
      const result = await run(progress, cached);
      outcome.completed = this.now();
      this.emit({ vertexes: [{ ...vertex, started, ...outcome }] });
      return result;
    } catch (error) {
      this.emit({ vertexes: [{ ...vertex, started, completed: this.now(), error: error instanceof Error ? error.message : String(error) }] });
      throw error;
    }
  }

  /** A warning about the Dockerfile; it is shown with a step. */
  warn(vertex: string, short: string): void {
    this.emit({ warnings: [{ vertex, level: 1, short }] });
  }
}

/** Base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
