import { homeOf } from '../../lab/index.ts';
import type { ProofMachines } from '../../lab/authoring/index.ts';
import { dockerLabHosts, ensureGolden, type LabHost, whyNoDocker } from '../../server/index.ts';
import { UsageError } from '../usage-error.ts';
import { hostNamed, type MachineSource } from './machine-source.ts';

/** Real Docker hosts, each in a container of this machine's engine. */
export async function dockerMachines(): Promise<MachineSource> {
  const why = await whyNoDocker();
  if (why !== undefined) throw new UsageError(`--backend docker: ${why}`);
  const driver = dockerLabHosts(await ensureGolden());
  return {
    async create(lab) {
      const hosts = new Map<string, LabHost>();
      for (const name of lab.hosts) hosts.set(name, await driver.create({ hostname: name }));
      return machinesOf(hosts);
    },
    [Symbol.asyncDispose]: () => driver.dispose(),
  };
}

function machinesOf(hosts: ReadonlyMap<string, LabHost>): ProofMachines {
  return {
    exec: (script, { host: name, sealed: _sealed, ...options } = {}) => hostNamed(hosts, name).exec(script, { cwd: homeOf(options.user ?? 'root'), ...options }),
    files: {
      write: (path, data, { host: name, ...options } = {}) => hostNamed(hosts, name).putFiles([{ path, data, ...options }]),
    },
    async fork() {
      const forks = new Map<string, LabHost>();
      for (const [name, host] of hosts) forks.set(name, await host.fork());
      return machinesOf(forks);
    },
    async dispose() {
      await Promise.all([...hosts.values()].map((host) => host.dispose()));
    },
  };
}
