import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** The script of the page that hosts a WebContainer. */
export const framePath = '/webcontainer/frame.js';

/** That script with the stand-in in it, for a built site. */
export async function buildStandIn(root: string): Promise<string> {
  const worker = readdirSync(join(root, '_astro')).find((name) => /^worker-.*\.js$/.test(name));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { sandboxWorker: JSON.stringify(`/_astro/${worker}`) },
    build: { write: false, rolldownOptions: { input: 'test/pages/webcontainer/stand-in.ts', output: { codeSplitting: false } } },
  });
  const [script] = 'output' in built ? built.output : [];
  if (script?.type !== 'chunk') throw new Error('no stand-in');
  return script.code;
}
