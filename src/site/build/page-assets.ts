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

/** A page whose style sheets (those for every medium) are one, at the place of the first; `read` gives the text of an address. No `style`: there was but one. */
export function oneStyle(html: string, read: (address: string) => string): { text: string; style: { address: string; text: string } | undefined } {
  const links = [...html.matchAll(/<link rel="stylesheet" href="(\/_astro\/[^"]+\.css)"\s*\/?>/g)];
  if (links.length < 2) return { text: html, style: undefined };
  const text = [...new Set(links.map(([, address = '']) => address))].map(read).join('\n');
  const address = `/_astro/styles.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.css`;
  let first = true;
  const joined = html.replace(/<link rel="stylesheet" href="\/_astro\/[^"]+\.css"\s*\/?>/g, () => {
    const link = first ? `<link rel="stylesheet" href="${address}">` : '';
    first = false;
    return link;
  });
  return { text: joined, style: { address, text } };
}

/**
 * The script that tells who reads the page that the dock's own scripts did not come, or cannot be read by this browser: it marks the page, and styles show
 * the sentence. Once the dock's script runs (`drydock:start`) it speaks for itself.
 */
export const loadGuard = [
  "addEventListener('error',e=>{if(performance.getEntriesByName('drydock:start').length)return",
  "if(e.target instanceof HTMLScriptElement?e.target.type==='module':/\\/_astro\\//.test(e.filename))document.documentElement.dataset.dockFailed=''},true)",
].join(';');

/**
 * Puts the policy and the early start of the worker at the head of a page. The dock's script waits neither for the page to be parsed nor for
 * other scripts; those are only named, in a meta element, and the dock's script loads them once the prompt is there.
 */
export function withHead(html: string, head: { policy: string; early: string | undefined }): string {
  const [lab] = html.match(/<meta name="drydock-lab"[^>]*>/) ?? [];
  const early = head.early !== undefined && lab !== undefined ? `${lab}<script>${head.early}</script>` : '';
  const page = early === '' ? html : html.replace(lab ?? '', '');
  const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"><\/script>/g)];
  const isDock = (address: string): boolean => address.includes('/Head.astro');
  const dock = scripts.map(([, address = '']) => address).find(isDock);
  const policy = `<meta http-equiv="content-security-policy" content="${head.policy}">`;
  if (dock === undefined) return afterCharset(page, policy + early);
  const later = scripts.map(([, address = '']) => address).filter((address) => !isDock(address));
  const without = scripts.reduce((text, [element]) => text.replace(element, ''), page);
  return afterCharset(without, `${policy}<script>${loadGuard}</script>${early}<script async type="module" fetchpriority="high" src="${dock}"></script><meta name="drydock-scripts" content="${later.join(' ')}">`);
}

function afterCharset(html: string, tags: string): string {
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => charset + tags);
}

/**
 * The script that begins before anything else is loaded what the prompt waits for: the worker, the scripts that the worker will import (so that they come
 * at once and not in waves), the host's lock and the lab's file. `src/site/dock/early.ts` takes them.
 */
export function earlyStart(worker: string, imports: readonly string[]): string {
  return [
    "try{const id=document.querySelector('meta[name=drydock-lab]').content,early=window.drydockEarly={}",
    `early.worker=new Worker(${JSON.stringify(worker)},{type:'module',name:'drydock-host'})`,
    // Told before anybody listens: the dock starts another one.
    'early.worker.onerror=()=>{delete early.worker}',
    `for(const a of ${JSON.stringify(imports)})fetch(a).then(r=>r.arrayBuffer()).catch(()=>0)`,
    "if(navigator.locks)early.lock=new Promise(settle=>{const ended=navigator.locks.request('drydock.host',{ifAvailable:true},lock=>lock?new Promise(release=>settle({release,ended})):settle());ended.catch(()=>settle())})",
    "const answer=fetch('/labs/'+id+'.json');answer.catch(()=>0);early.lab={id,answer}}catch{}",
  ].join(';');
}
