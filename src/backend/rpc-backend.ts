import { encodeUtf8, Emitter, toDisposable, type Disposable } from '../base/index.ts';
import { createRpcClient, ProtocolError, type RpcClient, type Transport } from '../protocol/index.ts';
import type { Backend, BackendCapabilities, BackendFiles, BackendTerminal } from './backend.ts';

/** How much shown output is confirmed at once, in bytes. */
const ackBatch = 32 * 1024;

/** What a terminal told before its number was known. */
interface EarlyTerminal {
  data: Uint8Array[];
  exitCode?: number;
}

function createTerminal(rpc: RpcClient, id: number, joined: boolean, told: EarlyTerminal): BackendTerminal {
  const data = new Emitter<Uint8Array>();
  const exits = new Emitter<number>();
  const subscriptions: Disposable[] = [];
  let unconfirmed = 0;
  let open = true;
  // Output that comes before somebody listens is kept for the first listener.
  let early: Uint8Array[] | undefined = told.data;
  const end = (): void => {
    open = false;
    for (const subscription of subscriptions) subscription.dispose();
  };
  const exit = (code: number): void => {
    if (!open) return;
    end();
    exits.fire(code);
  };
  subscriptions.push(
    rpc.on('terminal.data', (event) => {
      if (event.terminal !== id) return;
      if (early) early.push(event.data);
      else data.fire(event.data);
    }),
    rpc.on('terminal.exit', (event) => {
      if (event.terminal === id) exit(event.exitCode);
    }),
  );
  const tell = (request: Promise<unknown>): void => {
    // A lost transport is reported once, by onClose.
    request.catch(() => undefined);
  };
  return {
    joined,
    write(input) {
      if (open) tell(rpc.request('terminal.write', { terminal: id, data: typeof input === 'string' ? encodeUtf8(input) : input }));
    },
    resize(size) {
      if (open) tell(rpc.request('terminal.resize', { terminal: id, size }));
    },
    onData(listener) {
      const subscription = data.event(listener);
      if (early) {
        const kept = early;
        early = undefined;
        for (const part of kept) data.fire(part);
      }
      return subscription;
    },
    shown(bytes) {
      unconfirmed += bytes;
      if (unconfirmed < ackBatch || !open) return;
      tell(rpc.request('terminal.ack', { terminal: id, bytes: unconfirmed }));
      unconfirmed = 0;
    },
    onExit(listener) {
      const subscription = exits.event(listener);
      if (told.exitCode !== undefined) exit(told.exitCode);
      return subscription;
    },
    dispose() {
      if (!open) return;
      end();
      tell(rpc.request('terminal.close', { terminal: id }));
    },
  };
}

function createFiles(rpc: RpcClient): BackendFiles {
  return {
    list: (path, host) => rpc.request('files.list', { path, host }),
    read: (path, host) => rpc.request('files.read', { path, host }),
    write: (path, data, options = {}) =>
      rpc.request('files.write', { path, data: typeof data === 'string' ? encodeUtf8(data) : data, ...options }),
    mkdir: (path, host) => rpc.request('files.mkdir', { path, host }),
    rename: (from, to, host) => rpc.request('files.rename', { from, to, host }),
    remove: (path, host) => rpc.request('files.remove', { path, host }),
  };
}

/** Pieces may come before the number that they are told under: they are kept until it is known. */
async function followEngine(rpc: RpcClient, request: { host?: string; path: string }, text: (piece: string) => void, ended: () => void): Promise<Disposable> {
  let number: number | undefined;
  let early: { follow: number; text?: string }[] = [];
  let open = true;
  const hear = (event: { follow: number; text?: string }): void => {
    if (number === undefined) early.push(event);
    else if (event.follow === number && open) {
      if (event.text !== undefined) return text(event.text);
      stop();
      ended();
    }
  };
  const subscriptions = [rpc.on('engine.text', hear), rpc.on('engine.end', hear)];
  const stop = (): void => {
    open = false;
    for (const subscription of subscriptions) subscription.dispose();
  };
  try {
    number = (await rpc.request('engine.follow', request)).follow;
  } catch (error) {
    stop();
    throw error;
  }
  for (const event of early) hear(event);
  early = [];
  return toDisposable(() => {
    if (!open) return;
    stop();
    rpc.request('engine.unfollow', { follow: number ?? 0 }).catch(() => undefined);
  });
}

/** A backend whose hosts are at the other end of `transport`: the sandbox's worker, or a server. */
export function createRpcBackend(kind: Backend['kind'], capabilities: BackendCapabilities, transport: Transport): Backend {
  const rpc = createRpcClient(transport);
  return {
    kind,
    capabilities,
    boot: (params) => rpc.request('boot', params),
    async openTerminal(options) {
      const early = new Map<number, EarlyTerminal>();
      const of = (id: number): EarlyTerminal => {
        const told = early.get(id) ?? { data: [] };
        early.set(id, told);
        return told;
      };
      const hearing = [rpc.on('terminal.data', (event) => of(event.terminal).data.push(event.data)), rpc.on('terminal.exit', (event) => (of(event.terminal).exitCode = event.exitCode))];
      try {
        const { terminal, joined = false } = await rpc.request('terminal.open', options);
        return createTerminal(rpc, terminal, joined, of(terminal));
      } finally {
        for (const each of hearing) each.dispose();
      }
    },
    exec: (script, options = {}) => rpc.request('exec', { script, options }),
    files: createFiles(rpc),
    engine: (request) => rpc.request('engine', request),
    followEngine: (request, text, ended) => followEngine(rpc, request, text, ended),
    httpRequest: (request) => rpc.request('http.request', request),
    async watchNetwork(listener, host) {
      if (!capabilities.networkEvents) throw new ProtocolError({ code: 'unsupported', message: 'Packets can be watched in the sandbox only.' });
      const subscription = rpc.on('network', listener);
      await rpc.request('network.watch', { on: true, ...(host !== undefined && { host }) });
      return toDisposable(() => {
        subscription.dispose();
        rpc.request('network.watch', { on: false, ...(host !== undefined && { host }) }).catch(() => undefined);
      });
    },
    save: () => rpc.request('save', {}),
    reset: () => rpc.request('reset', {}),
    onChange: (listener) => rpc.on('change', listener),
    onSaveFailed: (listener) => rpc.on('save.failed', listener),
    onClose: rpc.onClose,
    dispose: () => rpc.dispose(),
  };
}
