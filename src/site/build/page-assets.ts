import { createHash } from 'node:crypto';

/** The inline scripts of a page, as they stand in its HTML. Data blocks are none. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].flatMap(([, attributes = '', code = '']) =>
    /\bsrc=/.test(attributes) || /type="(?!module|text\/javascript)[^"]*"/.test(attributes) || code === '' ? [] : [code],
  );
}

/** The hash by which a policy allows an inline script. */
export function scriptHash(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

/**
 * The policy of every page: nothing from elsewhere, no inline script but ours. All pages have the same one, since a page that is
 * swapped in without a load lives under the policy of the first. Styles may be inline: code blocks, terminal and editor make them.
 */
export function contentPolicy(hashes: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

/** Scripts that a module imports at once, by address; what it imports later (`import()`) is not among them. */
export function importedAtOnce(code: string, address: string): string[] {
  const base = new URL(address, 'http://site');
  return [...code.matchAll(/(?:^|[;\n}])\s*(?:import|export)\b(?:[^"'();]*?\bfrom)?\s*["'](\.[^"']+)["']/g)].map(([, path = '']) => new URL(path, base).pathname);
}

/** Puts the policy, the early start of the worker and the preloads at the head of a page. */
export function withHead(html: string, head: { policy: string; early: string | undefined; preload: readonly string[] }): string {
  const early = head.early !== undefined && html.includes('name="drydock-lab"') ? `<script>${head.early}</script>` : '';
  const tags = `<meta http-equiv="content-security-policy" content="${head.policy}">${early}${head.preload.map((path) => `<link rel="modulepreload" href="${path}">`).join('')}`;
  // The dock's script need not wait for the page to be parsed, nor for the other scripts.
  const eager = html.replace(/<script type="module"(?= src="[^"]*\/Head\.astro[^"]*")/g, '<script async type="module"');
  return eager.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => charset + tags);
}

/** The script that starts the worker before anything else is loaded, and asks for what the worker will import, so that it comes at once and not in waves. */
export function workerStart(worker: string, imports: readonly string[]): string {
  return `try{window.drydockWorker=new Worker(${JSON.stringify(worker)},{type:'module',name:'drydock-host'});for(const a of ${JSON.stringify(imports)})fetch(a).then(r=>r.arrayBuffer()).catch(()=>0)}catch{}`;
}
