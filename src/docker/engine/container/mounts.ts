import type { HostConfig, MountPoint, MountRequest } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';

/** A mount of a container, with what the API does not show. */
export interface Mount {
  point: MountPoint;
  /** Content of the image at the place is copied into a new volume. */
  copyUp: boolean;
  /** A missing source of a bind mount is made (`-v`), not refused (`--mount`). */
  createSource: boolean;
  tmpfsOptions?: string;
  /** What of a volume is mounted, where that is not all. */
  subpath?: string;
  /** The volume was made for this container and has no name that a person gave. */
  anonymous: boolean;
}

/** Parses one value of `HostConfig.Binds`: `SOURCE:TARGET[:MODE]`. */
export function parseBind(spec: string): Mount {
  const parts = spec.split(':');
  const refuse = (why: string): never => {
    throw new EngineError('system', `invalid volume specification: '${spec}'${why === '' ? '' : `: ${why}`}`);
  };
  if (spec === '' || parts.length > 3) return refuse('');
  const [first = '', second, third] = parts;
  let source = '';
  let target = first;
  let mode = '';
  if (third !== undefined) [source, target, mode] = [first, second ?? '', third];
  else if (second !== undefined) {
    if (isMode(second)) [target, mode] = [first, second];
    else [source, target] = [first, second];
  }
  if (mode !== '' && !isMode(mode)) throw new EngineError('system', `invalid mode: ${mode}`);
  const type = source.startsWith('/') ? 'bind' : 'volume';
  const invalid = targetProblem(target);
  if (invalid !== undefined) return refuse(`invalid mount config for type "${type}": ${invalid}`);
  const destination = cleanPath(target);
  const words = mode.split(',').filter((word) => word !== '');
  const readWrite = !words.includes('ro');
  if (type === 'bind') {
    const propagation = words.find((word) => /^r?(shared|slave|private)$/.test(word)) ?? 'rprivate';
    return { point: { Type: 'bind', Source: cleanPath(source), Destination: destination, Mode: mode, RW: readWrite, Propagation: propagation }, copyUp: false, createSource: true, anonymous: false };
  }
  if (source !== '') checkVolumeName(source);
  return { point: { Type: 'volume', Name: source, Source: '', Destination: destination, Driver: 'local', Mode: mode || 'z', RW: readWrite, Propagation: '' }, copyUp: !words.includes('nocopy'), createSource: false, anonymous: source === '' };
}

const optionsOfTypes = [['BindOptions', 'bind'], ['VolumeOptions', 'volume'], ['TmpfsOptions', 'tmpfs']] as const;

/** A mount as `--mount` and Compose ask for it. */
export function mountOfRequest(request: MountRequest): Mount {
  const refuse = (why: string): never => {
    throw new EngineError('invalidParameter', `invalid mount config for type "${request.Type}": ${why}`);
  };
  const problem = request.Target === '' ? 'field Target must not be empty' : targetProblem(request.Target);
  if (problem !== undefined) return refuse(problem);
  for (const [option, type] of optionsOfTypes) if (request[option] && request.Type !== type) throw new EngineError('invalidParameter', `${option} must not be specified on mount type ${JSON.stringify(request.Type)}`);
  const destination = cleanPath(request.Target);
  const readWrite = !(request.ReadOnly ?? false);
  const source = request.Source ?? '';
  switch (request.Type) {
    case 'bind': {
      if (source === '') return refuse('field Source must not be empty');
      if (!source.startsWith('/')) return refuse(`invalid mount path: '${source}' mount path must be absolute`);
      return { point: { Type: 'bind', Source: cleanPath(source), Destination: destination, Mode: '', RW: readWrite, Propagation: request.BindOptions?.Propagation || 'rprivate' }, copyUp: false, createSource: request.BindOptions?.CreateMountpoint ?? false, anonymous: false };
    }
    case 'volume': {
      if (source !== '') checkVolumeName(source);
      const subpath = request.VolumeOptions?.Subpath ?? '';
      if (subpath.startsWith('/') || escapes(subpath)) return refuse('subpath must be a relative path within the volume');
      return { point: { Type: 'volume', Name: source, Source: '', Destination: destination, Driver: 'local', Mode: 'z', RW: readWrite, Propagation: '' }, copyUp: subpath === '' && !(request.VolumeOptions?.NoCopy ?? false), createSource: false, ...(subpath !== '' && { subpath }), anonymous: source === '' };
    }
    case 'tmpfs': {
      if (source !== '') return refuse('field Source must not be specified');
      const { SizeBytes: size, Mode: mode } = request.TmpfsOptions ?? {};
      const options = [...(size ? [`size=${size}`] : []), ...(mode ? [`mode=${mode.toString(8)}`] : [])].join(',');
      return { point: { Type: 'tmpfs', Source: '', Destination: destination, Mode: '', RW: readWrite, Propagation: '' }, copyUp: false, createSource: false, tmpfsOptions: options, anonymous: false };
    }
    default:
      return refuse('mount type unknown');
  }
}

/** All mounts that a configuration asks for, `VOLUME`s of the image last; a place that is taken needs no anonymous volume. */
export function planMounts(hostConfig: HostConfig, volumes: Readonly<Record<string, unknown>> | null, inherited: readonly Mount[]): Mount[] {
  const mounts = new Map<string, Mount>();
  for (const mount of inherited) mounts.set(mount.point.Destination, mount);
  const asked = [...(hostConfig.Binds ?? []).map(parseBind), ...(hostConfig.Mounts ?? []).map(mountOfRequest)];
  const places = new Set<string>(Object.keys(hostConfig.Tmpfs ?? {}).map(cleanPath));
  for (const mount of asked) {
    const { Destination: place } = mount.point;
    if (places.has(place)) throw new EngineError('invalidParameter', `Duplicate mount point: ${place}`);
    places.add(place);
    mounts.set(place, mount);
  }
  for (const volume of Object.keys(volumes ?? {})) {
    const place = cleanPath(volume);
    if (places.has(place) || mounts.has(place)) continue;
    mounts.set(place, { point: { Type: 'volume', Name: '', Source: '', Destination: place, Driver: 'local', Mode: '', RW: true, Propagation: '' }, copyUp: true, createSource: false, anonymous: true });
  }
  return [...mounts.values()];
}

/** Without `//`, `.` and `..`, and without a slash at the end. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether a relative path leaves the place that it starts from. */
function escapes(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

function targetProblem(target: string): string | undefined {
  if (!target.startsWith('/')) return `invalid mount path: '${target}' mount path must be absolute`;
  if (cleanPath(target) === '/') return "invalid specification: destination can't be '/'";
  return undefined;
}

/** Whether all words of a mode are known. */
function isMode(mode: string): boolean {
  return mode.split(',').every((word) => /^(ro|rw|z|Z|nocopy|consistent|cached|delegated|r?shared|r?slave|r?private)$/.test(word));
}

/** Throws when a volume may not have this name. */
export function checkVolumeName(name: string): void {
  if (name.length === 1) throw new EngineError('invalidParameter', `create ${name}: volume name is too short, names should be at least two alphanumeric characters`);
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) {
    throw new EngineError('invalidParameter', `create ${name}: ${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`);
  }
}
