import type { HealthConfig } from '../../api/index.ts';
import type { LineRange } from './dockerfile-error.ts';
import type { Heredoc } from './heredoc.ts';

/** A command line: exec form as given, shell form as one string for the shell. */
export interface CommandLine {
  args: string[];
  shell: boolean;
}

/** A mount of `RUN --mount`. */
export interface RunMount {
  type: 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';
  target: string;
  source: string;
  from: string;
  id: string;
  readonly: boolean;
  required: boolean;
  /** How builds at the same time share a cache. */
  sharing: 'shared' | 'private' | 'locked';
  mode: number | undefined;
  uid: number;
  gid: number;
  /** Bytes of a tmpfs; 0: as large as it gets. */
  size: number;
}

/** What each instruction says, variables not yet expanded. */
export type InstructionBody =
  | { kind: 'from'; base: string; stageName: string; platform: string }
  | { kind: 'arg'; args: { name: string; value: string | undefined }[] }
  | { kind: 'env'; pairs: [string, string][] }
  | { kind: 'label'; pairs: [string, string][] }
  | { kind: 'maintainer'; name: string }
  | { kind: 'run'; command: CommandLine; heredocs: Heredoc[]; mounts: RunMount[]; mountProblem: string | undefined; network: string }
  | { kind: 'copy'; add: boolean; sources: string[]; heredocs: Heredoc[]; destination: string; from: string; chown: string; chmod: string; link: boolean; checksum: string }
  | { kind: 'workdir'; path: string }
  | { kind: 'user'; user: string }
  | { kind: 'cmd'; command: CommandLine }
  | { kind: 'entrypoint'; command: CommandLine }
  | { kind: 'expose'; ports: string[] }
  | { kind: 'volume'; paths: string[] }
  | { kind: 'stopsignal'; signal: string }
  | { kind: 'shell'; shell: string[] }
  | { kind: 'healthcheck'; health: HealthConfig }
  | { kind: 'onbuild'; expression: string };

/** One instruction of a stage. */
export type Instruction = InstructionBody & {
  /** The line as written (continuations joined), without trailing white space. */
  source: string;
  range: LineRange;
};

/** An instruction of one kind. */
export type InstructionOf<K extends InstructionBody['kind']> = Extract<Instruction, { kind: K }>;

/** From a FROM to the next. */
export interface Stage {
  from: InstructionOf<'from'>;
  instructions: Instruction[];
}

/** A parsed Dockerfile. */
export interface Dockerfile {
  /** ARGs before the first FROM. */
  metaArgs: InstructionOf<'arg'>[];
  stages: Stage[];
  escape: string;
  syntax: { value: string; line: number } | undefined;
  /** Lines in whose continuation an empty line stands. */
  warnings: string[];
}
