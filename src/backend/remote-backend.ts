import { closeError, type ErrorData, ProtocolError, type Reply, type SessionKey, type SocketLike, socketTransport, type Waiting } from '../protocol/index.ts';
import type { Backend } from './backend.ts';
import { createRpcBackend } from './rpc-backend.ts';

/** How a server's hosts are asked for. */
export interface RemoteOptions {
  /** A new WebSocket to the server's gateway, not yet open. */
  socket: SocketLike;
  /** What the server has put into its own pages. */
  token: string;
  /** The session that the page had before; undefined: a new one. */
  session?: SessionKey | undefined;
  /** The session that it got: the same, or a new one where that is gone. */
  onSession(session: SessionKey): void;
  /** The server is not ready yet: what it does meanwhile. */
  onWaiting?: (waiting: Waiting) => void;
}

/** Real Docker hosts behind a server. Rejects with the server's reason (`docker-missing` …) or `connection-lost`. Disposing of the backend lets go of the session; its hosts stay for a while. */
export async function createRemoteBackend({ socket, token, session, onSession, onWaiting }: RemoteOptions): Promise<Backend> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let welcome = false;
  const fail = (error: ErrorData): void => {
    socket.close(1000);
    reject(new ProtocolError(error));
  };
  socket.addEventListener('open', () => socket.send(JSON.stringify({ token, ...(session && { session }) })));
  socket.addEventListener('error', () => undefined);
  socket.addEventListener('close', (event) => reject(new ProtocolError(closeError(event))));
  socket.addEventListener('message', (event) => {
    const { data } = event as { data: unknown };
    if (welcome || typeof data !== 'string') return;
    const reply = JSON.parse(data) as Reply;
    if (reply.kind === 'waiting') onWaiting?.(reply.waiting);
    else if (reply.kind === 'refused') fail(reply.error);
    else {
      welcome = true;
      onSession(reply.session);
      resolve();
    }
  });
  await promise;
  return createRpcBackend('docker', { sealed: false, resume: true, shells: true }, socketTransport(socket));
}
