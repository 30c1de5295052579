import { EngineError } from '../engine-error.ts';
import { type HostFiles } from '../ports/host-files.ts';
import type { RuntimeMount } from '../ports/runtime.ts';

/** Throws when options mean nothing to the local driver. */
export function checkVolumeOptions(name: string, options: Readonly<Record<string, string>>): void {
  const refuse = (why: string, kind: 'invalidParameter' | 'system' = 'invalidParameter'): never => {
    throw new EngineError(kind, `create ${name}: ${why}`);
  };
  const keys = Object.keys(options);
  const odd = keys.find((key) => !['type', 'device', 'o', 'size'].includes(key));
  if (odd !== undefined) refuse(`invalid option: ${JSON.stringify(odd)}`);
  if ('size' in options) refuse('quota size requested but no quota support', 'system');
  if (keys.length === 0) return;
  if (!options.device) refuse('missing required option: "device"');
  if (!options.type) refuse('missing required option: "type"');
}

/** What a volume with options mounts in a container's place, instead of a directory of its own. Undefined without options. */
export function volumeMount(files: HostFiles, path: string, options: Readonly<Record<string, string>> | null, target: string, writable: boolean): RuntimeMount | undefined {
  const { type, device, o = '' } = options ?? {};
  if (!type || !device) return undefined;
  const words = o.split(',').filter((word) => word !== '');
  const mode = writable ? 'rw' : 'ro';
  const fail = (flags: string, why: string): never => {
    throw new EngineError('system', `error while mounting volume '${path}': failed to mount local volume: mount ${device}:${path}, flags: ${flags}${type === 'none' ? '' : `, data: ${o}`}: ${why}`);
  };
  if (words.includes('bind') || words.includes('rbind')) {
    if (!files.exists(device)) fail('0x1000', 'no such file or directory');
    return { source: device, target, type: 'bind', options: words.includes('ro') ? 'ro' : mode };
  }
  if (type === 'tmpfs') return { source: device, target, type: 'tmpfs', options: [...words.filter((word) => word !== 'ro' && word !== 'rw'), words.includes('ro') ? 'ro' : mode].join(',') };
  return fail('0x0', 'no such device');
}
