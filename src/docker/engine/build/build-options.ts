import type { RegistryAuth } from '../../api/index.ts';
import type { BuildContext } from './build-context.ts';

/** What a build was asked for. */
export interface BuildOptions {
  context: BuildContext;
  /** Path of the Dockerfile in the context. */
  dockerfile: string;
  /** How it is shown. */
  dockerfileName: string;
  tags: readonly string[];
  buildArgs: ReadonlyMap<string, string | null>;
  labels: Readonly<Record<string, string>>;
  noCache: boolean;
  /** Images whose steps may be used again; none: all that are here. */
  cacheFrom: readonly string[];
  /** Ask the registry even for images that are here. */
  pull: boolean;
  target: string;
  networkMode: string;
  extraHosts: readonly string[];
  quiet: boolean;
  /** Credentials by registry. */
  auths: Readonly<Record<string, RegistryAuth>>;
  /** Aborted when the client left. */
  signal: AbortSignal;
  /** The classic builder: remove intermediate containers. */
  remove: boolean;
}
