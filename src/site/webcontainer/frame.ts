import { WebContainer } from '@webcontainer/api';
import type { ContainerLike } from '../../backend/index.ts';

declare global {
  interface Window {
    /** In the frame: boots its WebContainer, once. */
    drydockWebContainer?: () => Promise<ContainerLike>;
  }
}

/** Where the package gets its runtime from. It never says that nobody answers there. */
const server = 'https://stackblitz.com/headless';
/** How long the runtime may still come when its server seems to be out of reach, in milliseconds. */
const patience = 3000;

/** Rejects when nobody answers at StackBlitz; never resolves. */
async function unreachable(): Promise<never> {
  const late = Promise.withResolvers<never>();
  fetch(server, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).catch(() => setTimeout(() => late.reject(new Error('stackblitz.com does not answer')), patience));
  return late.promise;
}

window.drydockWebContainer = () => Promise.race([WebContainer.boot({ coep: 'require-corp' }), unreachable()]);
