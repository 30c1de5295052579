import { bootHost, type Host } from '../../host/index.ts';
import type { Lab } from '../../lab/index.ts';
import type { ProofMachines } from '../../lab/authoring/index.ts';
import { hostNamed, type MachineSource } from './machine-source.ts';

async function create(lab: Lab): Promise<ProofMachines> {
  const hosts = new Map<string, Host>();
  for (const name of lab.hosts) hosts.set(name, await bootHost({ hostname: name }));
  return {
    async exec(script, { host: name, fork, ...options } = {}) {
      const host = hostNamed(hosts, name);
      if (!fork) return host.exec(script, options);
      await using copy = host.fork();
      return await copy.exec(script, options);
    },
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
