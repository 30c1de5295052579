import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { contentPolicy, importedAtOnce, inlineScripts, scriptHash, withHead, workerStart } from './page-assets.ts';

/** Chunks by the module they begin with: the shell's interactive loop, and the programs that the learner's .bashrc runs. */
const loadedBeforePrompt = /^(loop|system)-[\w-]+\.js$/;

/** Finishes the built pages: the worker starts with the head, what the first script imports is fetched at once, and a policy allows our scripts only. */
export function finishing(): AstroIntegration {
  return {
    name: 'drydock-finishing',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
        const html = new Map(pages.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
        const assets = readdirSync(join(root, '_astro'));
        const worker = assets.find((name) => /^(fake-)?worker-.*\.js$/.test(name));
        const address = worker === undefined ? undefined : `/_astro/${worker}`;
        if (address === undefined) logger.warn('no worker among the scripts: the terminal will start late');
        const scripts = new Set([...html.values()].flatMap(inlineScripts));
        const early = address === undefined ? undefined : workerStart(address, needed(root, address, assets));
        if (early !== undefined) scripts.add(early);
        const policy = contentPolicy([...scripts].map(scriptHash).sort());
        for (const [path, text] of html) {
          const entries = [...text.matchAll(/<script[^>]*type="module"[^>]*src="(\/_astro\/[^"]+)"/g)].map(([, src = '']) => src);
          writeFileSync(join(root, path), withHead(text, { policy, early, preload: allImports(root, entries) }));
        }
        compress(root);
        logger.info(`${pages.length} pages finished, ${scripts.size} inline scripts allowed`);
      },
    },
  };
}

/** What the worker loads until the prompt: its own imports, and the parts that it loads later but before the prompt. */
function needed(root: string, worker: string, assets: readonly string[]): string[] {
  const soon = assets.filter((name) => loadedBeforePrompt.test(name)).map((name) => `/_astro/${name}`);
  return [...new Set([...allImports(root, [worker]), ...soon, ...allImports(root, soon)])].filter((address) => address !== worker);
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

/** Puts a compressed copy beside every page, script, style and lab, for servers that hand those out (ours does). */
function compress(root: string): void {
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js|css|json|svg)$/.test(path) || path.startsWith('pagefind')) continue;
    const file = join(root, path);
    if (statSync(file).size < 1024) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}
