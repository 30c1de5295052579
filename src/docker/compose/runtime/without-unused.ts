import type { Project, ServiceConfig } from '../project/index.ts';

/** The project without networks, volumes, secrets and configs that no service uses. */
export function withoutUnused(project: Project): Project {
  const services = Object.values(project.services);
  const used = (names: (service: ServiceConfig) => readonly string[]): Set<string> => new Set(services.flatMap(names));
  const networks = used((service) => Object.keys(service.networks ?? {}));
  const volumes = used((service) => (service.volumes ?? []).flatMap(({ type, source }) => (type === 'volume' && source ? [source] : [])));
  const secrets = used((service) => [...(service.secrets ?? []), ...(service.build?.secrets ?? [])].map(({ source }) => source));
  const configs = used((service) => (service.configs ?? []).map(({ source }) => source));
  return { ...project, networks: only(project.networks, networks), volumes: only(project.volumes, volumes), secrets: only(project.secrets, secrets), configs: only(project.configs, configs) };
}

function only<T>(all: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}
