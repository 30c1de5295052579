import * as z from 'zod/mini';
import { decodeUtf8, sha256Hex } from '../base/index.ts';
import { type Digest, isDigest } from './digest.ts';
import { ManifestError } from './manifest.ts';

/** How containers of an image run: the `config` part, in the spelling of the files. Durations are nanoseconds. */
export interface ContainerConfig {
  Hostname?: string;
  Domainname?: string;
  User?: string;
  AttachStdin?: boolean;
  AttachStdout?: boolean;
  AttachStderr?: boolean;
  ExposedPorts?: Record<string, object> | null;
  Tty?: boolean;
  OpenStdin?: boolean;
  StdinOnce?: boolean;
  Env?: string[] | null;
  Cmd?: string[] | null;
  Healthcheck?: { Test?: string[]; Interval?: number; Timeout?: number; StartPeriod?: number; StartInterval?: number; Retries?: number } | null;
  ArgsEscaped?: boolean;
  Image?: string;
  Volumes?: Record<string, object> | null;
  WorkingDir?: string;
  Entrypoint?: string[] | null;
  NetworkDisabled?: boolean;
  MacAddress?: string;
  OnBuild?: string[] | null;
  Labels?: Record<string, string> | null;
  StopSignal?: string;
  StopTimeout?: number;
  Shell?: string[] | null;
}

/** One line of `docker history`. */
export interface HistoryEntry {
  created?: string | undefined;
  created_by?: string | undefined;
  author?: string | undefined;
  comment?: string | undefined;
  /** The step made no layer. */
  empty_layer?: boolean | undefined;
}

/** An image configuration; its digest is the image's id. */
export interface ImageConfig {
  /** RFC 3339 */
  created?: string | undefined;
  author?: string | undefined;
  architecture: string;
  variant?: string | undefined;
  os: string;
  'os.version'?: string | undefined;
  config?: ContainerConfig | undefined;
  rootfs: { type: 'layers'; diff_ids: Digest[] };
  history?: HistoryEntry[] | undefined;
}

const text = z.optional(z.string());
const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'invalid digest');
const list = z.nullish(z.array(z.string()));
const keys = z.nullish(z.record(z.string(), z.looseObject({})));
const containerConfig = z.looseObject({
  User: text, Env: list, Cmd: list, Entrypoint: list, WorkingDir: text, StopSignal: text, ExposedPorts: keys, Volumes: keys, OnBuild: list, Shell: list, Labels: z.nullish(z.record(z.string(), z.string())),
});
const schema = z.looseObject({
  created: text, author: text, architecture: z.string(), variant: text, os: z.string(), config: z.optional(containerConfig),
  rootfs: z.looseObject({ type: z.literal('layers'), diff_ids: z.array(digest) }),
  history: z.optional(z.array(z.looseObject({ created: text, created_by: text, author: text, comment: text, empty_layer: z.optional(z.boolean()) }))),
});

/** Reads an image configuration that came from outside; fields we do not know are kept. Throws ManifestError. */
export function parseImageConfig(bytes: Uint8Array): ImageConfig {
  let document: unknown;
  try {
    document = JSON.parse(decodeUtf8(bytes));
  } catch (error) {
    throw new ManifestError(error instanceof Error ? error.message : String(error));
  }
  const result = schema.safeParse(document);
  if (result.success) return result.data as ImageConfig;
  const [issue] = result.error.issues;
  throw new ManifestError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

/** Names each prefix of a stack of layers: the first is its diff id, each next is the digest of `CHAINID DIFFID`. */
export function chainIds(diffIds: readonly Digest[]): Digest[] {
  const chain: Digest[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(below === undefined ? diffId : `sha256:${sha256Hex(`${below} ${diffId}`)}`);
  }
  return chain;
}
