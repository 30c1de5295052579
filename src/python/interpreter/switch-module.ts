import type { Import } from './system-calls.ts';

/** Types of WebAssembly by the letters of Emscripten's signatures: i32, pointer, i64, double, external reference. */
const valueTypes: Readonly<Record<string, number>> = { i: 0x7f, p: 0x7f, j: 0x7e, d: 0x7c, e: 0x6f };

/** A function of the table: what it does alone, and while a process runs. */
export interface Switched {
  name: string;
  /** Emscripten's signature: the result's letter, then the arguments'. */
  signature: string;
  plain: Import;
  /** May be a `WebAssembly.Suspending`. */
  live: Import;
}

/**
 * Functions that choose between two imports by a global. The choice is made in WebAssembly, because a suspending import may not even be called outside of a
 * promising call, as Emscripten does while it boots.
 */
export function switchModule(functions: readonly Switched[], live: WebAssembly.Global): Record<string, Import> {
  const module = new WebAssembly.Module(encode(functions.map(({ signature }) => signature)));
  const imports = {
    l: Object.fromEntries(functions.map(({ live: call }, i) => [String(i), call])),
    p: Object.fromEntries(functions.map(({ plain }, i) => [String(i), plain])),
    g: { live },
  } as unknown as WebAssembly.Imports;
  const { exports } = new WebAssembly.Instance(module, imports);
  return Object.fromEntries(functions.map(({ name }, i) => [name, exports[String(i)] as Import]));
}

function encode(signatures: readonly string[]): Uint8Array<ArrayBuffer> {
  const count = signatures.length;
  const name = (text: string): number[] => [text.length, ...text].map((each) => (typeof each === 'string' ? each.charCodeAt(0) : each));
  const types = signatures.map((signature) => {
    const [result = 'v', ...params] = signature;
    const results = result === 'v' ? [] : [valueTypes[result] ?? 0x7f];
    return [0x60, ...leb(params.length), ...params.map((letter) => valueTypes[letter] ?? 0x7f), results.length, ...results];
  });
  const imports = [
    ...signatures.map((_, i) => [...name('l'), ...name(String(i)), 0, ...leb(i)]),
    ...signatures.map((_, i) => [...name('p'), ...name(String(i)), 0, ...leb(i)]),
    [...name('g'), ...name('live'), 3, 0x7f, 1],
  ];
  const bodies = signatures.map((signature, i) => {
    const locals = [...signature].slice(1).flatMap((_, local) => [0x20, ...leb(local)]);
    const block = signature.startsWith('v') ? 0x40 : (valueTypes[signature.charAt(0)] ?? 0x7f);
    const code = [0, 0x23, 0, 0x04, block, ...locals, 0x10, ...leb(i), 0x05, ...locals, 0x10, ...leb(count + i), 0x0b, 0x0b];
    return [...leb(code.length), ...code];
  });
  const section = (id: number, items: readonly number[][]): number[] => {
    const body = [...leb(items.length), ...items.flat()];
    return [id, ...leb(body.length), ...body];
  };
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, types), ...section(2, imports), ...section(3, signatures.map((_, i) => leb(i))),
    ...section(7, signatures.map((_, i) => [...name(String(i)), 0, ...leb(2 * count + i)])), ...section(10, bodies),
  ]);
}

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
