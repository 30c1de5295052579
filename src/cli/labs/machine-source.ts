import type { LabBackend } from '../../lab/index.ts';
import type { CreateMachines } from '../../lab/authoring/index.ts';
import { UsageError } from '../usage-error.ts';

/** Makes machines for labs on one backend; disposing of it gives back what it opened. */
export interface MachineSource extends AsyncDisposable {
  create: CreateMachines;
}

/** The host of that name; the first without one. UsageError when the lab has none of that name. */
export function hostNamed<T>(hosts: ReadonlyMap<string, T>, name: string | undefined): T {
  const host = name === undefined ? hosts.values().next().value : hosts.get(name);
  if (!host) throw new UsageError(`the lab has no host ${name ?? ''}`);
  return host;
}

/** Where machines for a backend come from. UsageError, saying why, when it can't be had here. */
export async function createMachinesFor(backend: LabBackend): Promise<MachineSource> {
  if (backend === 'docker') return (await import('./docker-machines.ts')).dockerMachines();
  return (await import('./sandbox-machines.ts')).sandboxMachines();
}
