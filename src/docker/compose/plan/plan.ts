import type { ContainerSummary } from '../../api/index.ts';
import type { NetworkConfig, ServiceConfig, VolumeConfig } from '../project/index.ts';

/** What is done about one container. */
export type ContainerStep =
  | { readonly do: 'create'; readonly name: string; readonly number: number }
  /** Makes a new one in its place; `name` differs from the old one's where the service asks for another now. */
  | { readonly do: 'recreate'; readonly container: ContainerSummary; readonly name: string; readonly number: number }
  | { readonly do: 'keep'; readonly container: ContainerSummary }
  /** There are more than there shall be. */
  | { readonly do: 'remove'; readonly container: ContainerSummary };

/** What is done about a service's containers. */
export interface ServicePlan {
  readonly service: ServiceConfig;
  readonly steps: readonly ContainerStep[];
}

/** What is done about a network or a volume: `fail` ends the command there. */
export type ResourceStep<C> =
  | { readonly do: 'create'; readonly key: string; readonly config: C }
  | { readonly do: 'keep'; readonly key: string; readonly name: string; readonly warning?: string }
  | { readonly do: 'fail'; readonly key: string; readonly message: string };

/** What `up` and `create` change, in this order. */
export interface Plan {
  readonly networks: readonly ResourceStep<NetworkConfig>[];
  readonly volumes: readonly ResourceStep<VolumeConfig>[];
  /** Containers of services that the files don't have. */
  readonly orphans: { readonly do: 'remove' | 'warn' | 'nothing'; readonly containers: readonly ContainerSummary[] };
  /** In an order in which each stands after those it waits for. */
  readonly services: readonly ServicePlan[];
}

/** When containers are made anew: never, always, or when their configuration or image has changed. */
export type RecreateStrategy = 'never' | 'force' | 'diverged';
