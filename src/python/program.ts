import { concatBytes, encodeUtf8 } from '../base/index.ts';
import { isEndOfProcess, isSystemError, type Process, type Program, signalNumbers } from '../kernel/uapi/index.ts';
import { callTable, OpenState, signalOf } from './calls/index.ts';
import type { Interpreter, InterpreterPool } from './interpreter-pool.ts';
import { interruptible, shared, type FromInterpreter, type PythonStart } from './protocol.ts';
import { releases, type PythonRelease } from './releases.ts';
import { type Words, words } from './words.ts';

/** EAGAIN of fork(2), as shells end with it. */
const cannotStart = 1;
/** How long an interpreter may take before a terminal is told why nothing happens, in milliseconds. */
const patience = 700;

/** The python programs of a host, by the names in their stubs; interpreters come from `pool`. */
export function pythonProgram(pool: InterpreterPool, minor: string): Program {
  const release = releases[minor] ?? { version: '3.13.5', build: '' };
  return (process) => run(process, pool, minor, release);
}

async function run(process: Process, pool: InterpreterPool, minor: string, release: PythonRelease): Promise<number> {
  if (process.argv.length === 2 && ['-V', '--version'].includes(process.argv[1] ?? '')) {
    await process.write(1, `Python ${release.version}\n`);
    return 0;
  }
  const language = /^ru/.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? 'ru' : 'en';
  const say = words[language];
  const interpreter = pool.take();
  if (!interpreter) {
    await process.write(2, `python3: ${say.tooMany}\n`);
    return cannotStart;
  }
  let released = false;
  const giveBack = (): void => {
    if (!released) pool.release(interpreter);
    released = true;
  };
  process.signal.addEventListener('abort', giveBack, { once: true });
  try {
    const failure = await booted(process, interpreter, say);
    if (failure) {
      await process.write(2, `python3: ${failure.failure === 'unable' ? say.unable : `${say.broken}\n${failure.failure}`}\n`);
      return cannotStart;
    }
    const { executable, prefix } = placeOf(process, minor);
    const start: PythonStart = {
      argv: process.argv, env: { ...process.env }, cwd: process.cwd, pid: process.pid, executable, version: release.version, build: release.build, prefix, language,
      sitePackages: prefix === '/usr' ? [`/usr/local/lib/python${minor}/dist-packages`, '/usr/lib/python3/dist-packages'] : [`${prefix}/lib/python${minor}/site-packages`],
    };
    const ended = await serve(process, interpreter, start);
    giveBack();
    if ('supervise' in ended) return await supervise(process, ended.supervise);
    if ('failed' in ended) {
      await process.write(2, `python3: ${say.broken}\n${ended.failed}\n`);
      return cannotStart;
    }
    if (ended.signal === undefined) return ended.status;
    process.onSignal(signalOf(ended.signal), 'default');
    process.kill(process.pid, signalOf(ended.signal));
    await process.sleep(0);
    return 128 + ended.signal;
  } finally {
    giveBack();
  }
}

/** A child that is started anew as long as it ends with a status, and what is said before each start. */
interface Supervised {
  argv: readonly string[];
  env: Record<string, string>;
  again: number;
  before: string;
}

/** How long subprocess leaves a child that was interrupted too, in milliseconds. */
const leave = 250;

/** What is left of a process that only waits for a child: it needs no interpreter. SIGTERM and SIGINT end both with 0, as werkzeug's reloader does it. */
async function supervise(process: Process, { argv, env, again, before }: Supervised): Promise<number> {
  const [path = ''] = argv;
  if (process.signalDisposition('SIGINT') !== 'ignore') process.onSignal('SIGINT', { handle: () => undefined });
  for (;;) {
    await process.write(2, before);
    const child = process.spawn(path, argv, { env, defaultSignals: ['SIGPIPE'] });
    process.onSignal('SIGTERM', {
      handle() {
        process.kill(child, 'SIGKILL');
        process.exit(0);
      },
    });
    const status = await unlessInterrupted(process.wait(child));
    if (!status) {
      const over = await unlessInterrupted(Promise.race([process.wait(child), process.sleep(leave)]));
      if (!over) process.kill(child, 'SIGKILL');
      return 0;
    }
    if (status.kind === 'signaled') return 256 - signalNumbers[status.signal];
    if (status.kind === 'exited' && status.status !== again) return status.status;
  }
}

/** What a blocked call gave; undefined when a signal interrupted it. */
async function unlessInterrupted<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isSystemError(error, 'EINTR')) return undefined;
    throw error;
  }
}

/** Waits for the interpreter; on a terminal a line says why it takes its time, and goes again. */
async function booted(process: Process, interpreter: Interpreter, say: Words): Promise<{ failure: string } | undefined> {
  let shown: Promise<void> | undefined;
  const hint = process.descriptors().includes(2) && process.isatty(2) ? process.clock.setTimeout(() => {
    shown = process.write(2, say.loading).catch(ignoreEnd);
  }, patience) : undefined;
  const result = await interpreter.booted;
  hint?.dispose();
  await shown;
  if (shown) await process.write(2, '\r\x1b[K');
  return result;
}

