import type { ContainerSummary, NetworkInspect, Volume } from '../../api/index.ts';
import { serviceOf } from '../observe/index.ts';
import type { Project } from '../project/index.ts';
import { planNetworks } from './plan-networks.ts';
import type { Plan } from './plan.ts';
import { planServices, type ServicesOptions } from './plan-services.ts';
import { planVolumes } from './plan-volumes.ts';

/** What there is on the engine. */
export interface Observed {
  /** Of the project, one-off ones too. */
  readonly containers: readonly ContainerSummary[];
  /** All. */
  readonly networks: readonly NetworkInspect[];
  /** All. */
  readonly volumes: readonly Volume[];
}

export interface PlanOptions extends ServicesOptions {
  readonly orphans: 'remove' | 'warn' | 'nothing';
}

/** What `up` and `create` change, given what there is. Throws ComposeError for a project that can't be. */
export function planUp(project: Project, observed: Observed, options: PlanOptions): Plan {
  const known = new Set([...Object.keys(project.services), ...Object.keys(project.disabledServices)]);
  const orphans = observed.containers.filter((container) => !known.has(serviceOf(container)));
  return {
    networks: planNetworks(project, observed.networks),
    volumes: planVolumes(project, observed.volumes),
    orphans: { do: orphans.length > 0 ? options.orphans : 'nothing', containers: orphans },
    services: planServices(project, observed.containers, options),
  };
}
