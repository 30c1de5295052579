import { nodeModule } from '../node-module.ts';

/** Files of the interpreter and of ours: beside this file in Node, beside the pages in a browser. */
const ours = {
  'prepare.py': new URL('../modules/prepare.py', import.meta.url),
  'start.py': new URL('../modules/start.py', import.meta.url),
  'processes.py': new URL('../modules/processes.py', import.meta.url),
  'interactive.py': new URL('../modules/interactive.py', import.meta.url),
};

/** Where Pyodide's files lie, with a slash at the end. */
export function interpreterAddress(): string {
  if (nodeModule('fs') === undefined) return new URL('/pyodide/', location.origin).href;
  return new URL('.', import.meta.resolve('pyodide/pyodide.mjs')).href;
}

/** A text of ours, or the bytes of one of Pyodide's files. */
export async function readAsset(name: keyof typeof ours): Promise<string>;
export async function readAsset(name: string, from: 'interpreter'): Promise<Uint8Array>;
export async function readAsset(name: string, from?: 'interpreter'): Promise<string | Uint8Array> {
  const address = from ? new URL(name, interpreterAddress()) : ours[name as keyof typeof ours];
  const files = nodeModule('fs');
  if (files) return from ? new Uint8Array(files.readFileSync(address)) : files.readFileSync(address, 'utf8');
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return from ? new Uint8Array(await response.arrayBuffer()) : response.text();
}
