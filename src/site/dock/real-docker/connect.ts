import { type Backend, createRemoteBackend, type Waiting } from '../../../backend/index.ts';
import { dockerToken, keepSession, recallSession, renewToken } from './choice.ts';

/** Opens the lab's session on the page's own server, which may have been started again since the page was loaded. Rejects with a ProtocolError, whose code says why. */
export async function connectDocker(lab: string, onWaiting: (waiting: Waiting) => void): Promise<Backend> {
  try {
    return await connect(lab, onWaiting);
  } catch (error) {
    if ((error as { code?: string }).code !== 'wrong-token' || !(await renewToken())) throw error;
    return connect(lab, onWaiting);
  }
}

function connect(lab: string, onWaiting: (waiting: Waiting) => void): Promise<Backend> {
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
