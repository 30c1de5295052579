import type { JqEnd, JqStart, Waiting } from '../protocol.ts';
import { Descriptors } from './descriptors.ts';
import { CallError } from '../../../base/wasm/index.ts';
import { Ended, importNames, systemImports } from './imports.ts';
import { Memory } from './memory.ts';
import { AnswerMissing, type Transport } from './transport.ts';

/** What jq's module exports, by the letters of this release. */
interface Exports {
  D: WebAssembly.Memory;
  /** Constructors. */
  E(): void;
  main: (count: number, pointers: number) => number | Promise<number>;
  /** Room on the stack. */
  I(size: number): number;
}

/** WebAssembly's stack switching, which TypeScript does not know yet. */
const switching = WebAssembly as unknown as {
  Suspending?: new (call: unknown) => WebAssembly.ImportValue;
  promising?: (call: unknown) => (count: number, pointers: number) => Promise<number>;
};

/** How this engine can wait. */
export const ableToWait: Waiting = switching.Suspending && switching.promising ? 'suspend' : 'repeat';

/** Runs jq once, in an instance of its own; undefined: an answer is missing, and it is to be run anew when it is there. */
export async function runOnce(wasm: WebAssembly.Module, start: JqStart, transport: Transport, waiting: Waiting): Promise<JqEnd | undefined> {
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  const buffered = !start.terminals[1] && !start.argv.some((word) => text(word) === '--unbuffered');
  const descriptors = new Descriptors(transport, buffered);
  const began = performance.now();
  const made: { memory?: Memory } = {};
  const { waiting: blocking, others } = systemImports({ start, transport, descriptors, memory: () => made.memory as Memory, elapsed: () => performance.now() - began });
  const { Suspending, promising } = switching;
  const suspends = waiting === 'suspend' && Suspending && promising;
  const imports = Object.fromEntries(Object.entries(importNames).map(([letter, name]) => {
    const call = blocking[name];
    return [letter, call && suspends ? new Suspending(call) : call ?? others[name]];
  }));
  const exported = new WebAssembly.Instance(wasm, { a: imports as WebAssembly.ModuleImports }).exports as unknown as Exports & { F: Exports['main'] };
  made.memory = new Memory(exported.D);
  try {
    exported.E();
    const main = suspends ? promising(exported.F) : exported.F;
    const status = await main(start.argv.length, putArguments(exported, made.memory, start.argv));
    return await close(descriptors, status);
  } catch (error) {
    if (error instanceof AnswerMissing) return undefined;
    if (error instanceof Ended) return 'status' in error.end ? await close(descriptors, error.end.status) : error.end;
    // The stack was too small, or memory was reached that is not there.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return { signal: 'SIGSEGV' };
    throw error;
  }
}

/** Ends with a status once standard output is written. */
async function close(descriptors: Descriptors, status: number): Promise<JqEnd> {
  try {
    await descriptors.flush();
    return { status: status & 0xff };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { unwritten: error.code };
  }
}

/** argv on the module's stack. */
function putArguments(exported: Exports, memory: Memory, argv: readonly Uint8Array[]): number {
  const pointers = exported.I(4 * (argv.length + 1));
  for (const [index, word] of argv.entries()) {
    const at = exported.I(word.length + 1);
    memory.putString(at, word);
    memory.view.setUint32(pointers + 4 * index, at, true);
  }
  memory.view.setUint32(pointers + 4 * argv.length, 0, true);
  return pointers;
}
