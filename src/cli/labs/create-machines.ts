import type { LabBackend } from '../../lab/index.ts';
import type { MachineSource } from './machine-source.ts';

/** Where machines for a backend come from. UsageError, saying why, when it can't be had here. */
export async function createMachinesFor(backend: LabBackend): Promise<MachineSource> {
  if (backend === 'docker') return (await import('./docker-machines.ts')).dockerMachines();
  return (await import('./sandbox-machines.ts')).sandboxMachines();
}
