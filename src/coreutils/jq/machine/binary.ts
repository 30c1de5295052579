import { mend } from './mending.ts';

/** jq's module, compiled. The package carries it inside of its code, which wants to instantiate it; that is where it is taken. */
export async function compileJq(): Promise<WebAssembly.Module> {
  const { default: start } = await import('jq-wasm/dist/build/jq.js');
  const { instantiate } = WebAssembly;
  const taken = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  WebAssembly.instantiate = ((binary: Uint8Array<ArrayBuffer>) => {
    taken.resolve(binary);
    return new Promise(() => undefined);
  }) as unknown as typeof instantiate;
  try {
    start().catch((error: unknown) => taken.reject(error));
    const binary = await taken.promise;
    mend(binary);
    return await WebAssembly.compile(binary);
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}
