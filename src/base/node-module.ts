/** The few parts of Node that are used where there is no browser. */
interface NodeModules {
  fs: { readFileSync(path: URL): Uint8Array };
  v8: { setFlagsFromString(flags: string): void };
  worker_threads: { Worker: new (address: URL, options: object) => NodeWorker; parentPort: NodePort | null };
}

/** A port of Node's worker_threads. */
interface NodePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  ref(): void;
  unref(): void;
}

interface NodeWorker extends NodePort {
  terminate(): Promise<number>;
}

/** A module of Node, undefined in a browser. Layers that run in both import nothing of Node. */
export function nodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined {
  const { process } = globalThis as { process?: { versions?: { node?: string }; getBuiltinModule?: (name: string) => unknown } };
  return process?.versions?.node === undefined ? undefined : (process.getBuiltinModule?.(`node:${name}`) as NodeModules[Name] | undefined);
}
