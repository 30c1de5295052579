import { parseRamSize } from '../../../base/go/index.ts';
import type { MountRequest } from '../../api/index.ts';
import { cut, FlagValueError, parseCsv, parseGoBool, type Flag } from '../flags/index.ts';

/** `--mount type=bind,source=…,target=…`. A source that starts with `./` is made absolute when the container is created. */
export function mounts(help: string): Flag<readonly MountRequest[]> {
  return { help, type: 'mount', initial: [], parse: (text, previous) => [...(previous ?? []), parseMount(text)] };
}

function boolOf(key: string, value: string | undefined): boolean {
  if (value === undefined) return true;
  try {
    return parseGoBool(value);
  } catch {
    throw new FlagValueError(`invalid value for ${key}: ${value}`);
  }
}

function setPair(target: Record<string, string>, text: string): void {
  const [key, value] = cut(text, '=');
  if (key !== '') target[key] = value ?? '';
}

const bareKeys = ['readonly', 'ro', 'volume-nocopy', 'bind-nonrecursive'];

export function parseMount(text: string): MountRequest {
  const mount: MountRequest = { Type: 'volume', Target: '' };
  const bind = (): NonNullable<MountRequest['BindOptions']> => (mount.BindOptions ??= {});
  const volume = (): NonNullable<MountRequest['VolumeOptions']> => (mount.VolumeOptions ??= { Labels: {}, DriverConfig: {} });
  const tmpfs = (): NonNullable<MountRequest['TmpfsOptions']> => (mount.TmpfsOptions ??= {});
  let type = 'volume';

  for (const field of parseCsv(text)) {
    const [rawKey, given] = cut(field, '=');
    const key = rawKey.toLowerCase();
    if (given === undefined && !bareKeys.includes(key)) throw new FlagValueError(`invalid field '${field}' must be a key=value pair`);
    const value = given ?? '';
    switch (key) {
      case 'type':
        type = value.toLowerCase();
        break;
      case 'source':
      case 'src':
        mount.Source = value;
        break;
      case 'target':
      case 'dst':
      case 'destination':
        mount.Target = value;
        break;
      case 'readonly':
      case 'ro':
        mount.ReadOnly = boolOf(key, given);
        break;
      case 'consistency':
        mount.Consistency = value.toLowerCase();
        break;
      case 'bind-propagation':
        bind().Propagation = value.toLowerCase();
        break;
      case 'bind-nonrecursive':
        bind().NonRecursive = boolOf(key, given);
        break;
      case 'bind-recursive':
        if (!['enabled', 'disabled', 'writable', 'readonly'].includes(value)) {
          throw new FlagValueError(`invalid value for ${key}: ${value} (must be "enabled", "disabled", "writable", or "readonly")`);
        }
        if (value === 'disabled') bind().NonRecursive = true;
        break;
      case 'volume-subpath':
        volume().Subpath = value;
        break;
      case 'volume-nocopy':
        volume().NoCopy = boolOf(key, given);
        break;
      case 'volume-label':
        setPair((volume().Labels ??= {}), value);
        break;
      case 'volume-driver':
        (volume().DriverConfig ??= {}).Name = value;
        break;
      case 'volume-opt': {
        const driver = (volume().DriverConfig ??= {});
        setPair((driver.Options ??= {}), value);
        break;
      }
      case 'tmpfs-size': {
        const size = parseRamSize(value);
        if (size === undefined) throw new FlagValueError(`invalid value for ${key}: ${value}`);
        tmpfs().SizeBytes = size;
        break;
      }
      case 'tmpfs-mode':
        if (!/^[0-7]+$/.test(value)) throw new FlagValueError(`invalid value for ${key}: ${value}`);
        tmpfs().Mode = Number.parseInt(value, 8);
        break;
      default:
        throw new FlagValueError(`unexpected key '${key}' in '${field}'`);
    }
  }
  if (type === '') throw new FlagValueError('type is required');
  if (mount.Target === '') throw new FlagValueError('target is required');
  if (mount.VolumeOptions && type !== 'volume') throw new FlagValueError(`cannot mix 'volume-*' options with mount type '${type}'`);
  if (mount.BindOptions && type !== 'bind') throw new FlagValueError(`cannot mix 'bind-*' options with mount type '${type}'`);
  if (mount.TmpfsOptions && type !== 'tmpfs') throw new FlagValueError(`cannot mix 'tmpfs-*' options with mount type '${type}'`);
  // A type that does not exist goes to the daemon, which names it in its answer.
  return { ...mount, Type: type as MountRequest['Type'] };
}
