import type { HostConfig } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { Container } from './container.ts';

/** Another container under a name of one's own: `--link NAME:ALIAS`. */
export interface Link {
  other: Container;
  alias: string;
}

/** The links of a container on the default bridge. Throws when a linked one is gone. */
export function linksOf(daemon: Daemon, container: Container): Link[] {
  return ownLinks(container).map((link) => {
    const { name, alias } = parseLink(link);
    return { other: daemon.containers.get(name), alias };
  });
}

/** What HostConfig.Links counts for: on networks of one's own links are names alone, which the endpoint has. */
function ownLinks({ hostConfig }: Container): readonly string[] {
  return ['', 'default', 'bridge'].includes(hostConfig.NetworkMode) ? (hostConfig.Links ?? []) : [];
}

/** `name:alias`, `/name:alias` or `name`. */
export function parseLink(link: string): { name: string; alias: string } {
  const [given = '', alias] = link.split(':');
  const name = given.replace(/^\//, '');
  return { name, alias: alias ?? name };
}

/** Throws when a container that is to be linked to is not there. */
export function checkLinks(daemon: Daemon, { Links }: HostConfig): void {
  for (const link of Links ?? []) {
    const { name } = parseLink(link);
    if (!daemon.containers.find(name)) throw new EngineError('invalidParameter', `could not get container for ${name}: No such container: ${name}`);
  }
}

/** What inspect shows: `/db:/web/alias`. */
export function shownLinks(container: Container): string[] | null {
  const links = ownLinks(container);
  if (links.length === 0) return null;
  return links.map(parseLink).map(({ name, alias }) => `/${name}:/${container.name}/${alias}`);
}

/** All names under which a container goes: its own, and those that others' links gave it. */
export function allNames(daemon: Daemon, container: Container): string[] {
  const given = daemon.containers.all().flatMap((other) => ownLinks(other).map(parseLink).flatMap(({ name, alias }) => (name === container.name ? [`/${other.name}/${alias}`] : [])));
  return [`/${container.name}`, ...given.sort()];
}

/** `docker rm --link PARENT/ALIAS` */
export function removeLink(daemon: Daemon, path: string): void {
  const [parentName = '', alias] = path.replace(/^\//, '').split('/');
  const parent = daemon.containers.find(parentName);
  if (!parent) throw new EngineError('notFound', `No such container: ${path}`);
  if (alias === undefined) throw new EngineError('system', 'Conflict, cannot remove the default link name of the container');
  const links = parent.hostConfig.Links ?? [];
  const rest = links.filter((link) => parseLink(link).alias !== alias);
  if (rest.length === links.length) throw new EngineError('notFound', `No such container: ${path}`);
  parent.hostConfig.Links = rest;
  daemon.containers.save(parent);
}

/** Variables that tell a container of those it is linked to: addresses of their ports, and their environment. */
export function linkEnv(daemon: Daemon, container: Container): string[] {
  return linksOf(daemon, container).flatMap(({ other, alias }) => {
    const address = other.networks.bridge?.IPAddress ?? '';
    if (address === '') throw new EngineError('invalidParameter', `Cannot link to a non running container: /${other.name} AS /${container.name}/${alias}`);
    const prefix = alias.toUpperCase().replaceAll('-', '_');
    const ports = Object.keys(other.config.ExposedPorts ?? {}).map((key) => ({ port: Number(key.split('/')[0]), protocol: key.split('/')[1] ?? 'tcp' }));
    ports.sort((a, b) => a.port - b.port || (a.protocol === 'tcp' ? -1 : 1));
    const url = ({ port, protocol }: { port: number; protocol: string }): string => `${protocol}://${address}:${port}`;
    const [first] = ports;
    const own = (other.config.Env ?? []).filter((variable) => !/^(?:HOME|PATH)=/.test(variable) && variable.includes('='));
    return [
      ...(first ? [`${prefix}_PORT=${url(first)}`] : []),
      ...ports.flatMap((each) => {
        const name = `${prefix}_PORT_${each.port}_${each.protocol.toUpperCase()}`;
        return [`${name}=${url(each)}`, `${name}_ADDR=${address}`, `${name}_PORT=${each.port}`, `${name}_PROTO=${each.protocol}`];
      }),
      `${prefix}_NAME=/${container.name}/${alias}`,
      ...own.map((variable) => `${prefix}_ENV_${variable}`),
    ];
  });
}
