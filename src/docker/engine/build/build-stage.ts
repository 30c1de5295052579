import type { Digest } from '../../../oci/index.ts';
import type { Daemon } from '../daemon.ts';
import type { Dockerfile, Instruction } from '../dockerfile/index.ts';
import type { BuiltStep } from './build-log.ts';
import type { BuildOptions } from './build-options.ts';
import type { PlannedStage } from './plan.ts';
import type { SolveProgress, VertexProgress } from './solve-progress.ts';
import type { StageState } from './stage-state.ts';

/** What building a stage needs to know. */
export interface StageBuildContext {
  daemon: Daemon;
  options: BuildOptions;
  progress: SolveProgress;
  planned: PlannedStage;
  dockerfile: Dockerfile;
  /** Only looks for mistakes: no step is run. */
  dry: boolean;
  /** Told of each step that made a layer. */
  built(step: BuiltStep): void;
  /** Nothing is taken from the cache. */
  fresh: boolean;
  /** Where caches of `RUN --mount=type=cache` lie. */
  cacheMounts: string;
  /** Told when the files of the image that the stage starts from are needed, beside what the cache has. */
  baseNeeded?: (() => void) | undefined;
  /** The files of another stage or image. */
  sourceRoot(name: string): Promise<{ chainId: Digest | undefined } | { root: string }>;
}

/** A stage that is being built, as its steps see it. */
export interface BuildStage {
  readonly context: StageBuildContext;
  readonly state: StageState;
  /** Expands variables in a word of an instruction. */
  expand(word: string, instruction: Instruction): string;
  /** The vertex's name of the next step: its number and the line, its variables filled in. */
  nextName(instruction: Instruction, suffix?: string): string;
  /** A step that makes a layer: taken from the cache when it was made before on the same base. */
  layer(name: string, createdBy: string, operation: unknown, make: (snapshot: string, vertex: VertexProgress) => Promise<void>, options?: { alwaysCached?: boolean }): Promise<void>;
}
