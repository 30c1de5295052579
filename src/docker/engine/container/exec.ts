import { type ByteStream, encodeUtf8 } from '../../../base/index.ts';
import { encodeStdFrame, type ExecCreateRequest, type ExecInspect, type ExecStartRequest } from '../../api/index.ts';
import { inBackground } from '../background.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError, messageOf } from '../engine-error.ts';
import { randomId } from '../identifier.ts';
import { type ProcessSpec, RuntimeError } from '../ports/runtime.ts';
import { shareStreams } from './attach.ts';
import type { Container } from './container.ts';
import { checkDetachKeys, parseDetachKeys } from './detach-keys.ts';
import { emitContainer } from './events.ts';
import { ExecInstance } from './exec-store.ts';
import { withTimeout } from './with-timeout.ts';
import { liveTask, notRunning } from './pause.ts';
import { capabilitiesOf, containerEnv, replaceOrAppend, withHome } from './process-spec.ts';
import { lookUpUser } from './user-lookup.ts';

/** `POST /containers/{id}/exec` */
export function createExec(daemon: Daemon, container: Container, name: string, request: ExecCreateRequest): string {
  if (!request.Cmd || request.Cmd.length === 0) throw new EngineError('invalidParameter', 'No exec command specified');
  checkExecutable(container, name);
  checkDetachKeys(request.DetachKeys ?? '');
  const instance = new ExecInstance(randomId(daemon.random), container, request);
  daemon.execs.add(instance);
  emitContainer(daemon, container, `exec_create: ${commandText(request)}`, { execID: instance.id });
  return instance.id;
}

function checkExecutable(container: Container, name: string): void {
  if (!container.isRunning) throw notRunning(container);
  if (container.state.Paused) throw new EngineError('conflict', `Container ${name} is paused, unpause the container before exec`);
  if (container.state.Restarting) throw new EngineError('conflict', `Container ${name} is restarting, wait until the container is running`);
}

function commandText({ Cmd: command = [] }: ExecCreateRequest): string {
  return `${command[0] ?? ''} ${command.slice(1).join(' ')}`;
}

/** `POST /exec/{id}/start`. Attached, what goes wrong from here on is told in the stream, since the head is sent. */
export async function startExec(daemon: Daemon, instance: ExecInstance, request: ExecStartRequest, open: () => ByteStream): Promise<void> {
  const { container } = instance;
  if (instance.started) throw new EngineError('conflict', instance.running ? `Error: Exec command ${instance.id} is already running` : `Error: Exec command ${instance.id} has already run`);
  checkExecutable(container, container.id);
  if (request.Detach) {
    await run(daemon, instance, request);
    return;
  }
  const stream = open();
  const { Tty: tty = false, AttachStdin: stdin = false, AttachStdout: stdout = false, AttachStderr: stderr = false, DetachKeys: keys = '' } = instance.request;
  // The client says at the start how it reads the stream, whatever the terminal.
  const raw = request.Tty ?? false;
  const sharing = shareStreams(instance.streams, stream, { stdin, stdout, stderr, raw, closeStdin: true, detachKeys: tty ? parseDetachKeys(keys) : undefined });
  try {
    await run(daemon, instance, request);
  } catch (error) {
    const text = encodeUtf8(`${messageOf(error)}\r\n`);
    await stream.write(raw ? text : encodeStdFrame('stdout', text)).catch(() => undefined);
    instance.streams.end();
  }
  const detached = await sharing;
  if (detached) emitContainer(daemon, container, 'exec_detach', { execID: instance.id });
}

async function run(daemon: Daemon, instance: ExecInstance, request: ExecStartRequest): Promise<void> {
  const { container } = instance;
  instance.started = true;
  emitContainer(daemon, container, `exec_start: ${commandText(instance.request)}`, { execID: instance.id });
  try {
    const process = await liveTask(container).exec(processOf(daemon, instance, request));
    instance.process = process;
    instance.running = true;
    const outputs = instance.streams.connect(process, () => undefined);
    inBackground(daemon, process.exited.then(async ({ code }) => {
      await withTimeout(daemon.clock, outputs, 2000);
      instance.running = false;
      instance.exitCode = code;
      instance.streams.end();
      emitContainer(daemon, container, 'exec_die', { execID: instance.id, exitCode: String(code) });
    }));
  } catch (error) {
    instance.exitCode = 126;
    if (!(error instanceof RuntimeError)) throw error;
    const wrapped = error.message.endsWith('is a directory') ? ': permission denied' : '';
    throw new EngineError('invalidParameter', `OCI runtime exec failed: exec failed: unable to start container process: ${error.message}: unknown${wrapped}`);
  }
}

function processOf(daemon: Daemon, { container, request }: ExecInstance, start: ExecStartRequest): ProcessSpec {
  const { config, hostConfig } = container;
  const root = daemon.snapshotter.data(container.mountId).MergedDir ?? '';
  const user = lookUpUser(daemon.files, root, request.User || config.User, hostConfig.GroupAdd ?? []);
  const tty = request.Tty ?? false;
  const env = replaceOrAppend(containerEnv(config, tty), request.Env ?? []);
  const [rows, columns] = start.ConsoleSize ?? request.ConsoleSize ?? [0, 0];
  return {
    args: request.Cmd ?? [], env: withHome(env, user), cwd: request.WorkingDir || config.WorkingDir || '/', user, terminal: tty,
    ...(rows > 0 && columns > 0 && { consoleSize: { rows, columns } }), stdin: request.AttachStdin ?? false, capabilities: request.Privileged ? 'all' : capabilitiesOf(hostConfig),
  };
}

/** `GET /exec/{id}/json` */
export function inspectExec(instance: ExecInstance): ExecInspect {
  const { request } = instance;
  const [entrypoint = '', ...args] = request.Cmd ?? [];
  return {
    ID: instance.id, Running: instance.running, ExitCode: instance.exitCode,
    ProcessConfig: { tty: request.Tty ?? false, entrypoint, arguments: args, privileged: request.Privileged ?? false, ...(request.User && { user: request.User }) },
    OpenStdin: request.AttachStdin ?? false, OpenStderr: request.AttachStderr ?? false, OpenStdout: request.AttachStdout ?? false, CanRemove: false, ContainerID: instance.container.id,
    DetachKeys: request.DetachKeys ?? '', Pid: instance.process?.pid ?? 0,
  };
}

/** `POST /exec/{id}/resize` */
export function resizeExec(daemon: Daemon, instance: ExecInstance, rows: number, columns: number): void {
  if (!instance.process) throw new EngineError('notFound', `exec process is not started`);
  instance.process.resize(rows, columns);
  emitContainer(daemon, instance.container, 'exec_resize', { execID: instance.id, height: String(rows), width: String(columns) });
}
