import { copyFileSync, createReadStream, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What Python needs to run, of the package `pyodide`. */
const files = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];
const types: Readonly<Record<string, string>> = { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.zip': 'application/zip', '.json': 'application/json' };

/** Puts the Python interpreter beside the pages, at /pyodide/, where the sandbox's workers look for it: nothing is fetched from elsewhere. */
export function interpreter(): AstroIntegration {
  const folder = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  return {
    name: 'drydock-interpreter',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/pyodide/', (request, response, next) => {
          const name = (request.url ?? '').replace(/^\/|\?.*$/g, '');
          if (!files.includes(name)) {
            next();
            return;
          }
          response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
          createReadStream(join(folder, name)).pipe(response);
        });
      },
      'astro:build:done': ({ dir }) => {
        const target = join(fileURLToPath(dir), 'pyodide');
        mkdirSync(target, { recursive: true });
        for (const name of files) copyFileSync(join(folder, name), join(target, name));
      },
    },
  };
}
