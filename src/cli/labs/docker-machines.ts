import { homeOf } from '../../lab/index.ts';
import type { ProofMachines } from '../../lab/authoring/index.ts';
import { dockerLabHosts, ensureGolden, type LabHostGroup, shownOnce, whyNoDocker } from '../../server/index.ts';
import { UsageError } from '../usage-error.ts';
import { hostNamed, type MachineSource } from './machine-source.ts';

/** Real Docker hosts, each in a container of this machine's engine. */
export async function dockerMachines(): Promise<MachineSource> {
  const why = await whyNoDocker();
  if (why !== undefined) throw new UsageError(`--backend docker: ${why}`);
  const golden = await ensureGolden();
  const driver = dockerLabHosts(golden);
  return {
    once: (name, folders, show) => shownOnce(golden, name, { texts: [], folders }, show),
    create: async ({ hosts }) => machinesOf(await driver.createGroup({ hostnames: hosts })),
    [Symbol.asyncDispose]: () => driver.dispose(),
  };
}

function machinesOf(group: LabHostGroup): ProofMachines {
  const { hosts } = group;
  return {
    exec: (script, { host: name, sealed: _sealed, ...options } = {}) => hostNamed(hosts, name).exec(script, { cwd: homeOf(options.user ?? 'root'), ...options }),
    files: {
      write: (path, data, { host: name, ...options } = {}) => hostNamed(hosts, name).putFiles([{ path, data, ...options }]),
    },
    async fork() {
      const copy = await group.fork();
      return copy && machinesOf(copy);
    },
    dispose: () => group.dispose(),
  };
}
