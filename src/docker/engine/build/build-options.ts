import type { RegistryAuth, Ulimit } from '../../api/index.ts';
import type { BuildContext } from './build-context.ts';

/** A named context: an image, or a folder on the host. */
export type NamedContext = { image: string } | { root: string };

/** Where a finished build goes: into the image store, or its files to the client, for a directory or as an archive. */
export type BuildOutput = 'image' | 'local' | 'tar';

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
  /** Stages that are built without the cache. */
  noCacheStages: readonly string[];
  /** Contents for `RUN --mount=type=secret`, by id. */
  secrets: ReadonlyMap<string, Uint8Array>;
  /** What RUN may ask for: `network.host`. */
  entitlements: readonly string[];
  /** `--build-context`: folders that were sent, and images, by name. */
  namedContexts: ReadonlyMap<string, NamedContext>;
  /** `linux/arm64`; empty: the host's. */
  platform: string;
  output: BuildOutput;
  shmSize: number;
  ulimits: readonly Ulimit[];
  /** The classic builder: remove intermediate containers. */
  remove: boolean;
  /** … also of a step that failed. */
  forceRemove: boolean;
}