function ignoreEnd(error: unknown): void {
  if (!isEndOfProcess(error)) throw error;
}

/** Where the program was found, as sys.executable says it, and the prefix of the real file. */
function placeOf(process: Process, minor: string): { executable: string; prefix: string } {
  const [name = ''] = process.argv;
  const found = name.includes('/') ? name : (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${name}`).find((path) => process.access(path, 'x'));
  const absolute = found === undefined || found.startsWith('/') ? found : `${process.cwd === '/' ? '' : process.cwd}/${found.replace(/^\.\//, '')}`;
  let real = absolute ?? `/usr/bin/python${minor}`;
  try {
    real = process.realpath('/proc/self/exe');
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return { executable: absolute ?? real, prefix: real.slice(0, real.lastIndexOf('/bin/')) || '/usr' };
}

/** Answers the interpreter until its process is over. */
function serve(process: Process, { worker, memory }: Interpreter, start: PythonStart): Promise<{ status: number; signal?: number } | { failed: string } | { supervise: Supervised }> {
  const open = new OpenState(process);
  const words32 = memory && new Int32Array(memory, 0, shared.headerBytes / 4);
  const reply = (id: number, value: unknown): void => (memory ? answer(memory, value) : worker.post({ kind: 'reply', id, value: value instanceof Uint8Array && value.length < value.buffer.byteLength ? value.slice() : value }));
  const refuse = (id: number, errno: string): void => (memory ? answer(memory, undefined, errno) : worker.post({ kind: 'reply', id, errno }));
  let sent = 0;
  const untaken = (seen: number): boolean => (words32 ? Atomics.load(words32, shared.signals) !== 0 : seen < sent);
  const signal = (number: number): void => {
    sent++;
    deliver(number);
  };
  const deliver = (number: number): void => (words32 ? void Atomics.or(words32, shared.signals, 1 << number) : worker.post({ kind: 'signal', signal: number }));
  const call = async (id: number, name: string, args: readonly unknown[], seen: number): Promise<void> => {
    try {
      // A signal was on its way when the interpreter began to wait: it would not hear of it.
      if (interruptible.has(name) && untaken(seen)) {
        refuse(id, 'EINTR');
        return;
      }
      if (name === 'supervise') {
        const [argv, env, again, before] = args as [string[], Record<string, string>, number, string];
        supervising({ argv, env, again, before });
        return;
      }
      if (name === 'sigaction') {
        const [number, how] = args as [number, 'default' | 'ignore' | 'handle'];
        process.onSignal(signalOf(number), how === 'handle' ? { handle: () => signal(number) } : how);
        reply(id, null);
        return;
      }
      const run = callTable[name];
      if (!run) throw new Error(`no call ${name}`);
      reply(id, await (run as (...all: unknown[]) => unknown)(open, ...args));
    } catch (error) {
      if (isSystemError(error)) refuse(id, error.code);
      else if (!isEndOfProcess(error)) throw error;
    }
  };
  let supervising: (child: Supervised) => void = () => undefined;
  return new Promise((resolve, reject) => {
    supervising = (child) => resolve({ supervise: child });
    worker.listen((message: FromInterpreter) => {
      if (message.kind === 'call') call(message.id, message.name, message.args, message.seen).catch(reject);
      else if (message.kind === 'exit') resolve({ status: message.status, ...(message.signal !== undefined && { signal: message.signal }) });
      else if (message.kind === 'failed') resolve({ failed: message.reason });
    });
    if (process.signalDisposition('SIGINT') !== 'ignore') process.onSignal('SIGINT', { handle: () => signal(2) });
    process.onSignal('SIGPIPE', 'ignore');
    worker.post({ kind: 'run', start });
  });
}

function answer(memory: SharedArrayBuffer, value: unknown, errno?: string): void {
  const head = new Int32Array(memory, 0, shared.headerBytes / 4);
  const room = new Uint8Array(memory, shared.headerBytes);
  const flat = errno === undefined ? value : undefined;
  // Bytes inside an answer (a datagram with its sender) are what JSON cannot say.
  const data = flat instanceof Uint8Array ? flat : encodeUtf8(errno ?? (flat === undefined ? '' : JSON.stringify(flat, (_key, each: unknown) => (each instanceof Uint8Array ? { $bytes: [...each] } : each))));
  const fits = data.length <= room.length ? data : concatBytes([]);
  room.set(fits);
  head[shared.form] = errno !== undefined ? 2 : flat instanceof Uint8Array ? 1 : 0;
  head[shared.length] = fits.length;
  Atomics.store(head, shared.state, 1);
  Atomics.notify(head, shared.state);
}
