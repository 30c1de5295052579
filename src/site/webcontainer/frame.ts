import { WebContainer } from '@webcontainer/api';
import type { ContainerLike } from '../../backend/index.ts';

declare global {
  interface Window {
    /** In the frame: boots its WebContainer, once. */
    drydockWebContainer?: () => Promise<ContainerLike>;
  }
}

/** How long the runtime's page may stay silent once it is loaded, when its server seems to be out of reach, in milliseconds. */
const patience = 4000;

/** The frame that the package adds for the runtime's page. */
function runtimeFrame(): Promise<HTMLIFrameElement> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const frame = document.querySelector('iframe');
      if (!frame) return;
      observer.disconnect();
      resolve(frame);
    });
    observer.observe(document.body, { childList: true });
  });
}

/** Rejects when nobody answers at StackBlitz, which the package never says; never resolves. A frame tells of an error page as of any other, so the same is asked for once more. */
async function unreachable(): Promise<never> {
  const frame = await runtimeFrame();
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const refused = new Promise((resolve) => void fetch(frame.src, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).catch(resolve));
  await Promise.all([loaded, refused]);
  await new Promise((resolve) => setTimeout(resolve, patience));
  throw new Error('stackblitz.com does not answer');
}

window.drydockWebContainer = () => {
  const failed = unreachable();
  return Promise.race([WebContainer.boot({ coep: 'require-corp' }), failed]);
};
