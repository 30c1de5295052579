import { isEndOfProcess, isSystemError, type Fd, type Process, signalNumbers, type SocketAddress } from '../../kernel/uapi/index.ts';
import { groupsOf, type PasswdUser } from './user.ts';
import { bodyOf, type SessionRequest, type SshWire } from './wire.ts';

const endpointOf = (address: SocketAddress): [string, number] => (address.family === 'inet' ? [address.address, address.port] : ['UNKNOWN', 0]);

/** Runs a user's command, or a login shell, until it ends or the client goes; tells its status. */
export async function serveSession(process: Process, wire: SshWire, user: PasswdUser, { command, pty }: SessionRequest, peer: SocketAddress): Promise<number> {
  const path = user.uid === 0 ? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' : '/usr/local/bin:/usr/bin:/bin:/usr/games';
  const [from, port] = endpointOf(peer);
  const env: Record<string, string> = { HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: user.shell, PATH: path, LANG: 'C.UTF-8', SSH_CLIENT: `${from} ${port} 22`, SSH_CONNECTION: `${from} ${port} 0.0.0.0 22` };
  const base = user.shell.slice(user.shell.lastIndexOf('/') + 1);
  const argv = command === undefined ? [`-${base}`] : [base, '-c', command];
  const common = { env, cwd: process.exists(user.home) ? user.home : '/', credentials: { uid: user.uid, gid: user.gid, euid: user.uid, egid: user.gid, groups: groupsOf(process, user) }, newSession: true };
  const outputs: { fd: Fd; kind: 'output' | 'error' }[] = [];
  let input: Fd;
  let pid: number;
  if (pty) {
    const [master, slave] = process.openpty({ rows: pty.rows, columns: pty.columns });
    const name = process.ttyname(slave);
    process.chown(name, user.uid, 5);
    pid = process.spawn(user.shell, argv, { ...common, env: { ...env, TERM: pty.term, SSH_TTY: name }, fds: { 0: slave, 1: slave, 2: slave }, controllingTerminal: slave });
    process.close(slave);
    input = master;
    outputs.push({ fd: master, kind: 'output' });
  } else {
    const [stdin, stdout, stderr] = [process.pipe(), process.pipe(), process.pipe()];
    pid = process.spawn(user.shell, argv, { ...common, fds: { 0: stdin[0], 1: stdout[1], 2: stderr[1] } });
    for (const fd of [stdin[0], stdout[1], stderr[1]]) process.close(fd);
    input = stdin[1];
    outputs.push({ fd: stdout[0], kind: 'output' }, { fd: stderr[0], kind: 'error' });
  }
  let open = true;
  const closeInput = (): void => {
    if (open && !pty) process.close(input);
    open = false;
  };
  const takeInput = async (): Promise<void> => {
    for (let frame = await wire.receive(); frame; frame = await wire.receive()) {
      if (frame.kind === 'input' && open) await process.write(input, frame.body).catch((error: unknown) => (isSystemError(error, 'EPIPE') ? closeInput() : Promise.reject(error)));
      else if (frame.kind === 'end') closeInput();
      else if (frame.kind === 'size' && pty) process.setWindowSize(input, bodyOf<{ rows: number; columns: number }>(frame));
    }
    // The client is gone.
    process.kill(-pid, 'SIGHUP');
  };
  takeInput().catch((error: unknown) => {
    if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
  });
  const giveOutput = async ({ fd, kind }: (typeof outputs)[number]): Promise<void> => {
    try {
      for (let bytes = await process.read(fd); bytes.length > 0; bytes = await process.read(fd)) await wire.send(kind, bytes);
    } catch (error) {
      // A terminal whose last user is gone.
      if (!isSystemError(error, 'EIO')) throw error;
    }
  };
  const [status] = await Promise.all([process.wait(pid), ...outputs.map(giveOutput)]);
  const code = status?.kind === 'exited' ? status.status : status?.kind === 'signaled' ? 128 + signalNumbers[status.signal] : 255;
  await wire.send('status', { code, signal: status?.kind === 'signaled' ? status.signal : undefined });
  return 0;
}
