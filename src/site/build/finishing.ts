import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentPolicy, importedAtOnce, inlineScripts, scriptHash, withHead, workerStart } from './page-assets.ts';

/** Finishes the built pages: the worker starts with the head, what the first script imports is fetched at once, and a policy allows our scripts only. */
export function finishing(): AstroIntegration {
  return {
    name: 'drydock-finishing',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
        const html = new Map(pages.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
        const worker = readdirSync(join(root, '_astro')).find((name) => /^(fake-)?worker-.*\.js$/.test(name));
        const address = worker === undefined ? undefined : `/_astro/${worker}`;
        if (address === undefined) logger.warn('no worker among the scripts: the terminal will start late');
        const scripts = new Set([...html.values()].flatMap(inlineScripts));
        const early = address === undefined ? undefined : workerStart(address, allImports(root, [address]));
        if (early !== undefined) scripts.add(early);
        const policy = contentPolicy([...scripts].map(scriptHash).sort());
        for (const [path, text] of html) {
          const entries = [...text.matchAll(/<script[^>]*type="module"[^>]*src="(\/_astro\/[^"]+)"/g)].map(([, src = '']) => src);
          writeFileSync(join(root, path), withHead(text, { policy, early, preload: allImports(root, entries) }));
        }
        logger.info(`${pages.length} pages finished, ${scripts.size} inline scripts allowed`);
      },
    },
  };
}

/** What the entries import at once, and what that imports, without the entries themselves. */
function allImports(root: string, entries: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (address: string): void => {
    for (const next of importedAtOnce(readFileSync(join(root, address), 'utf8'), address)) {
      if (found.has(next) || entries.includes(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  for (const entry of entries) visit(entry);
  return [...found];
}
