import { type Backend, createWebContainerBackend, webContainerObstacle, type WebContainerOptions } from '../../../backend/index.ts';
import { systemClock } from '../../../base/index.ts';
import { ProtocolError } from '../../../protocol/index.ts';
// Its types only: the frame loads it.
import type {} from '../../webcontainer/frame.ts';

const place = '/webcontainer/';

/** A hidden frame with its script loaded. `signal` takes it away, and what runs in it. */
async function openFrame(signal: AbortSignal): Promise<Window> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = place;
  frame.title = 'WebContainer';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  signal.addEventListener('abort', () => frame.remove(), { once: true });
  // Beside the body, which is another one after a navigation: a frame that is moved is loaded anew.
  document.documentElement.append(frame);
  await loaded;
  const { contentWindow } = frame;
  if (!contentWindow?.drydockWebContainer) throw new ProtocolError({ code: 'webcontainer-failed', message: `${place} could not be loaded.` });
  return contentWindow;
}

async function mounted(): Promise<Pick<WebContainerOptions, 'tree' | 'entry'>> {
  const answer = await fetch(`${place}tree.json`);
  if (!answer.ok) throw new ProtocolError({ code: 'webcontainer-failed', message: `${place}tree.json: ${answer.status}` });
  return (await answer.json()) as Pick<WebContainerOptions, 'tree' | 'entry'>;
}

/** The sandbox in a WebContainer, which is loaded from StackBlitz now. Rejects with ProtocolError, as `createWebContainerBackend`. `signal` ends it, however far it is. */
export async function connectWebContainer(signal: AbortSignal): Promise<Backend> {
  const obstacle = webContainerObstacle(globalThis);
  if (obstacle) throw obstacle;
  if (!navigator.onLine) throw new ProtocolError({ code: 'webcontainer-unreachable', message: 'the browser is offline' });
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  signal.addEventListener('abort', leave, { once: true });
  try {
    signal.throwIfAborted();
    const [frame, what] = await Promise.all([openFrame(leaving.signal), mounted()]);
    return await createWebContainerBackend(() => frame.drydockWebContainer?.() ?? Promise.reject(new Error('no frame')), { ...what, scope: globalThis, clock: systemClock });
  } catch (error) {
    leave();
    throw error;
  }
}
