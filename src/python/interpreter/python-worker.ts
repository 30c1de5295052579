/// <reference lib="webworker" />
import { openPort } from '../../base/worker/index.ts';
import { errorText } from '../error-text.ts';
import type { FromInterpreter, PythonStart, ToInterpreter } from '../protocol.ts';
import { interpreterAddress, readLibrary, readModule } from './assets.ts';
import { descriptorImports } from './descriptor-imports.ts';
import { type MemoryFs, mountArchive } from './library.ts';
import { Memory } from './memory.ts';
import { pathImports } from './path-imports.ts';
import { socketImports } from './socket-imports.ts';
import { type Switched, switchModule } from './switch-module.ts';
import { type Import, SystemCalls } from './system-calls.ts';
import { type SignalHandling, suspendingTransport, type Transport, waitingTransport } from './transport.ts';

// A Python interpreter in a worker of its own. It boots, then runs one process: its system calls are answered by the kernel in the host's worker.

/** The part of Pyodide's interface that is used here. */
interface Pyodide {
  runPython(code: string, options?: { filename?: string }): unknown;
  registerJsModule(name: string, module: object): void;
  makeMemorySnapshot(): Uint8Array;
  setInterruptBuffer(buffer: Int32Array): void;
}
interface PyFunction {
  (...args: unknown[]): unknown;
  callPromising(...args: unknown[]): Promise<unknown>;
}
interface PyodideModule {
  loadPyodide(options: Record<string, unknown>): Promise<Pyodide>;
}

const standardLibrary = '/lib/python3.14';
const canSuspend = 'Suspending' in WebAssembly;
const port = openPort<FromInterpreter, ToInterpreter>();
const post = (message: FromInterpreter): void => port.post(message);

let transport: Transport | undefined;
let calls: SystemCalls | undefined;
let systemCalls: (() => SystemCalls) | undefined;
let instance: (() => WebAssembly.Exports) | undefined;
/** Set when the process runs: until then the interpreter is alone. */
const live = new WebAssembly.Global({ value: 'i32', mutable: true }, 0);
let suspends = false;
let compiled: WebAssembly.Module | undefined;
let runProcess: ((start: PythonStart) => Promise<void>) | undefined;

const signalHandling: SignalHandling = {
  hasten() {
    const exports = instance?.();
    if (!exports) return;
    // The countdown to the next time that Python asks.
    const clock = (exports['_Py_emscripten_signal_clock'] as WebAssembly.Global<'i32'>).value;
    new DataView((exports['memory'] as WebAssembly.Memory).buffer).setInt32(clock, 0, true);
  },
  add(signal) {
    try {
      (instance?.()['PyErr_SetInterruptEx'] as ((signal: number) => number) | undefined)?.(signal);
    } catch (error) {
      // What it writes into asyncio's descriptor has been sent; it only cannot wait for the answer here.
      if (!(error instanceof (WebAssembly as unknown as { SuspendError: ErrorConstructor }).SuspendError)) throw error;
    }
  },
};

port.listen((message) => {
  if (message.kind === 'reply') transport?.answer(message.id, message.value, message.errno);
  else if (message.kind === 'signal') transport?.signal(message.signal);
  else void (message.kind === 'boot' ? boot(message) : runProcess?.(message.start))?.catch((error: unknown) => post({ kind: 'failed', reason: errorText(error) }));
});

async function boot(options: ToInterpreter & { kind: 'boot' }): Promise<void> {
  suspends = canSuspend && !options.shared;
  if (suspends) transport = suspendingTransport(post, () => performance.now(), signalHandling);
  else if (options.shared) transport = waitingTransport(post, options.shared, signalHandling);
  else {
    post({ kind: 'unable' });
    return;
  }
  compiled = options.wasm;
  const pyodide = await load(transport, options.snapshot);
  let made: Uint8Array | undefined;
  if (!options.snapshot) {
    pyodide.runPython(await readModule('prepare.py'));
    made = pyodide.makeMemorySnapshot();
  }
  const sources = await Promise.all((['start.py', 'processes.py', 'installation.py', 'interactive.py'] as const).map((name) => readModule(name)));
  // So that it looks for signals; where they come from is ours.
  pyodide.setInterruptBuffer(new Int32Array(1));
  pyodide.registerJsModule('_kernel', kernelModule());
  const [first = '', ...others] = sources;
  const main = pyodide.runPython(first, { filename: '<start>' }) as PyFunction;
  main('prepare', JSON.stringify({ processes: others[0], installation: others[1], interactive: others[2] }));
  runProcess = async (start) => {
    calls = systemCalls?.();
    if (calls) {
      const folder = `${start.prefix}/lib/python${start.version.split('.').slice(0, 2).join('.')}`;
      calls.aliases = [[folder, standardLibrary], [standardLibrary, standardLibrary]];
      calls.exceptions = [`${folder}/site-packages`, `${folder}/dist-packages`];
    }
    const ended = suspends ? await main.callPromising('run', JSON.stringify(start)) : main('run', JSON.stringify(start));
    if (typeof ended === 'string') throw new Error(ended);
    const status = Number(ended);
    post(status < 0 ? { kind: 'exit', status: 0, signal: -status } : { kind: 'exit', status });
  };
  post({ kind: 'ready', ...(compiled && { wasm: compiled }), ...(made && { snapshot: made }) });
}

