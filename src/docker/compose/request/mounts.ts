import type { ContainerSummary, ImageInspect, MountRequest } from '../../api/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import type { FileObjectConfig, FileReferenceConfig, Project, ServiceConfig, ServiceVolumeConfig } from '../project/index.ts';

/** What is mounted into a container: `binds` are those whose directory the engine makes when it is missing. */
export interface ContainerMounts {
  binds: string[];
  mounts: MountRequest[];
}

/** The mounts of a service: volumes, secrets and configs from files; of the container that is replaced, its anonymous volumes. */
export function mountsOf(project: Project, service: ServiceConfig, image: ImageInspect | undefined, replaced: ContainerSummary | undefined): ContainerMounts {
  const found = new Map<string, MountRequest>();
  const inherited = new Set<string>();
  for (const mount of replaced?.Mounts ?? []) {
    if (mount.Type === 'tmpfs') continue;
    const target = cleanPath(mount.Destination);
    const anonymous = (service.volumes ?? []).some((volume) => volume.target === target && !volume.source);
    if (!anonymous && !(image?.Config?.Volumes && Object.hasOwn(image.Config.Volumes, target))) continue;
    found.set(target, { Type: mount.Type, Source: mount.Type === 'volume' ? (mount.Name ?? '') : mount.Source, Target: target, ...(!mount.RW && { ReadOnly: true }) });
    if (anonymous) inherited.add(target);
  }
  const volumes = (service.volumes ?? []).filter((volume) => volume.source || !inherited.has(volume.target ?? ''));
  for (const volume of volumes) {
    const mount = mountOf(project, volume);
    found.set(mount.Target, mount);
  }
  for (const mount of [...secretMounts(project, service), ...configMounts(project, service)]) if (!found.has(mount.Target)) found.set(mount.Target, mount);

  const result: ContainerMounts = { binds: [], mounts: [] };
  for (const mount of found.values()) {
    const volume = mount.Type === 'bind' ? (service.volumes ?? []).find(({ target }) => target === mount.Target) : undefined;
    // The API's mounts don't make a missing directory, so those go as raw binds.
    if (volume && (volume.type !== 'bind' || volume.bind?.create_host_path)) result.binds.push(bindText({ ...volume, ...(volume.type !== 'bind' && { source: mount.Source ?? '' }) }));
    else result.mounts.push(mount);
  }
  return result;
}

/** `source:target:options`. */
function bindText(volume: ServiceVolumeConfig): string {
  const options = [volume.read_only ? 'ro' : 'rw'];
  if (volume.bind?.selinux) options.push(volume.bind.selinux);
  if (volume.bind?.propagation) options.push(volume.bind.propagation);
  if (volume.volume?.nocopy) options.push('nocopy');
  return `${volume.source}:${volume.target}:${options.join(',')}`;
}

function mountOf(project: Project, volume: ServiceVolumeConfig): MountRequest {
  const known = volume.type === 'volume' && volume.source ? project.volumes[volume.source] : undefined;
  const type = known?.driver_opts?.['o'] === 'bind' ? 'bind' : (volume.type as MountRequest['Type']);
  return {
    Type: type,
    ...((known?.name ?? volume.source) && { Source: known?.name ?? volume.source ?? '' }),
    Target: cleanPath(volume.target ?? ''),
    ...(volume.read_only && { ReadOnly: true }),
    ...(volume.consistency && { Consistency: volume.consistency }),
    ...(volume.type === 'bind' && volume.bind && { BindOptions: { ...(volume.bind.propagation && { Propagation: volume.bind.propagation }) } }),
    ...(volume.type === 'volume' && volume.volume && { VolumeOptions: { ...(volume.volume.nocopy && { NoCopy: true }), ...(volume.volume.subpath && { Subpath: volume.volume.subpath }) } }),
    ...(volume.type === 'tmpfs' && volume.tmpfs && { TmpfsOptions: { ...(volume.tmpfs.size && { SizeBytes: volume.tmpfs.size }), ...(volume.tmpfs.mode && { Mode: volume.tmpfs.mode }) } }),
  };
}

function secretMounts(project: Project, service: ServiceConfig): MountRequest[] {
  return (service.secrets ?? []).flatMap((secret) => {
    const defined = project.secrets[secret.source];
    refuseUnsupported('secret', secret.source, defined);
    return defined?.environment ? [] : [fileMount(defined?.file ?? '', targetOf(secret, '/run/secrets/'))];
  });
}

function configMounts(project: Project, service: ServiceConfig): MountRequest[] {
  return (service.configs ?? []).flatMap((config) => {
    const defined = project.configs[config.source];
    refuseUnsupported('config', config.source, defined);
    return defined?.environment || defined?.content ? [] : [fileMount(defined?.file ?? '', targetOf(config, '/'))];
  });
}

function refuseUnsupported(kind: 'secret' | 'config', key: string, defined: FileObjectConfig | undefined): void {
  if (defined?.external) throw new ComposeError('other', `unsupported external ${kind} ${defined.name ?? key}`);
  if (defined?.driver) throw new ComposeError('other', `Docker Compose does not support ${kind}s.*.driver`);
  if (defined?.template_driver) throw new ComposeError('other', `Docker Compose does not support ${kind}s.*.template_driver`);
}

function fileMount(source: string, target: string): MountRequest {
  return { Type: 'bind', Source: source, Target: target, ReadOnly: true };
}

/** Where a secret or config is seen in the container. */
export function targetOf(reference: FileReferenceConfig, directory: string): string {
  const { target, source } = reference;
  if (!target) return directory + source;
  return target.startsWith('/') ? target : directory + target;
}

/** path.Clean of an absolute path. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return path.startsWith('/') ? `/${parts.join('/')}` : parts.join('/') || '.';
}
