/** What went wrong, in the words of moby's errdefs. */
export type DockerErrorCode =
  | 'InvalidParameter' | 'Unauthorized' | 'Forbidden' | 'NotFound' | 'Conflict' | 'NotModified' | 'Unavailable' | 'NotImplemented' | 'System' | 'Unknown'
  | 'ConnectionFailed' | 'PermissionDenied';

const codes: Record<number, DockerErrorCode> = {
  304: 'NotModified', 400: 'InvalidParameter', 401: 'Unauthorized', 403: 'Forbidden', 404: 'NotFound', 409: 'Conflict', 500: 'System', 501: 'NotImplemented', 503: 'Unavailable',
};

/** A request that failed. Match on `code`, never on the message, which is what the real client prints. */
export class DockerError extends Error {
  override readonly name = 'DockerError';
  readonly code: DockerErrorCode;
  /** The answer's status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** What the daemon said, without the client's words around it. */
  readonly daemonMessage: string;

  constructor(code: DockerErrorCode, message: string, status?: number, daemonMessage = message) {
    super(message);
    this.code = code;
    this.status = status;
    this.daemonMessage = daemonMessage;
  }
}

/** Whether `error` is a DockerError, and, with codes given, one of those. */
export function isDockerError(error: unknown, ...wanted: DockerErrorCode[]): error is DockerError {
  return error instanceof DockerError && (wanted.length === 0 || wanted.includes(error.code));
}

/** The error for an answer of status 400 or more with the daemon's message. */
export function daemonError(status: number, message: string): DockerError {
  const code = codes[status] ?? (status >= 500 ? 'System' : status >= 400 ? 'InvalidParameter' : 'Unknown');
  return new DockerError(code, `Error response from daemon: ${message}`, status, message);
}

/** The error for a connection that could not be made: `cause` is the dialer's, whose `code` is an errno. */
export function connectionError(cause: unknown, host: string, method: string, url: string): DockerError {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (code === 'EACCES' || code === 'EPERM') {
    const verb = method.charAt(0) + method.slice(1).toLowerCase();
    const socket = host.replace(/^unix:\/\//, '');
    const words = `${verb} "${url}": dial unix ${socket}: connect: permission denied`;
    return new DockerError('PermissionDenied', `permission denied while trying to connect to the Docker daemon socket at ${host}: ${words}`);
  }
  if (host.startsWith('unix:') || code === 'ECONNREFUSED' || code === 'ETIMEDOUT') {
    return new DockerError('ConnectionFailed', `Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`);
  }
  const verb = method.charAt(0) + method.slice(1).toLowerCase();
  const words = cause instanceof Error ? cause.message : String(cause);
  return new DockerError('ConnectionFailed', `error during connect: ${verb} "${url}": ${words}`);
}