async function load(to: Transport, snapshot: Uint8Array | undefined): Promise<Pyodide> {
  const address = interpreterAddress();
  const restore = replaceInstantiate((imports, exports) => install(imports, exports, to));
  try {
    const { loadPyodide } = (await import(/* @vite-ignore */ `${address}pyodide.mjs`)) as PyodideModule;
    const library = await readLibrary();
    return await loadPyodide({
      indexURL: address.startsWith('file:') ? decodeURIComponent(new URL(address).pathname) : address,
      lockFileContents: '{"info":{"abi_version":"2026_0","arch":"wasm32","platform":"emscripten","python":"3.14.2","version":"314.0.7"},"packages":{}}',
      checkAPIVersion: false,
      env: { PYTHONPATH: standardLibrary, HOME: '/' },
      stdLibURL: 'data:application/zip;empty=://;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
      fsInit: async (fs: MemoryFs) => mountArchive(fs, library, standardLibrary),
      ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
    });
  } finally {
    restore();
  }
}

/** Puts our system calls into the imports of the WebAssembly module that is instantiated next, which is compiled once for all interpreters. */
function replaceInstantiate(prepare: (imports: WebAssembly.Imports, exports: () => WebAssembly.Exports) => void): () => void {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const instance = async (source: unknown, imports: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource> => {
    const made: { instance?: WebAssembly.Instance } = {};
    prepare(imports, () => (made.instance as WebAssembly.Instance).exports);
    compiled ??= source instanceof WebAssembly.Module ? source : source instanceof ArrayBuffer || ArrayBuffer.isView(source) ? await WebAssembly.compile(source as BufferSource) : await WebAssembly.compileStreaming(source as Response);
    const instance = await instantiate(compiled, imports);
    made.instance = instance;
    return { instance, module: compiled };
  };
  const isMain = (imports: WebAssembly.Imports | undefined): imports is WebAssembly.Imports => imports?.['env']?.['__syscall_openat'] !== undefined;
  WebAssembly.instantiate = ((source: never, imports?: WebAssembly.Imports) => (isMain(imports) ? instance(source, imports) : instantiate(source, imports))) as typeof instantiate;
  WebAssembly.instantiateStreaming = ((source: never, imports?: WebAssembly.Imports) => (isMain(imports) ? instance(source, imports) : instantiateStreaming(source, imports))) as typeof instantiateStreaming;
  return () => Object.assign(WebAssembly, { instantiate, instantiateStreaming });
}

function install(imports: WebAssembly.Imports, exports: () => WebAssembly.Exports, to: Transport): void {
  const env = imports['env'] as Record<string, Import>;
  const wasi = imports['wasi_snapshot_preview1'] as Record<string, Import>;
  const original = { ...env, ...wasi };
  const malloc = (size: number): number => (exports()['malloc'] as (size: number) => number)(size);
  let made: Record<string, Import> = {};
  instance = exports;
  systemCalls = () => {
    const calls = new SystemCalls(new Memory(exports()['memory'] as WebAssembly.Memory), to, malloc);
    made = { ...pathImports(calls, original), ...descriptorImports(calls, original), ...socketImports(calls, { malloc }), _Py_CheckEmscriptenSignals_Helper: () => to.takeSignal(), proc_exit: end };
    return calls;
  };
  const names = Object.keys({ ...pathImports({} as SystemCalls, original), ...descriptorImports({} as SystemCalls, original), ...socketImports({} as SystemCalls, { malloc }), _Py_CheckEmscriptenSignals_Helper: end, proc_exit: end });
  const switched = names.flatMap((name): Switched[] => {
    const plain = original[name] as (Import & { sig?: string }) | undefined;
    if (!plain?.sig) return [];
    const routed = ((...args: unknown[]): unknown => (made[name] as unknown as (...args: unknown[]) => unknown)(...args)) as Import;
    return [{ name, signature: plain.sig, plain, live: suspends ? new (WebAssembly as unknown as { Suspending: new (call: Import) => Import }).Suspending(routed) : routed }];
  });
  for (const [name, call] of Object.entries(switchModule(switched, live))) (name in wasi ? wasi : env)[name] = call;
}

/** exit(3): nothing of the process runs after it. */
function end(status: number): unknown {
  post({ kind: 'exit', status: status & 0xff });
  if (suspends) return new Promise(() => undefined);
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** What our start of a process needs of its interpreter: the Python module `_kernel`. */
function kernelModule(): object {
  return {
    /** From here on system calls are the kernel's; only inside of a call that may suspend. */
    enter(): void {
      live.value = 1;
    },
    leave(): void {
      live.value = 0;
    },
    peek: (address: number): number => calls?.memory.view.getUint32(address, true) ?? 0,
    poke: (address: number, value: number): void => calls?.memory.view.setUint32(address, value, true),
  };
}
