import type { FileSystemTree, WebContainer, WebContainerProcess } from '@webcontainer/api';
import { decodeUtf8, type Disposable, Emitter, encodeUtf8, type Event } from '../base/index.ts';
import type { TerminalSize } from '../protocol/index.ts';
import type { Alongside, BackendTerminal } from './backend.ts';

/** What is used of a WebContainer. */
export interface ContainerLike extends Pick<WebContainer, 'mount' | 'spawn' | 'teardown'> {
  on(event: 'port', listener: (port: number, type: 'open' | 'close', url: string) => void): () => void;
  mount(tree: FileSystemTree): Promise<void>;
}

/** The container's own shell, as a terminal. */
async function openShell(container: ContainerLike, size: TerminalSize): Promise<BackendTerminal> {
  const shell: WebContainerProcess = await container.spawn('jsh', { terminal: { cols: size.columns, rows: size.rows } });
  const writer = shell.input.getWriter();
  const data = new Emitter<Uint8Array>();
  const exits = new Emitter<number>();
  let early: Uint8Array[] | undefined = [];
  let exited: number | undefined;
  let open = true;
  const output = shell.output.pipeTo(
    new WritableStream({
      write(text) {
        const bytes = encodeUtf8(text);
        if (early) early.push(bytes);
        else data.fire(bytes);
      },
    }),
  );
  // What was written last comes before the end.
  void Promise.all([shell.exit.catch(() => 1), output.catch(() => undefined)]).then(([status]) => {
    exited = status;
    if (open) exits.fire(status);
    open = false;
  });
  return {
    joined: false,
    write(input) {
      if (open) writer.write(typeof input === 'string' ? input : decodeUtf8(input)).catch(() => undefined);
    },
    resize: ({ columns, rows }) => {
      if (open) shell.resize({ cols: columns, rows });
    },
    onData(listener) {
      const subscription = data.event(listener);
      const kept = early ?? [];
      early = undefined;
      for (const part of kept) data.fire(part);
      return subscription;
    },
    // Nothing in a WebContainer holds back what is written.
    shown: () => undefined,
    onExit(listener) {
      if (exited !== undefined) listener(exited);
      return exits.event(listener);
    },
    dispose() {
      if (!open) return;
      open = false;
      shell.kill();
    },
  };
}

/** The container itself, beside the lab's hosts: its shell, and the ports that its programs listen on. */
export function nodeAlongside(container: ContainerLike, name: string): Alongside & Disposable & { openTerminal(size: TerminalSize): Promise<BackendTerminal> } {
  const open = new Set<number>();
  const changes = new Emitter<void>();
  const stop = container.on('port', (port, type) => {
    if (type === 'open') open.add(port);
    else open.delete(port);
    changes.fire();
  });
  const onPorts: Event<void> = changes.event;
  return { name, ports: () => [...open].sort((a, b) => a - b), onPorts, openTerminal: (size) => openShell(container, size), dispose: stop };
}
