import type { ContainerSummary, Filters, PortSummary } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { labelMatches } from '../event/event-filter.ts';
import { filterMatches } from '../filter-match.ts';
import { findImage } from '../image/find-image.ts';
import { shownEndpoints } from '../network/endpoint.ts';
import { byPort } from '../network/ports.ts';
import { parseRfc3339 } from '../timestamp.ts';
import type { Container } from './container.ts';
import { allNames } from './links.ts';
import { statusText } from './status-text.ts';

/** What `docker ps` asks for. */
export interface ContainerListOptions {
  all: boolean;
  /** 0: no limit. */
  limit: number;
  size: boolean;
  filters: Filters;
}

const states = ['paused', 'restarting', 'removing', 'running', 'dead', 'created', 'exited'];
const known = ['ancestor', 'before', 'exited', 'expose', 'health', 'id', 'is-task', 'isolation', 'label', 'name', 'network', 'publish', 'since', 'status', 'volume'];

/** `GET /containers/json`, newest first. */
export function listContainers(daemon: Daemon, options: ContainerListOptions): ContainerSummary[] {
  const matches = containerFilter(daemon, options.filters);
  const all = options.all || options.limit > 0 || options.filters.has('status') || options.filters.has('exited');
  const found = daemon.containers.all().filter((container) => (all || container.isRunning) && matches(container));
  found.sort((a, b) => parseRfc3339(b.created) - parseRfc3339(a.created));
  return (options.limit > 0 ? found.slice(0, options.limit) : found).map((container) => summarizeContainer(daemon, container, options.size));
}

/** Makes a test of the filters; throws for those that mean nothing. */
function containerFilter(daemon: Daemon, filters: Filters): (container: Container) => boolean {
  for (const key of filters.keys()) if (!known.includes(key)) throw new EngineError('invalidParameter', `invalid filter '${key}'`);
  const any = (key: string, test: (value: string) => boolean): boolean => (filters.get(key) ?? []).length === 0 || (filters.get(key) ?? []).some(test);
  for (const value of filters.get('status') ?? []) if (!states.includes(value)) throw new EngineError('invalidParameter', `invalid filter 'status=${value}'`);
  for (const value of filters.get('health') ?? []) if (!['none', 'starting', 'healthy', 'unhealthy'].includes(value)) throw new EngineError('invalidParameter', `unrecognized filter value for health: ${value}`);
  for (const value of filters.get('exited') ?? []) if (!/^-?\d+$/.test(value)) throw new EngineError('invalidParameter', `invalid filter 'exited=${value}': strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
  const created = (name: string | undefined): number | undefined => (name === undefined ? undefined : parseRfc3339(daemon.containers.get(name).created));
  const before = created(filters.get('before')?.[0]);
  const since = created(filters.get('since')?.[0]);
  const ancestors = (filters.get('ancestor') ?? []).flatMap((name) => findImage(daemon, name)?.id ?? []);
  const ports = (key: string, value: string, container: Container): boolean => {
    const shown = key === 'expose' ? Object.keys(container.config.ExposedPorts ?? {}) : Object.keys(container.hostConfig.PortBindings ?? {});
    return shown.includes(value.includes('/') ? value : `${value}/tcp`);
  };
  return (container) =>
    filterMatches(filters, 'name', container.name, `/${container.name}`) && filterMatches(filters, 'id', container.id) &&
    any('status', (value) => value === container.status) &&
    any('exited', (value) => container.status === 'exited' && Number(value) === container.state.ExitCode) &&
    (filters.get('label') ?? []).every((wanted) => labelMatches(container.config.Labels, wanted)) &&
    (!filters.has('ancestor') || (container.imageId !== '' && ancestors.some((ancestor) => descends(daemon, container.imageId, ancestor)))) &&
    (before === undefined || parseRfc3339(container.created) < before) && (since === undefined || parseRfc3339(container.created) > since) &&
    any('volume', (value) => container.mounts.some(({ point }) => point.Name === value || point.Destination === value)) &&
    any('network', (value) => Object.entries(container.networks).some(([name, endpoint]) => name === value || (endpoint.NetworkID !== '' && endpoint.NetworkID.startsWith(value)))) &&
    any('health', (value) => (container.state.Health?.Status ?? 'none') === value) &&
    any('publish', (value) => ports('publish', value, container)) && any('expose', (value) => ports('expose', value, container)) && any('is-task', (value) => value === 'false');
}

/** Whether an image is, or was made of, another: by the classic builder's parents. */
function descends(daemon: Daemon, id: string, ancestor: string): boolean {
  if (id === ancestor) return true;
  const image = daemon.images.all().find((each) => each.id === id);
  return image?.parent !== undefined && descends(daemon, image.parent, ancestor);
}

function summarizeContainer(daemon: Daemon, container: Container, size: boolean): ContainerSummary {
  return {
    Id: container.id, Names: allNames(daemon, container), Image: imageName(daemon, container), ImageID: container.imageId, Command: commandText(container), Created: Math.floor(parseRfc3339(container.created) / 1000),
    Ports: portSummaries(container), ...(size && sizes(daemon, container)), Labels: container.config.Labels ?? {}, State: container.status, Status: statusText(container, daemon.clock.now()),
    HostConfig: { NetworkMode: container.hostConfig.NetworkMode },
    NetworkSettings: { Networks: Object.fromEntries(Object.entries(shownEndpoints(container.networks)).map(([name, endpoint]) => [name, { ...endpoint, DNSNames: null }])) },
    Mounts: container.mountPoints().map((point) => ({ ...point, Source: point.Type === 'volume' && /^[0-9a-f]{64}$/.test(point.Name ?? '') ? '' : point.Source })),
  };
}

/** The name it was made with; the id when that name means another image by now. */
function imageName(daemon: Daemon, container: Container): string {
  const { Image: name } = container.config;
  try {
    return findImage(daemon, name)?.id === container.imageId ? name : container.imageId;
  } catch {
    return container.imageId;
  }
}

/** Bytes written and bytes in all. A layer of nothing shows no SizeRw, as in the real API. */
export function sizes(daemon: Daemon, container: Container): { SizeRw?: number; SizeRootFs: number } {
  const own = daemon.snapshotter.size(container.mountId);
  return { ...(own > 0 && { SizeRw: own }), SizeRootFs: own + daemon.layers.stackSize(container.layerChainId) };
}

function commandText(container: Container): string {
  const quote = (word: string): string => (word.includes(' ') ? `'${word}'` : word);
  return container.args.length > 0 ? `${container.path} ${container.args.map(quote).join(' ')}` : container.path;
}

function portSummaries(container: Container): PortSummary[] {
  if (!container.isRunning) return [];
  return Object.keys(container.ports).sort(byPort).flatMap((key): PortSummary[] => {
    const [port = '', type = 'tcp'] = key.split('/');
    const bindings = container.ports[key];
    if (!bindings || bindings.length === 0) return [{ PrivatePort: Number(port), Type: type }];
    return bindings.map((binding) => ({ IP: binding.HostIp, PrivatePort: Number(port), PublicPort: Number(binding.HostPort), Type: type }));
  });
}
