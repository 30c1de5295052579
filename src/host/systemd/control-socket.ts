import { decodeUtf8 } from '../../base/index.ts';
import { type Fd, isEndOfProcess, isSystemError, type Process } from '../../kernel/index.ts';
import type { DockerUnits, UnitState } from './docker-units.ts';

/** A request of systemctl. */
interface Request {
  verb: 'state' | 'start' | 'stop' | 'restart' | 'reload' | 'reset-failed';
  unit: string;
  /** The unit is enabled: who asks for its state finds it started. */
  enabled?: boolean;
}

/** The answer: a state, or that the job failed. */
interface Answer {
  ok: boolean;
  state?: UnitState;
}

/** Answers systemctl on /run/systemd/private (root) and, for states only, /run/systemd/query (all). */
export function serveControl(init: Process, units: DockerUnits): void {
  init.mkdir('/run/systemd', 0o755);
  listen(init, '/run/systemd/private', 0o600, (request) => answer(init, units, request));
  listen(init, '/run/systemd/query', 0o666, async (request) => (request.verb === 'state' ? await answer(init, units, request) : { ok: false }));
}

function listen(init: Process, path: string, mode: number, handle: (request: Request) => Promise<Answer>): void {
  const socket = init.listen({ family: 'unix', path }, { mode });
  init.setCloexec(socket, true);
  const serve = async (): Promise<void> => {
    for (;;) {
      const { fd } = await init.accept(socket);
      init.setCloexec(fd, true);
      quietly(converse(init, fd, handle));
    }
  };
  quietly(serve());
}

async function converse(init: Process, fd: Fd, handle: (request: Request) => Promise<Answer>): Promise<void> {
  try {
    let text = '';
    while (!text.includes('\n')) {
      const part = await init.read(fd);
      if (part.length === 0) return;
      text += decodeUtf8(part);
    }
    const reply = await handle(JSON.parse(text) as Request);
    await init.write(fd, `${JSON.stringify(reply)}\n`);
  } catch (error) {
    // The client went away, or spoke nonsense.
    if (!isSystemError(error) && !(error instanceof SyntaxError)) throw error;
  } finally {
    init.close(fd);
  }
}

async function answer(init: Process, units: DockerUnits, { verb, unit, enabled }: Request): Promise<Answer> {
  const socket = unit === 'docker.socket';
  if (unit !== 'docker.service' && !socket) return { ok: true };
  switch (verb) {
    case 'state':
      if (!socket && enabled && !units.everStarted && init.exists('/usr/sbin/dockerd')) await units.start();
      return { ok: true, state: socket ? units.socketState : units.state };
    case 'start':
      units.resetFailed();
      if (!socket) return { ok: await units.start() };
      units.openSocket();
      return { ok: true };
    case 'stop':
      if (socket) units.closeSocket();
      else await units.stop();
      return { ok: true };
    case 'restart':
      if (socket) {
        units.openSocket();
        return { ok: true };
      }
      await units.stop();
      units.resetFailed();
      return { ok: await units.start() };
    case 'reload':
      units.reload();
      return { ok: true };
    default:
      units.resetFailed();
      return { ok: true };
  }
}

function quietly(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!isEndOfProcess(error)) throw error;
  });
}
