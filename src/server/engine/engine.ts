import { connect, type Socket } from 'node:net';
import type { ByteStream } from '../../base/index.ts';
import { DockerClient } from '../../docker/client/index.ts';
import { runCommand } from '../child-process/index.ts';
import { socketStream } from './socket-stream.ts';

/** Why there is no engine: no `docker` command, nothing that answers, somebody who may not ask, an address of a kind that is not spoken here. */
export type EngineProblem = 'docker-missing' | 'docker-not-running' | 'docker-not-permitted' | 'docker-elsewhere';

/** Where the engine of the `docker` command is, such as `unix:///var/run/docker.sock`. */
async function engineAddress(): Promise<string> {
  const given = process.env['DOCKER_HOST'];
  if (given) return given;
  const { stdout, exitCode } = await runCommand('docker', ['context', 'inspect', '-f', '{{.Endpoints.docker.Host}}']);
  return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : 'unix:///var/run/docker.sock';
}

function open(address: string): Socket | undefined {
  const path = /^(?:unix|npipe):\/\/(.+)$/.exec(address)?.[1];
  if (path !== undefined) return connect({ path });
  const [, host, port] = /^tcp:\/\/(\[[^\]]+\]|[^:/]+)(?::(\d+))?\/?$/.exec(address) ?? [];
  return host === undefined ? undefined : connect({ host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? 2375), noDelay: true });
}

async function dial(address: string): Promise<ByteStream> {
  const socket = open(address);
  if (!socket) throw Object.assign(new Error(`${address} is no address of a kind that is spoken here`), { code: 'EPROTONOSUPPORT' });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('error', () => socket.destroy());
  return socketStream(socket);
}

/** A client of the engine that the `docker` command talks to. */
export async function connectEngine(): Promise<DockerClient> {
  const host = await engineAddress();
  return new DockerClient({ dial: () => dial(host), host });
}

const problems: Readonly<Record<string, EngineProblem>> = { EACCES: 'docker-not-permitted', EPERM: 'docker-not-permitted', EPROTONOSUPPORT: 'docker-elsewhere' };

/** Why no engine can be used here; undefined when one answers. */
export async function engineProblem(): Promise<EngineProblem | undefined> {
  const { exitCode } = await runCommand('docker', ['--version']);
  if (exitCode === 127) return 'docker-missing';
  try {
    (await dial(await engineAddress())).close();
    return undefined;
  } catch (error) {
    return problems[(error as NodeJS.ErrnoException).code ?? ''] ?? 'docker-not-running';
  }
}
