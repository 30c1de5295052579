import type { NetworkCreateRequest } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { labels, labelVersion } from '../observe/index.ts';
import type { ResourceStep } from '../plan/index.ts';
import type { NetworkConfig, Project, VolumeConfig } from '../project/index.ts';
import { done, failed, working, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';

/** Makes the networks that are missing; gives the project with the ids of external ones as their names. */
export async function applyNetworks(compose: Compose, writer: ProgressWriter, project: Project, steps: readonly ResourceStep<NetworkConfig>[]): Promise<Project> {
  const networks = { ...project.networks };
  for (const step of steps) {
    if (step.do === 'fail') throw new ComposeError('other', step.message);
    if (step.do === 'keep') {
      if (step.warning !== undefined) compose.warn(step.warning);
      networks[step.key] = { ...networks[step.key], name: step.name };
      continue;
    }
    const { name = step.key } = step.config;
    writer.event(working(`Network ${name}`, 'Creating'));
    try {
      await compose.actions.createNetwork(networkRequest(project.name, step.key, name, step.config));
    } catch (error) {
      writer.event(failed(`Network ${name}`));
      if (isDockerError(error)) throw new ComposeError('other', `failed to create network ${name}: ${error.message}`);
      throw error;
    }
    writer.event(done(`Network ${name}`, 'Created'));
  }
  return { ...project, networks };
}

function networkRequest(project: string, key: string, name: string, config: NetworkConfig): NetworkCreateRequest {
  const { driver: ipamDriver, config: pools } = config.ipam ?? {};
  return {
    Name: name,
    CheckDuplicate: true,
    ...(config.driver && { Driver: config.driver }),
    ...(config.driver_opts && { Options: config.driver_opts }),
    ...(config.internal && { Internal: true }),
    ...(config.attachable && { Attachable: true }),
    ...(config.enable_ipv6 && { EnableIPv6: true }),
    ...((ipamDriver || (pools?.length ?? 0) > 0) && {
      IPAM: {
        ...(ipamDriver && { Driver: ipamDriver }),
        Config: (pools ?? []).map((pool) => ({
          ...(pool.subnet && { Subnet: pool.subnet }), ...(pool.ip_range && { IPRange: pool.ip_range }), ...(pool.gateway && { Gateway: pool.gateway }),
          ...(pool.aux_addresses && { AuxiliaryAddresses: pool.aux_addresses }),
        })),
      },
    }),
    Labels: { ...config.labels, [labels.network]: key, [labels.project]: project, [labels.version]: labelVersion },
  };
}

/** Makes the named volumes that are missing. */
export async function applyVolumes(compose: Compose, writer: ProgressWriter, project: Project, steps: readonly ResourceStep<VolumeConfig>[]): Promise<void> {
  for (const step of steps) {
    if (step.do === 'fail') throw new ComposeError('other', step.message);
    if (step.do === 'keep') {
      if (step.warning !== undefined) compose.warn(step.warning);
      continue;
    }
    const { name = step.key, driver, driver_opts: options } = step.config;
    const id = `Volume ${JSON.stringify(name)}`;
    writer.event(working(id, 'Creating'));
    try {
      await compose.actions.createVolume({
        Name: name, ...(driver && { Driver: driver }), ...(options && { DriverOpts: options }),
        Labels: { ...step.config.labels, [labels.volume]: step.key, [labels.project]: project.name, [labels.version]: labelVersion },
      });
    } catch (error) {
      writer.event(failed(id));
      throw error;
    }
    writer.event(done(id, 'Created'));
  }
}
