/** How services are built. */
export interface BuildOptions {
  /** Named services; none: all. */
  services: readonly string[];
  /** `KEY=value`, or `KEY` alone for the variable's value. */
  args: readonly string[];
  noCache: boolean;
  pull: boolean;
  push: boolean;
  quiet: boolean;
  /** Whether services that the named ones depend on are built as well. */
  dependencies: boolean;
  memory: number;
}

export const standardBuild: BuildOptions = { services: [], args: [], noCache: false, pull: false, push: false, quiet: false, dependencies: false, memory: 0 };
