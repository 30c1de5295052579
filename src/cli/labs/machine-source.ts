import type { CreateMachines } from '../../lab/authoring/index.ts';
import { UsageError } from '../usage-error.ts';

/** Makes machines for labs on one backend; disposing of it gives back what it opened. */
export interface MachineSource extends AsyncDisposable {
  create: CreateMachines;
  /** Shows something on these machines, unless an earlier run has shown the same (the same files below `folders`) on the same machines; gives the words of `show`. Absent where nothing is remembered. */
  once?(name: string, folders: readonly string[], show: () => Promise<string>): Promise<{ words: string; before: boolean }>;
}

/** The host of that name; the first without one. UsageError when the lab has none of that name. */
export function hostNamed<T>(hosts: ReadonlyMap<string, T>, name: string | undefined): T {
  const host = name === undefined ? hosts.values().next().value : hosts.get(name);
  if (!host) throw new UsageError(`the lab has no host ${name ?? ''}; its hosts are ${[...hosts.keys()].join(', ')}`);
  return host;
}
