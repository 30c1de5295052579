import type { DockerClient } from '../../docker/client/index.ts';
import { runCommand } from '../child-process/index.ts';
import type { LabTerminal, LabTerminalOptions } from './lab-host.ts';
import { FirstLine } from './first-line.ts';

/** Says its process id and becomes a login shell; what is of the container alone is not in its environment. */
const login = 'echo $$; unset DRYDOCK_DISK DRYDOCK_SEARCH DRYDOCK_NAME_SERVER HOSTNAME; exec -l bash';

/** Ends the session of a terminal's shell as a terminal does that goes away, and what does not heed that. */
const hangUp = 'kill -HUP -- "$0" && for _ in {1..20}; do pgrep -s "$0" > /dev/null || exit 0; sleep 0.05; done; pkill -KILL -s "$0"';

const hungUp = 129;

/** The environment that a login on a terminal starts with. */
function loginEnvironment(user: string): Record<string, string> {
  const path = user === 'root' ? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' : '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games';
  return { HOME: user === 'root' ? '/root' : `/home/${user}`, USER: user, LOGNAME: user, SHELL: '/bin/bash', PATH: path, LANG: 'C.UTF-8', TERM: 'xterm-256color' };
}

/** Opens a login shell on a terminal in a container. */
export async function openDockerTerminal(engine: DockerClient, container: string, { user, size, env }: LabTerminalOptions): Promise<LabTerminal> {
  const variables = { ...loginEnvironment(user), ...env };
  const ConsoleSize: [number, number] = [size.rows, size.columns];
  const { Id: id } = await engine.exec.create(container, {
    AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: true, ConsoleSize, User: user, WorkingDir: variables.HOME,
    Env: Object.entries(variables).map(([name, value]) => `${name}=${value}`), Cmd: ['bash', '-c', login],
  });
  const { stream } = await engine.exec.attach(id, { Detach: false, Tty: true, ConsoleSize });

  let listener: ((bytes: Uint8Array) => Promise<void> | undefined) | undefined;
  let early: Uint8Array[] = [];
  let pause: Promise<void> | undefined;
  const leader = new FirstLine((bytes) => {
    if (listener) pause = listener(bytes);
    else early.push(bytes);
  });
  const read = async (): Promise<number> => {
    for (;;) {
      const bytes = await stream.read().catch(() => undefined);
      if (!bytes || bytes.length === 0) break;
      leader.write(bytes);
      await pause;
    }
    stream.close();
    return engine.exec.inspect(id).then(({ ExitCode }) => ExitCode ?? hungUp, () => hungUp);
  };
  const ended = read();
  // What is typed before would be echoed before the first line, in its place.
  const named: Promise<void> = leader.line.then(() => {
    if (turn === named) turn = undefined;
  });
  let turn: Promise<void> | undefined = named;
  /** One after the other; the shell may have ended meanwhile. */
  const inTurn = (work: () => Promise<void>): void => {
    const mine: Promise<void> = (turn ?? Promise.resolve()).then(work).catch(() => undefined).then(() => {
      if (turn === mine) turn = undefined;
    });
    turn = mine;
  };
  return {
    onData(listen) {
      listener = listen;
      for (const bytes of early) pause = listen(bytes);
      early = [];
    },
    write(bytes) {
      // What is typed after a new size finds it.
      if (turn) inTurn(() => stream.write(bytes));
      else void stream.write(bytes).catch(() => undefined);
    },
    resize: ({ rows, columns }) => inTurn(() => engine.exec.resize(id, { rows, columns })),
    ended,
    async close() {
      const pid = await Promise.race([leader.line, ended.then(() => undefined)]);
      if (pid !== undefined) await runCommand('docker', ['exec', container, 'bash', '-c', hangUp, pid.replace('\r', '')]);
      stream.close();
    },
  };
}
