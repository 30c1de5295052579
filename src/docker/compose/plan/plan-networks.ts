import { goQuote } from '../../../base/go/index.ts';
import type { NetworkInspect } from '../../api/index.ts';
import { labels } from '../observe/index.ts';
import type { NetworkConfig, Project } from '../project/index.ts';
import type { ResourceStep } from './plan.ts';

/** What is done about the networks of a project, given all that there are. A network that is there is kept as it is, whatever the files say of it now. */
export function planNetworks(project: Project, existing: readonly NetworkInspect[]): ResourceStep<NetworkConfig>[] {
  return Object.entries(project.networks).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, config]) => planNetwork(project.name, key, config, existing));
}

function planNetwork(project: string, key: string, config: NetworkConfig, existing: readonly NetworkInspect[]): ResourceStep<NetworkConfig> {
  const name = config.name ?? key;
  if (config.external) return planExternal(key, name, existing);
  const found = existing.find((network) => network.Name === name);
  if (!found) return { do: 'create', key, config: { ...config, name } };
  const owner = found.Labels[labels.project];
  const given = found.Labels[labels.network] ?? '';
  if (given !== key) return { do: 'fail', key, message: `network ${name} was found but has incorrect label ${labels.network} set to ${goQuote(given)}` };
  const warning = owner === undefined
    ? `a network with name ${name} exists but was not created by compose.\nSet \`external: true\` to use an existing network`
    : owner === project ? undefined : `a network with name ${name} exists but was not created for project ${goQuote(project)}.\nSet \`external: true\` to use an existing network`;
  return { do: 'keep', key, name, ...(warning !== undefined && { warning }) };
}

function planExternal(key: string, name: string, existing: readonly NetworkInspect[]): ResourceStep<NetworkConfig> {
  const matching = existing.filter((network) => network.Name === name || network.Id === name);
  const [found, ...others] = matching;
  if (others.length > 0) return { do: 'fail', key, message: `multiple networks with name ${goQuote(name)} were found. Use network ID as \`name\` to avoid ambiguity` };
  if (found) return { do: 'keep', key, name: found.Id };
  // The engine finds networks by a part of their name; where it finds none at all, the words are its own.
  if (existing.some((network) => network.Name.includes(name))) return { do: 'fail', key, message: `network ${name} declared as external, but could not be found` };
  return { do: 'fail', key, message: `Error response from daemon: network ${name} not found` };
}
