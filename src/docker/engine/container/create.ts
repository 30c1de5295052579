import { ReferenceFormatError, parsePlatform, hostPlatform, platformMatches } from '../../../oci/index.ts';
import type { ContainerCreateRequest, ContainerCreateResponse, EndpointSettings, HostConfig } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { randomId } from '../identifier.ts';
import { findImage, noSuchImage } from '../image/find-image.ts';
import type { ImageRecord } from '../image/image-store.ts';
import { checkEndpoint } from '../network/check-endpoint.ts';
import { emptyEndpoint, type Endpoint } from '../network/endpoint.ts';
import { planPorts } from '../network/ports.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { makeDirectories } from '../store/json-file.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { checkConfig } from './check-config.ts';
import { fullHostConfig, mergeConfig } from './config-defaults.ts';
import { Container } from './container.ts';
import { copyUp } from './copy-up.ts';
import { emitContainer } from './events.ts';
import { settleModes } from './isolation.ts';
import { checkLogConfig } from './log-config.ts';
import { checkLinks } from './links.ts';
import { type Mount, planMounts } from './mounts.ts';
import { generateName } from './name-generator.ts';
import { checkNetworkMode } from './network-mode.ts';
import { checkCreateShape } from './request-shape.ts';
import { checkResources, discardUnsupported } from './resources.ts';

/** `POST /containers/create` */
export async function createContainer(daemon: Daemon, request: ContainerCreateRequest | undefined, name: string, platform?: string): Promise<ContainerCreateResponse> {
  if (!request || Object.keys(request).length === 0) throw new EngineError('invalidParameter', 'config cannot be empty in order to create a container');
  checkCreateShape(request);
  const image = request.Image ? imageFor(daemon, request.Image, platform) : undefined;
  const id = randomId(daemon.random);
  const hostConfig = fullHostConfig(request.HostConfig ?? {});
  checkResources(daemon, hostConfig);
  settleModes(daemon, request, hostConfig);
  checkLogConfig(hostConfig.LogConfig);
  const warnings = [...(hostConfig.NetworkMode === 'host' && Object.keys(hostConfig.PortBindings ?? {}).length > 0 ? ['Published ports are discarded when using host network mode'] : []), ...discardUnsupported(hostConfig)];
  const config = mergeConfig({ ...request, Hostname: request.Hostname || (hostConfig.NetworkMode === 'host' || hostConfig.UTSMode === 'host' ? daemon.hostname() : '') }, image, id);
  checkConfig(config, hostConfig);
  checkNetworkMode(request, hostConfig);
  const chosen = chooseName(daemon, name);
  planPorts(hostConfig.PortBindings, config.ExposedPorts, hostConfig.PublishAllPorts);
  // A published port is an exposed one.
  for (const port of Object.keys(hostConfig.PortBindings ?? {})) (config.ExposedPorts ??= {})[port] = {};
  const inherited = (hostConfig.VolumesFrom ?? []).flatMap((spec) => mountsFrom(daemon, spec));
  const mounts = planMounts(hostConfig, config.Volumes, inherited);
  checkBindSources(daemon, mounts);
  checkLinks(daemon, hostConfig);
  const container = new Container({
    id, name: chosen, created: rfc3339Nano(daemon.clock.now()), config, hostConfig, imageId: image?.id ?? '', layerChainId: image?.chainId, mounts, networks: endpointsFor(daemon, hostConfig, request),
  });
  prepareRootfs(daemon, container);
  daemon.containers.add(container);
  try {
    await makeVolumes(daemon, container);
  } catch (error) {
    daemon.snapshotter.remove(container.mountId);
    daemon.containers.delete(container);
    throw error;
  }
  daemon.containers.save(container);
  emitContainer(daemon, container, 'create');
  return { Id: id, Warnings: warnings };
}

function imageFor(daemon: Daemon, name: string, platform: string | undefined): ImageRecord {
  try {
    const image = findImage(daemon, name);
    if (!image) throw noSuchImage(name);
    const wanted = platform ? parsePlatform(platform) : undefined;
    if (platform && (!wanted || (!platform.includes('/') && wanted.os === platform && !/^(?:linux|windows|darwin|freebsd)$/.test(platform)))) throw new EngineError('invalidParameter', `${JSON.stringify(platform)}: unknown operating system or architecture: invalid argument`);
    if (wanted && !platformMatches(wanted, { ...hostPlatform, os: image.config.os, architecture: image.config.architecture })) {
      throw new EngineError('notFound', `image with reference ${name} was found but does not match the specified platform: wanted ${platform}, actual: ${image.config.os}/${image.config.architecture}`);
    }
    return image;
  } catch (error) {
    if (error instanceof ReferenceFormatError) throw new EngineError('invalidParameter', error.message);
    throw error;
  }
}

