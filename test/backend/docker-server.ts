import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Backend, createRemoteBackend, type RemoteOptions, type SessionKey } from '../../src/backend/index.ts';
import { type LabServer, type LabServerOptions, serveLabs } from '../../src/server/index.ts';
import { gatewayPath } from '../../src/server/index.ts';

/** A server of an empty site with real hosts, as `npm start -- --docker` has it, with sessions of its own. */
export interface DockerServer {
  server: LabServer;
  /** What a page of the server's finds in itself. */
  token(): Promise<string>;
  /** A page's backend; not yet booted. */
  open(options?: Partial<RemoteOptions>): Promise<{ backend: Backend; key: SessionKey; socket: WebSocket }>;
  close(): Promise<void>;
}

/** Opens a socket to a server's gateway, with the origin of its own pages unless told otherwise. */
export function socketTo(server: Pick<LabServer, 'port'>, origin = `http://127.0.0.1:${server.port}`): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${server.port}${gatewayPath}`, { origin });
}

/** Deletes the disks that servers in this process have left for the next ones. */
export function removeOwnDisks(): void {
  const disks = execFileSync('docker', ['volume', 'ls', '-q', '--filter', `label=drydock.disk=${process.pid}`], { encoding: 'utf8' }).split('\n').filter(Boolean);
  if (disks.length > 0) execFileSync('docker', ['volume', 'rm', ...disks]);
}

export async function startDockerServer(options: Partial<LabServerOptions> = {}): Promise<DockerServer> {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-server-'));
  writeFileSync(join(folder, 'index.html'), '<head></head>');
  const { sessions, ...others } = options;
  const server = await serveLabs({ root: folder, port: 0, ...others, sessions: { folder: join(folder, 'sessions'), ...sessions } });
  const token = async (): Promise<string> => /name="drydock-docker" content="([^"]+)"/.exec(await (await fetch(server.url)).text())?.[1] ?? '';
  return {
    server,
    token,
    async open(given = {}) {
      const mine = await token();
      const socket = socketTo(server);
      let key: SessionKey = { id: '', token: '' };
      const backend = await createRemoteBackend({ socket: socket as unknown as RemoteOptions['socket'], token: mine, onSession: (session) => (key = session), ...given });
      return { backend, key, socket };
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
