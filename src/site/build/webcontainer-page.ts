import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { buildWebContainerTree } from './webcontainer-tree.ts';

/** What the frame of a WebContainer may load: StackBlitz's runtime, and nothing from elsewhere. */
const webContainerPolicy = "default-src 'none'; script-src 'self'; connect-src https://stackblitz.com; frame-src https://stackblitz.com; base-uri 'none'; form-action 'none'";

const root = fileURLToPath(new URL('../../..', import.meta.url));
const words = {
  en: 'This page holds a WebContainer for a lesson that has chosen one. There is nothing to see here.',
  ru: 'Эта страница запускает WebContainer для урока, в котором его выбрали. Смотреть здесь не на что.',
};
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${webContainerPolicy}"><meta name="robots" content="noindex"><title>WebContainer</title>
<script type="module" src="/webcontainer/frame.js"></script></head><body><main><h1>WebContainer</h1><p>${words.en}</p><p lang="ru">${words.ru}</p></main></body></html>\n`;

/** Bundles the frame's script, with `@webcontainer/api`, into one file. */
async function frameScript(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', rolldownOptions: { input: 'src/site/webcontainer/frame.ts', output: { codeSplitting: false, entryFileNames: 'frame.js' } } },
  });
  const [script] = 'output' in built ? built.output : [];
  if (script?.type !== 'chunk') throw new Error('the frame of the WebContainer has no script');
  return script.code;
}

/** The files of `/webcontainer/`, by name. */
async function pageFiles(): Promise<ReadonlyMap<string, { type: string; text: string }>> {
  const [script, tree] = await Promise.all([frameScript(), buildWebContainerTree()]);
  return new Map([
    ['index.html', { type: 'text/html; charset=utf-8', text: page }],
    ['frame.js', { type: 'text/javascript; charset=utf-8', text: script }],
    ['tree.json', { type: 'application/json; charset=utf-8', text: JSON.stringify(tree) }],
  ]);
}

/** Puts the page that hosts a WebContainer, its script and what is mounted beside the site's pages, at `/webcontainer/`: apart from them, with a policy of its own. */
export function webContainerPage(): AstroIntegration {
  return {
    name: 'drydock-webcontainer',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let files: ReturnType<typeof pageFiles> | undefined;
        server.middlewares.use((request, response, next) => {
          const url = new URL(request.url ?? '/', 'http://localhost');
          const inside = url.pathname.startsWith('/webcontainer/');
          // As the project's own server does.
          if (inside || url.searchParams.has('webcontainer')) response.setHeader('cross-origin-opener-policy', 'same-origin');
          if (inside || url.searchParams.has('webcontainer') || request.headers['sec-fetch-dest'] === 'worker') response.setHeader('cross-origin-embedder-policy', 'require-corp');
          if (!inside) {
            next();
            return;
          }
          files ??= pageFiles();
          void files.then((made) => {
            const file = made.get(url.pathname.slice('/webcontainer/'.length) || 'index.html');
            response.statusCode = file ? 200 : 404;
            response.setHeader('content-type', file?.type ?? 'text/plain');
            response.end(file?.text ?? '404\n');
          });
        });
      },
      'astro:build:done': async ({ dir }) => {
        const target = join(fileURLToPath(dir), 'webcontainer');
        mkdirSync(target, { recursive: true });
        for (const [name, { text }] of await pageFiles()) writeFileSync(join(target, name), text);
      },
    },
  };
}
