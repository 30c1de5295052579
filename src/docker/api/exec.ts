/** `POST /containers/{id}/exec`. */
export interface ExecCreateRequest {
  User?: string;
  Privileged?: boolean;
  Tty?: boolean;
  ConsoleSize?: [number, number];
  AttachStdin?: boolean;
  AttachStdout?: boolean;
  AttachStderr?: boolean;
  Detach?: boolean;
  DetachKeys?: string;
  Env?: string[];
  WorkingDir?: string;
  Cmd?: string[];
}

/** Answer to exec create. */
export interface ExecCreateResponse {
  Id: string;
}

/** `POST /exec/{id}/start`: not detached, the connection is hijacked and carries the streams. */
export interface ExecStartRequest {
  Detach?: boolean;
  Tty?: boolean;
  /** Rows, columns. */
  ConsoleSize?: [number, number];
}

/** `GET /exec/{id}/json`. ExitCode is null until it ended. */
export interface ExecInspect {
  ID: string;
  Running: boolean;
  ExitCode: number | null;
  ProcessConfig: { tty: boolean; entrypoint: string; arguments: string[]; privileged: boolean; user?: string };
  OpenStdin: boolean;
  OpenStderr: boolean;
  OpenStdout: boolean;
  CanRemove: boolean;
  ContainerID: string;
  DetachKeys: string;
  Pid: number;
}
