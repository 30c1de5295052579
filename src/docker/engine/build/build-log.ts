import type { Digest } from '../../../oci/index.ts';
import type { LineRange } from '../dockerfile/index.ts';

/** A step of a build that made a layer, or took it from the cache. */
export interface BuiltStep {
  range: LineRange;
  cached: boolean;
  parent: Digest | undefined;
  chainId: Digest;
}

/** A finished build, remembered while the daemon lives. */
export interface FinishedBuild {
  dockerfile: string;
  image: Digest;
  steps: BuiltStep[];
}

const remembered = 20;
/** The last builds, the newest first. */
export class BuildLog {
  #builds: FinishedBuild[] = [];

  add(build: FinishedBuild): void {
    this.#builds = [build, ...this.#builds.filter((each) => each.dockerfile !== build.dockerfile)].slice(0, remembered);
  }

  all(): readonly FinishedBuild[] {
    return this.#builds;
  }
}
