import { type Backend, createRemoteBackend, type Waiting } from '../../../backend/index.ts';
import { dockerToken, keepSession, recallSession } from './choice.ts';

/** Opens the lab's session on the page's own server. Rejects with a ProtocolError, whose code says why. */
export function connectDocker(lab: string, onWaiting: (waiting: Waiting) => void): Promise<Backend> {
  const address = new URL('/docker/socket', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return createRemoteBackend({
    socket: new WebSocket(address),
    token: dockerToken() ?? '',
    session: recallSession(lab),
    onSession: (session) => keepSession(lab, session),
    onWaiting,
  });
}
