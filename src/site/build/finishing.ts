import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { contentPolicy, earlyStart, importedAtOnce, inlineScripts, loadGuard, oneStyle, scriptHash, withHead } from './page-assets.ts';

/** The folder of what is only there for whoever chooses a WebContainer. */
const ownPolicy = `webcontainer${sep}`;

/** Finishes the built pages: the worker starts with the head, the dock's script comes first and the others after the prompt, the styles are one file, and a policy allows our scripts only. */
export function finishing(): AstroIntegration {
  return {
    name: 'drydock-finishing',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        // The page that hosts a WebContainer has a policy of its own.
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html') && !path.startsWith(ownPolicy));
        const html = new Map(pages.map((path) => [path, withOneStyle(root, readFileSync(join(root, path), 'utf8'))]));
        const worker = readdirSync(join(root, '_astro')).find((name) => /^worker-.*\.js$/.test(name));
        const address = worker === undefined ? undefined : `/_astro/${worker}`;
        if (address === undefined) logger.warn('no worker among the scripts: the terminal will start late');
        const scripts = new Set([loadGuard, ...[...html.values()].flatMap(inlineScripts)]);
        const early = address === undefined ? undefined : earlyStart(address, allImports(root, address));
        if (early !== undefined) scripts.add(early);
        const policy = contentPolicy([...scripts].map(scriptHash).sort());
        for (const [path, text] of html) writeFileSync(join(root, path), withHead(text, { policy, early }));
        writeServiceWorker(root);
        compress(root);
        logger.info(`${pages.length} pages finished, ${scripts.size} inline scripts allowed`);
      },
    },
  };
}

/** The page with its style sheets joined in one file, which is written beside them; pages with the same ones share it. */
function withOneStyle(root: string, html: string): string {
  const { text, style } = oneStyle(html, (address) => readFileSync(join(root, address), 'utf8'));
  if (style) writeFileSync(join(root, style.address), style.text);
  return text;
}

/** What a script imports at once, and what that imports, without the script itself. */
function allImports(root: string, entry: string): string[] {
  const found = new Set<string>();
  const visit = (address: string): void => {
    for (const next of importedAtOnce(readFileSync(join(root, address), 'utf8'), address)) {
      if (found.has(next) || next === entry) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(entry);
  return [...found];
}

/** The service worker at the site's root, where it serves every page, and the list of what it keeps: pages and what they load first, Python last; not what needs a network all the same. */
function writeServiceWorker(root: string): void {
  const scripts = readdirSync(join(root, '_astro'));
  const worker = scripts.find((name) => /^service-worker-.*\.js$/.test(name));
  if (worker === undefined) throw new Error('the build made no service worker');
  renameSync(join(root, '_astro', worker), join(root, 'service-worker.js'));
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'service-worker.js').map((entry) => relative(root, join(entry.parentPath, entry.name))).filter((file) => !file.startsWith(ownPolicy)).map((file) => file.split(sep).join('/'));
  const rank = (file: string): number => (file.startsWith('pyodide/') ? 2 : /\.(html|js|css|json)$/.test(file) ? 0 : 1);
  const sorted = files.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const hash = createHash('sha256');
  for (const file of sorted) hash.update(file).update(readFileSync(join(root, file)));
  writeFileSync(join(root, 'offline.json'), JSON.stringify({ version: hash.digest('hex').slice(0, 16), files: sorted.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`) }));
}

/** Puts a compressed copy beside every page, script, style, lab and the interpreter, for servers that hand those out (ours does). */
function compress(root: string): void {
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|m?js|css|json|svg|wasm)$/.test(path) || path.startsWith('pagefind')) continue;
    const file = join(root, path);
    if (statSync(file).size < 1024) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}
