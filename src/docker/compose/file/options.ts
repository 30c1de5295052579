import type { ComposeFiles } from './compose-files.ts';
import type { CycleTracker } from './cycle-tracker.ts';
import type { ResetPaths } from './reset.ts';
import type { Substitution } from './template.ts';
import type { Tree } from './tree.ts';

/** How a set of files is loaded. */
export interface LoadOptions {
  readonly files: ComposeFiles;
  warn(message: string): void;
  /** Files whose `version` was warned about: once each. */
  readonly versioned: Set<string>;
  /** Fill in variables. */
  readonly interpolate: boolean;
  /** Check against the schema. */
  readonly validate: boolean;
  readonly resolvePaths: boolean;
  readonly extends: boolean;
  readonly include: boolean;
  readonly defaults: boolean;
  /** Directory from which `extends` and `include` look for files. */
  readonly resourceDir: string;
  /** Variables for interpolation. */
  readonly substitution: Substitution;
}

/** A file to load; `content` is read where it is absent. */
export interface ConfigFile {
  readonly filename: string;
  readonly content?: string;
}

/** Where files stand while they are loaded. */
export interface LoadState {
  readonly workingDir: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly tracker: CycleTracker;
  /** Files that are being included, outermost first. */
  readonly included: readonly string[];
}

/** Loads a file on top of a model; how `extends` reads another file. */
export type FileLoader = (file: ConfigFile, before: Tree, options: LoadOptions, state: LoadState) => Promise<{ tree: Tree; resets: ResetPaths }>;

/** Loads files to a model of their own; how `include` reads others. */
export type ModelLoader = (configs: readonly ConfigFile[], options: LoadOptions, state: LoadState) => Promise<Tree>;
