import { nodeModule } from './node-module.ts';

/** The bytes of a file of this project, by its address beside a module (`new URL('./x', import.meta.url)`): from the disk in Node, else fetched from where the pages come from. */
export async function readAsset(address: URL): Promise<Uint8Array> {
  const files = nodeModule('fs');
  if (files) return new Uint8Array(files.readFileSync(address));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
