import { nodeModule } from '../base/index.ts';
import type { FromInterpreter } from './protocol.ts';
import { shared } from './protocol.ts';
import { type InterpreterWorker, startWorker } from './start-worker.ts';

/** An interpreter that has booted. */
export interface Interpreter {
  readonly worker: InterpreterWorker;
  /** Where answers are written when it waits in shared memory. */
  readonly memory: SharedArrayBuffer | undefined;
  /** Undefined: booted. Else why it could not: `unable` where the browser cannot wait. */
  readonly booted: Promise<{ failure: string } | undefined>;
}

/** The module that all interpreters of this realm run, once one has compiled it. */
let wasm: WebAssembly.Module | undefined;
/** The memory of one that has booted and imported what most programs need: the next ones start from it. */
let snapshot: Uint8Array | undefined;
/** An interpreter that nobody has asked for yet. */
let spare: Interpreter | undefined;

function boot(wait: boolean): Interpreter {
  const worker = startWorker();
  const memory = wait && typeof SharedArrayBuffer !== 'undefined' ? new SharedArrayBuffer(shared.headerBytes + shared.size) : undefined;
  const booted = new Promise<{ failure: string } | undefined>((resolve) => {
    worker.listen((message: FromInterpreter) => {
      if (message.kind === 'ready') {
        wasm ??= message.wasm;
        snapshot ??= message.snapshot;
        resolve(undefined);
      } else if (message.kind === 'unable') resolve({ failure: 'unable' });
      else if (message.kind === 'failed') resolve({ failure: message.reason });
    });
  });
  worker.post({ kind: 'boot', ...(wasm && { wasm }), ...(snapshot && { snapshot }), ...(memory && { shared: memory }) });
  return { worker, memory, booted };
}

/** How interpreters are made. */
export interface InterpreterPoolOptions {
  /** How many may run at a time; default 3. */
  limit?: number;
  /** Keep one booted for the next process; default: in a page. */
  prewarm?: boolean;
  /** How an interpreter waits for the kernel: suspending WebAssembly, or in shared memory. Default: suspending where the engine can. */
  wait?: 'suspend' | 'shared';
}

/** The interpreters of one host: few, for each costs tens of megabytes. */
export class InterpreterPool {
  readonly #limit: number;
  readonly #prewarm: boolean;
  readonly #wait: boolean;
  #running = 0;

  constructor(options: InterpreterPoolOptions = {}) {
    this.#limit = options.limit ?? 3;
    this.#prewarm = options.prewarm ?? nodeModule('worker_threads') === undefined;
    this.#wait = options.wait === undefined ? !('Suspending' in WebAssembly) : options.wait === 'shared';
  }

  /** An interpreter of one's own; undefined when as many run as may. */
  take(): Interpreter | undefined {
    if (this.#running >= this.#limit) return undefined;
    this.#running++;
    const taken = spare ?? boot(this.#wait);
    taken.worker.hold(true);
    spare = undefined;
    return taken;
  }

  /** Its process is over. An interpreter runs one process only. */
  release(interpreter: Interpreter): void {
    interpreter.worker.end();
    this.#running--;
    if (!this.#prewarm || spare) return;
    spare = boot(this.#wait);
    spare.worker.hold(false);
  }
}
