import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSystemTree, SpawnOptions, WebContainer, WebContainerProcess } from '@webcontainer/api';
import type { ContainerLike } from '../../src/backend/index.ts';

function put(folder: string, tree: FileSystemTree): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, node] of Object.entries(tree)) {
    const path = join(folder, name);
    if ('directory' in node) put(path, node.directory);
    else if ('symlink' in node.file) symlinkSync(node.file.symlink, path);
    else writeFileSync(path, node.file.contents);
  }
}

/** A process's streams as a terminal in raw mode: lines that are written end with `\r\n`, stdout and stderr are one, and who writes waits for who reads. */
function attach(child: ChildProcess): WebContainerProcess {
  const terminal = new TransformStream<string, string>({ transform: (text, controller) => controller.enqueue(text.replaceAll('\n', '\r\n')) });
  const writer = terminal.writable.getWriter();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      stream.pause();
      void writer.write(text).catch(() => undefined).then(() => stream.resume());
    });
  }
  child.stdin?.on('error', () => undefined);
  const exit = once(child, 'exit').then(([code]) => (code as number | null) ?? 137);
  void once(child, 'close').then(() => writer.close()).catch(() => undefined);
  return {
    exit,
    output: terminal.readable,
    input: new WritableStream({
      write: (text) => new Promise<void>((resolve, reject) => child.stdin?.write(text, (error) => (error ? reject(error) : resolve()))),
    }),
    kill: () => void child.kill('SIGKILL'),
    resize: () => undefined,
  };
}

/** A WebContainer as far as a backend uses one: a folder of this machine, and its processes. */
export interface LocalContainer extends ContainerLike {
  readonly folder: string;
  readonly children: readonly ChildProcess[];
  /** Resolves when it is torn down. */
  readonly tornDown: Promise<void>;
  /** Tells that a program listens on a port, or does no more. */
  tellPort(port: number, type: 'open' | 'close'): void;
  /** Resolves when none of its processes is left. */
  ended(): Promise<void>;
}

/** What stands for a program of a WebContainer. */
const programs: Readonly<Record<string, string>> = { node: process.execPath, jsh: 'sh' };

/** Boots one. Its node is this process's, its shell a plain one. */
export function bootLocalContainer(): LocalContainer {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-webcontainer-'));
  const children: ChildProcess[] = [];
  const exits: Promise<unknown>[] = [];
  const listeners = new Set<(port: number, type: 'open' | 'close', url: string) => void>();
  const tornDown = Promise.withResolvers<void>();
  const start = async (command: string, args: string[] = [], options: SpawnOptions = {}): Promise<WebContainerProcess> => {
    const env = Object.fromEntries(Object.entries(options.env ?? {}).map(([name, value]) => [name, String(value)]));
    const child = spawn(programs[command] ?? command, args, { cwd: join(folder, options.cwd ?? ''), env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'pipe' });
    exits.push(once(child, 'close'));
    children.push(child);
    await once(child, 'spawn');
    return attach(child);
  };
  return {
    folder,
    children,
    tornDown: tornDown.promise,
    async mount(tree) {
      if (tree instanceof Uint8Array || tree instanceof ArrayBuffer) throw new Error('snapshots are not mounted here');
      put(folder, tree);
    },
    spawn: ((command, args, options) => (Array.isArray(args) ? start(command, args, options) : start(command, [], args))) as WebContainer['spawn'],
    on(_event, listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tellPort(port, type) {
      for (const listener of listeners) listener(port, type, `http://localhost:${port}`);
    },
    teardown() {
      tornDown.resolve();
      for (const child of children) child.kill('SIGKILL');
    },
    async ended() {
      await Promise.all(exits);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
