import type { SolveStatus, SourceExcerpt } from './build.ts';

/** One line of a progress stream (pull, push, load, import, build). A line ends with CR LF. */
export interface JsonMessage {
  /** Output of the classic builder. */
  stream?: string;
  status?: string;
  /** Drawn bar such as `[==>   ] 1.2MB/3MB`; only what old clients read. */
  progress?: string;
  progressDetail?: { current?: number; total?: number; start?: number; hidecounts?: boolean; units?: string };
  /** A layer's short id, or `moby.image.id`, `moby.buildkit.trace`. */
  id?: string;
  /** An error ends the stream. */
  errorDetail?: { code?: number; message: string; source?: SourceExcerpt };
  error?: string;
  aux?: { ID: string } | { Tag: string; Digest: string; Size: number } | SolveStatus | { Data: string };
}

/** `id` of the message whose aux holds the built image's id. */
export const imageIdMessage = 'moby.image.id';

/** `id` of the messages whose aux holds pieces (base64) of an archive with a build's files; ours, for `outputs` of BuildQuery. */
export const buildResultMessage = 'drydock.build.result';

/** `id` of the messages whose aux holds BuildKit's progress. */
export const buildTraceMessage = 'moby.buildkit.trace';
