import { decodeUtf8 } from '../../../base/index.ts';
import type { SourceExcerpt } from '../../api/index.ts';
import { DockerfileError, type LineRange } from '../dockerfile/index.ts';
import type { BuildOptions } from './build-options.ts';

/** A build that failed: the message, and where in the Dockerfile, for the excerpt that clients show. */
export class SolveError extends Error {
  override readonly name = 'SolveError';
  /** What goes into `errorDetail` beside the message. */
  readonly detail: { source?: SourceExcerpt };

  constructor(message: string, source?: SourceExcerpt) {
    super(`failed to solve: ${message}`);
    this.detail = source ? { source } : {};
  }
}

/** An error of one step, with its place. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly range: LineRange;

  constructor(message: string, range: LineRange) {
    super(message);
    this.range = range;
  }
}

/** What the client is told of anything thrown while a Dockerfile was built. */
export function solveError(error: unknown, { context, dockerfileName }: BuildOptions): SolveError {
  if (error instanceof SolveError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const range = error instanceof DockerfileError || error instanceof StepError ? error.range : undefined;
  if (!range || !context.dockerfile) return new SolveError(message);
  return new SolveError(message, { filename: dockerfileName, data: decodeUtf8(context.dockerfile.bytes), ranges: [range] });
}
