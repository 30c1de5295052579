import { goQuote } from '../../../base/go/index.ts';
import type { Volume } from '../../api/index.ts';
import { labels } from '../observe/index.ts';
import type { Project, VolumeConfig } from '../project/index.ts';
import type { ResourceStep } from './plan.ts';

/** What is done about the named volumes of a project, given all that there are. */
export function planVolumes(project: Project, existing: readonly Volume[]): ResourceStep<VolumeConfig>[] {
  return Object.entries(project.volumes).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, config]): ResourceStep<VolumeConfig> => {
    const name = config.name ?? key;
    const found = existing.find((volume) => volume.Name === name);
    if (config.external) return found ? { do: 'keep', key, name } : { do: 'fail', key, message: `external volume ${goQuote(name)} not found` };
    if (!found) return { do: 'create', key, config: { ...config, name } };
    const warning = warningOf(project.name, name, found.Labels?.[labels.project]);
    return { do: 'keep', key, name, ...(warning !== undefined && { warning }) };
  });
}

function warningOf(project: string, name: string, owner: string | undefined): string | undefined {
  if (owner === undefined) return `volume ${goQuote(name)} already exists but was not created by Docker Compose. Use \`external: true\` to use an existing volume`;
  if (owner === project) return undefined;
  return `volume ${goQuote(name)} already exists but was created for project ${goQuote(owner)} (expected ${goQuote(project)}). Use \`external: true\` to use an existing volume`;
}