function chooseName(daemon: Daemon, asked: string): string {
  const name = asked.replace(/^\//, '');
  if (asked === '') return generateName(daemon.random, (each) => daemon.containers.byName(each) !== undefined);
  checkNewName(daemon, name, asked);
  return name;
}

/** Throws unless a container may be called so. */
export function checkNewName(daemon: Daemon, name: string, shown = name): void {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) throw new EngineError('invalidParameter', `Invalid container name (${shown}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
  const other = daemon.containers.byName(name);
  if (other) throw new EngineError('conflict', `Conflict. The container name "/${name}" is already in use by container "${other.id}". You have to remove (or rename) that container to be able to reuse that name.`);
}

function mountsFrom(daemon: Daemon, spec: string): Mount[] {
  const [name = '', mode = ''] = spec.split(':');
  if (name === '') throw new EngineError('invalidParameter', `invalid volumes-from specification: ${spec}`);
  const readOnly = mode.split(',').includes('ro');
  const donor = daemon.containers.find(name);
  if (!donor) throw new EngineError('invalidParameter', `No such container: ${name}`);
  return donor.mounts.map((mount) => ({ ...mount, copyUp: false, anonymous: false, point: { ...mount.point, RW: mount.point.RW && !readOnly } }));
}

function checkBindSources(daemon: Daemon, mounts: readonly Mount[]): void {
  for (const { point, createSource } of mounts) {
    if (point.Type !== 'bind' || daemon.files.exists(point.Source)) continue;
    if (!createSource) throw new EngineError('invalidParameter', `invalid mount config for type "bind": bind source path does not exist: ${point.Source}`);
  }
}

function endpointsFor(daemon: Daemon, hostConfig: HostConfig, request: ContainerCreateRequest): Record<string, Endpoint> {
  const asked = request.NetworkingConfig?.EndpointsConfig ?? {};
  const mode = hostConfig.NetworkMode;
  if (mode.startsWith('container:')) return {};
  const key = daemon.networks.find(mode)?.name ?? mode;
  const main = asked[mode] ?? asked[key] ?? (mode === 'bridge' ? asked.default : undefined);
  const wanted: Record<string, Partial<EndpointSettings>> = { [key]: { ...main, ...(!main?.MacAddress && request.MacAddress && { MacAddress: request.MacAddress }) } };
  for (const [name, settings] of Object.entries(asked)) if (name !== mode && name !== key && name !== 'default') wanted[name] = settings;
  for (const [name, settings] of Object.entries(wanted)) checkEndpoint(daemon, name, daemon.networks.find(name), settings, `invalid config for network ${name}: `);
  return Object.fromEntries(Object.entries(wanted).map(([name, settings]) => [name, emptyEndpoint(settings)]));
}

/** Makes the writable layer, with the places that the runtime will mount on, as Docker's init layer has them. */
function prepareRootfs(daemon: Daemon, container: Container): void {
  const { snapshotter, layers, files } = daemon;
  const init = `${container.mountId}-init`;
  const parents = layers.cacheIds(container.layerChainId);
  snapshotter.prepare(init, parents);
  const root = snapshotter.mount(init);
  try {
    for (const directory of ['/dev', '/dev/pts', '/dev/shm', '/proc', '/sys', '/etc']) makeInside(daemon, root, directory, 'directory');
    for (const file of ['/etc/resolv.conf', '/etc/hosts', '/etc/hostname', '/dev/console', '/.dockerenv']) makeInside(daemon, root, file, 'file');
    const etc = scopedPath(files, root, '/etc');
    if (!files.readdir(etc).some((entry) => entry.name === 'mtab')) files.symlink('/proc/mounts', `${etc}/mtab`);
  } finally {
    snapshotter.unmount(init);
  }
  snapshotter.prepare(container.mountId, [...parents, init]);
  if (container.config.WorkingDir !== '') makeWorkingDir(daemon, container);
}

function makeInside(daemon: Daemon, root: string, path: string, kind: 'file' | 'directory'): void {
  const { files } = daemon;
  const place = scopedPath(files, root, path);
  if (files.exists(place)) return;
  makeDirectories(files, place.slice(0, place.lastIndexOf('/')), 0o755);
  if (kind === 'directory') files.mkdir(place, 0o755);
  else files.writeFile(place, '', { mode: 0o755 });
}

function makeWorkingDir(daemon: Daemon, container: Container): void {
  const { snapshotter, files } = daemon;
  const root = snapshotter.mount(container.mountId);
  try {
    const place = scopedPath(files, root, container.config.WorkingDir);
    if (!files.exists(place)) makeDirectories(files, place, 0o755);
    else if ((files.stat(place).mode & 0o170000) !== 0o040000) throw new EngineError('invalidParameter', `Cannot mkdir: ${container.config.WorkingDir} is not a directory`);
  } catch (error) {
    snapshotter.unmount(container.mountId);
    snapshotter.remove(container.mountId);
    snapshotter.remove(`${container.mountId}-init`);
    throw error;
  }
  snapshotter.unmount(container.mountId);
}

/** Makes the volumes that the mounts name, and copies what the image has at their places into new ones. */
async function makeVolumes(daemon: Daemon, container: Container): Promise<void> {
  for (const mount of container.mounts) {
    const { point } = mount;
    if (point.Type !== 'volume' || point.Source !== '') continue;
    const request = container.hostConfig.Mounts?.find((each) => each.Type === 'volume' && each.Target === point.Destination);
    const driver = request ? request.VolumeOptions?.DriverConfig?.Name : container.hostConfig.VolumeDriver;
    if (driver && driver !== 'local') throw new EngineError('notFound', `create ${point.Name || randomId(daemon.random)}: error looking up volume plugin ${driver}: plugin ${JSON.stringify(driver)} not found`);
    const volume = daemon.volumes.create(point.Name ?? '', request?.VolumeOptions?.Labels ?? null, request?.VolumeOptions?.DriverConfig?.Options ?? null);
    point.Name = volume.name;
    point.Source = daemon.volumes.dataPath(volume.name);
    if (mount.copyUp && !volume.options?.type) await copyUp(daemon, container, point.Destination, point.Source);
  }
}
