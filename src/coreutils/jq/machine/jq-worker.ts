import { openPort } from '../../../base/worker/index.ts';
import type { FromMachine, JqStart, ToMachine, Waiting } from '../protocol.ts';
import { compileJq } from './binary.ts';
import { ableToWait, runOnce } from './machine.ts';
import { repeatingTransport, suspendingTransport, type Transport } from './transport.ts';

const port = openPort<FromMachine, ToMachine>();
let wasm: Promise<WebAssembly.Module> | undefined;
let transport: Transport | undefined;
/** Goes on with a run that was given up for want of an answer. */
let again: () => void = () => undefined;

port.listen((message) => {
  if (message.kind === 'answer') {
    if (transport?.answer(message.id, message.value, message.errno)) again();
    return;
  }
  wasm ??= message.wasm ? Promise.resolve(message.wasm) : compileJq().then((compiled) => {
    port.post({ kind: 'compiled', wasm: compiled });
    return compiled;
  });
  void wasm.then((compiled) => run(compiled, message.start, message.waiting ?? ableToWait)).catch(fail);
});

async function run(compiled: WebAssembly.Module, start: JqStart, waiting: Waiting): Promise<void> {
  const made = (waiting === 'suspend' ? suspendingTransport : repeatingTransport)((id, name, args) => port.post({ kind: 'call', id, name, args }));
  transport = made;
  const go = async (): Promise<void> => {
    made.rewind();
    const end = await runOnce(compiled, start, made, waiting);
    if (end) port.post({ kind: 'end', end });
  };
  again = () => void go().catch(fail);
  await go();
}

function fail(error: unknown): void {
  port.post({ kind: 'failed', reason: error instanceof Error ? error.stack ?? error.message : String(error) });
}
