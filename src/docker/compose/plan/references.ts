import { ComposeError } from '../failure/compose-error.ts';
import type { ServiceConfig } from '../project/index.ts';

const prefix = 'service:';

/** The service with `service:NAME` in its namespaces and `volumes_from` replaced by containers. `containerOf` gives the id of a service's first container. Throws ComposeError where there is none. */
export function resolveReferences(service: ServiceConfig, containerOf: (service: string) => string | undefined): ServiceConfig {
  const resolved = { ...service };
  if (service.volumes_from) {
    resolved.volumes_from = service.volumes_from.map((source) => {
      const [name = '', container = ''] = source.split(':');
      if (name === 'container') return container;
      return containerOf(name) ?? missing(`volume with service ${name}`);
    });
  }
  const share = (mode: string | undefined, what: string): string | undefined => {
    if (!mode?.startsWith(prefix)) return mode;
    const name = mode.slice(prefix.length);
    return `container:${containerOf(name) ?? missing(`${what} namespace with service ${name}`)}`;
  };
  for (const [key, what] of [['network_mode', 'network'], ['ipc', 'IPC'], ['pid', 'PID']] as const) {
    const mode = share(service[key], what);
    if (mode !== undefined) resolved[key] = mode;
  }
  return resolved;
}

function missing(what: string): never {
  throw new ComposeError('other', `cannot share ${what}: container missing`);
}
