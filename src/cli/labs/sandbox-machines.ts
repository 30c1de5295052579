import { bootLabHosts } from '../../host/index.ts';
import type { Lab } from '../../lab/index.ts';
import type { ProofMachines } from '../../lab/authoring/index.ts';
import { hostNamed, type MachineSource } from './machine-source.ts';

async function create({ hosts: names }: Pick<Lab, 'hosts'>): Promise<ProofMachines> {
  const hosts = await bootLabHosts(names);
  return {
    exec: (script, { host: name, ...options } = {}) => hostNamed(hosts, name).exec(script, options),
    files: {
      async write(path, data, { host: name, ...options } = {}) {
        hostNamed(hosts, name).files.write(path, data, options);
      },
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
