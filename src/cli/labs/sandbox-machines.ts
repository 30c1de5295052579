import { bootLabHosts, type Host } from '../../host/index.ts';
import type { Lab } from '../../lab/index.ts';
import type { ProofMachines } from '../../lab/authoring/index.ts';
import { hostNamed, type MachineSource } from './machine-source.ts';

async function create({ hosts: names }: Pick<Lab, 'hosts'>): Promise<ProofMachines> {
  return machines(names, await bootLabHosts(names));
}

function machines(names: readonly string[], hosts: ReadonlyMap<string, Host>): ProofMachines {
  return {
    exec: (script, { host: name, ...options } = {}) => hostNamed(hosts, name).exec(script, options),
    files: {
      async write(path, data, { host: name, ...options } = {}) {
        hostNamed(hosts, name).files.write(path, data, options);
      },
    },
    // Copies of the disks, booted: what ran has ended, as on real Docker.
    async fork() {
      const snapshots = Object.fromEntries([...hosts].map(([name, host]) => [name, host.snapshot()] as const));
      return machines(names, await bootLabHosts(names, { snapshots }));
    },
    async dispose() {
      for (const host of hosts.values()) await host.dispose();
    },
  };
}

/** Sandbox hosts in this process. */
export function sandboxMachines(): MachineSource {
  return { create, [Symbol.asyncDispose]: async () => undefined };
}
