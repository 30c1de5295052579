/** Query of `POST /build`. The body is a tar archive: the build context, Dockerfile in it. Values in maps and lists travel as JSON. */
export interface BuildQuery {
  /** `1` the classic builder's stream, `2` BuildKit's. */
  version?: '1' | '2';
  /** Path of the Dockerfile in the context. Default `Dockerfile`. */
  dockerfile?: string;
  /** Repeated. */
  t?: string[];
  q?: '1';
  nocache?: '1';
  /** `1` (or anything that is not false) asks the registry anew. */
  pull?: string;
  rm?: '0' | '1';
  forcerm?: '0' | '1';
  /** JSON: Record<string, string | null>. */
  buildargs?: string;
  /** JSON: Record<string, string>. */
  labels?: string;
  /** JSON: string[]. */
  cachefrom?: string;
  target?: string;
  networkmode?: string;
  /** `name:address`, once for each host. */
  extrahosts?: readonly string[];
  platform?: string;
  remote?: string;
  shmsize?: string;
  /** Ours, with version=2: the name under which the Dockerfile is shown when it isn't its path in the context. */
  dockerfilename?: string;
  /**
   * Ours, with version=2: the folder at the top of the archive that is no part of the context but what BuildKit's session would carry: `Dockerfile` and `Dockerfile.dockerignore` from outside the context,
   * `secrets/_<id>` and `contexts/_<name>/…`, names escaped as in URLs.
   */
  session?: string;
  /** Ours, with version=2: `local` or `tar` sends the files back in messages instead of making an image. */
  output?: 'local' | 'tar';
  /** Ours, with version=2, JSON: string[]. Stages that are built without the cache. */
  nocachefilter?: string;
  /** Ours, with version=2, JSON: string[]. What RUN may ask for, such as `network.host`. */
  entitlements?: string;
  /** Ours, with version=2, JSON: Record<string, string>. Images that stand for names in FROM and `--from`. */
  imagecontexts?: string;
  /** JSON: Ulimit[]. */
  ulimits?: string;
}

/** BuildKit's progress, as its StatusResponse has it: each message holds what is new. */
export interface SolveStatus {
  vertexes?: SolveVertex[];
  statuses?: SolveVertexStatus[];
  logs?: SolveVertexLog[];
  warnings?: SolveWarning[];
}

/** A step of the build: sent when it becomes known, when it starts and when it ends. Times are RFC 3339 with nanoseconds. */
export interface SolveVertex {
  digest: string;
  inputs?: string[];
  name: string;
  cached?: boolean;
  started?: string;
  completed?: string;
  error?: string;
}

/** Progress inside a step: `transferring context: 2B`, a layer's download … */
export interface SolveVertexStatus {
  id: string;
  vertex: string;
  name?: string;
  current: number;
  total?: number;
  timestamp: string;
  started?: string;
  completed?: string;
}

/** Output of a step. `data` is base64; stream 1 is stdout, 2 stderr. */
export interface SolveVertexLog {
  vertex: string;
  stream: 1 | 2;
  data: string;
  timestamp: string;
}

/** A warning about the Dockerfile. */
export interface SolveWarning {
  vertex: string;
  level: number;
  short: string;
  detail?: string[];
  url?: string;
}

/** Where in the Dockerfile an error is, for the excerpt that buildx prints. Lines count from 1. */
export interface SourceExcerpt {
  filename: string;
  /** The whole Dockerfile. */
  data: string;
  ranges: { start: number; end: number }[];
}
