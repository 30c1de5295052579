import { decodeUtf8, nodeModule, readAsset } from '../../base/index.ts';

/** Python of ours, beside this file in Node, beside the pages in a browser. */
const modules = {
  'prepare.py': new URL('../modules/prepare.py', import.meta.url),
  'start.py': new URL('../modules/start.py', import.meta.url),
  'processes.py': new URL('../modules/processes.py', import.meta.url),
  'installation.py': new URL('../modules/installation.py', import.meta.url),
  'interactive.py': new URL('../modules/interactive.py', import.meta.url),
};

/** Where Pyodide's files lie, with a slash at the end. */
export function interpreterAddress(): string {
  if (nodeModule('fs') === undefined) return new URL('/pyodide/', location.origin).href;
  return new URL('.', import.meta.resolve('pyodide/pyodide.mjs')).href;
}

/** A module of ours as text. */
export async function readModule(name: keyof typeof modules): Promise<string> {
  return decodeUtf8(await readAsset(modules[name]));
}

/** Python's standard library, a zip archive. */
export function readLibrary(): Promise<Uint8Array> {
  return readAsset(new URL('python_stdlib.zip', interpreterAddress()));
}
