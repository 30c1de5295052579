import { buildTree, Kernel, type KernelOptions, type Process, type Program, programStub, type TreeEntry } from './index.ts';

/** A small machine for tests: programs by name, each also an executable at /bin/NAME, and further files. */
export function bootKernel(programs: Record<string, Program> = {}, files: readonly TreeEntry[] = [], options: Partial<KernelOptions> = {}): Kernel {
  const stubs = Object.keys(programs).map((name) => ({ path: `/bin/${name}`, mode: 0o755, content: programStub(name), size: 100_000 }));
  const root = buildTree([{ path: '/tmp', mode: 0o1777 }, { path: '/root', mode: 0o700 }, { path: '/etc' }, ...stubs, ...files]);
  const table = new Map(Object.entries(programs).map(([name, program]) => [name, () => program]));
  return new Kernel({ hostname: 'test', root, programs: table, ...options });
}

/** Runs a function as a child of pid 1; gives what it returned. An error of its own is thrown here. */
export async function runIn<T>(kernel: Kernel, body: (process: Process) => T | Promise<T>): Promise<T> {
  let outcome: { value: T } | { error: unknown } | undefined;
  const pid = kernel.init.fork(async (process) => {
    try {
      outcome = { value: await body(process) };
    } catch (error) {
      outcome = { error };
    }
    return 0;
  }, { fds: {} });
  await kernel.init.wait(pid);
  if (!outcome) throw new Error('the process was killed');
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
