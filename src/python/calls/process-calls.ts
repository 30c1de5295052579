import { isSystemError, type Signal, signalNumbers, SystemError, type WaitStatus } from '../../kernel/uapi/index.ts';
import type { CallTable } from './call.ts';

/** A child as subprocess wants it. */
interface SpawnRequest {
  /** Paths to try, as execvp(3) does. */
  paths: readonly string[];
  argv: readonly string[];
  env: Record<string, string> | null;
  cwd: string | null;
  /** Child's descriptor to the parent's. */
  fds: Record<string, number>;
  newSession: boolean;
  processGroup: number;
  uid: number | null;
  gid: number | null;
  umask: number;
}

/** The signal of a number; EINVAL for one there is not. */
export function signalOf(number: number): Signal {
  const name = Object.keys(signalNumbers).find((key) => signalNumbers[key as Signal] === number);
  if (name === undefined) throw new SystemError('EINVAL');
  return name as Signal;
}

/** wait(2)'s status word. */
function statusWord(status: WaitStatus): number {
  if (status.kind === 'exited') return status.status << 8;
  if (status.kind === 'signaled') return signalNumbers[status.signal];
  return status.kind === 'stopped' ? (signalNumbers[status.signal] << 8) | 0x7f : 0xffff;
}

/** Calls on processes, users and the clock. */
export const processCalls: CallTable = {
  getpid: (open) => open.process.pid,
  getppid: (open) => open.process.ppid,
  ids({ process: { credentials } }) {
    return { uid: credentials.uid, gid: credentials.gid, euid: credentials.euid, egid: credentials.egid, groups: credentials.groups };
  },
  hostname: (open) => open.process.hostname(),
  kill(open, pid: number, signal: number) {
    open.process.kill(pid, signal === 0 ? undefined : signalOf(signal));
  },
  getpgid: (open, pid: number) => open.process.getpgid(pid === 0 ? undefined : pid),
  getsid: (open, pid: number) => open.process.getsid(pid === 0 ? undefined : pid),
  setsid: (open) => open.process.setsid(),
  setpgid: (open, pid: number, group: number) => open.process.setpgid(pid, group),
  tcsetpgrp: (open, fd: number, group: number) => open.process.tcsetpgrp(fd, group),
  setIds(open, ids: { uid?: number; gid?: number; euid?: number; egid?: number; groups?: number[] }) {
    open.process.setCredentials(ids);
  },
  sleep: (open, milliseconds: number) => open.process.sleep(milliseconds),
  spawn(open, request: SpawnRequest) {
    const { process } = open;
    let failure: unknown = new SystemError('ENOENT');
    if (request.cwd !== null && !process.exists(request.cwd)) throw new SystemError('ENOENT');
    for (const path of request.paths) {
      try {
        return process.spawn(path, request.argv, {
          ...(request.env && { env: request.env }), ...(request.cwd !== null && { cwd: request.cwd }), fds: request.fds, newSession: request.newSession,
          ...(request.processGroup >= 0 && { processGroup: request.processGroup === 0 ? 'new' : request.processGroup }),
          ...((request.uid !== null || request.gid !== null) && { credentials: { ...(request.uid !== null && { uid: request.uid, euid: request.uid }), ...(request.gid !== null && { gid: request.gid, egid: request.gid }) } }),
          ...(request.umask >= 0 && { umask: request.umask }), defaultSignals: ['SIGPIPE'],
        });
      } catch (error) {
        if (!isSystemError(error)) throw error;
        if (!isSystemError(error, 'ENOENT', 'ENOTDIR')) failure = error;
      }
    }
    throw failure;
  },
  async wait(open, pid: number, options: number) {
    const status = await open.process.wait(pid, { nohang: (options & 1) !== 0, untraced: (options & 2) !== 0 });
    return status ? [status.pid, statusWord(status)] : [0, 0];
  },
  exec: (open, path: string, argv: string[], env: Record<string, string> | null) => open.process.exec(path, argv, env ?? undefined),
};
