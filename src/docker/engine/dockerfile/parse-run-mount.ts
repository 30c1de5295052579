import type { RunMount } from './instruction.ts';

const types = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
const sharings = ['shared', 'private', 'locked'] as const;
const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, kb: 2 ** 10, kib: 2 ** 10, m: 2 ** 20, mb: 2 ** 20, mib: 2 ** 20, g: 2 ** 30, gb: 2 ** 30, gib: 2 ** 30 };

/** A mount that cannot be; its message has BuildKit's words. */
export class RunMountError extends Error {
  override readonly name = 'RunMountError';
}

/** Parses the value of `RUN --mount`: `type=cache,target=/root/.cache`. Throws RunMountError. */
export function parseRunMount(value: string): RunMount {
  const fail = (message: string): never => {
    throw new RunMountError(message);
  };
  const mount: RunMount = { type: 'bind', target: '', source: '', from: '', id: '', readonly: false, required: false, sharing: 'shared', mode: undefined, uid: 0, gid: 0, size: 0 };
  const given = new Set<string>();
  let writable: boolean | undefined;
  for (const field of value.split(',')) {
    const bare = !field.includes('=');
    const key = (bare ? field : field.slice(0, field.indexOf('='))).toLowerCase();
    const text = bare ? '' : field.slice(field.indexOf('=') + 1);
    if (bare && !['readonly', 'ro', 'readwrite', 'rw', 'required'].includes(key)) return fail(`invalid field '${field}' must be a key=value pair`);
    const truth = (): boolean => (bare || /^(1|t|true)$/i.test(text) ? true : /^(0|f|false)$/i.test(text) ? false : fail(`invalid value for ${key}: ${text}`));
    const number = (base: 8 | 10): number => ((base === 8 ? /^[0-7]+$/ : /^\d+$/).test(text) ? parseInt(text, base) : fail(`invalid value ${text} for ${key}`));
    given.add(key);
    switch (key) {
      case 'type': mount.type = types.find((each) => each === text.toLowerCase()) ?? fail(`unsupported mount type ${JSON.stringify(text)}`); break;
      case 'from': mount.from = text; break;
      case 'source': case 'src': mount.source = text; break;
      case 'target': case 'dst': case 'destination': mount.target = text; break;
      case 'id': mount.id = text; break;
      case 'readonly': case 'ro': writable = !truth(); break;
      case 'readwrite': case 'rw': writable = truth(); break;
      case 'required': mount.required = truth(); break;
      case 'sharing': mount.sharing = sharings.find((each) => each === text.toLowerCase()) ?? fail(`unsupported sharing value ${JSON.stringify(text)}`); break;
      case 'mode': mount.mode = number(8); break;
      case 'uid': mount.uid = number(10); break;
      case 'gid': mount.gid = number(10); break;
      case 'size': mount.size = sizeOf(text) ?? fail(`invalid value for ${key}: ${text}`); break;
      default: return fail(`unexpected key '${key}' in '${field}'`);
    }
  }
  const { type } = mount;
  mount.readonly = !(writable ?? (type === 'cache' || type === 'tmpfs'));
  if (type === 'bind' || type === 'tmpfs') for (const key of ['mode', 'uid', 'gid']) if (given.has(key)) return fail(`${key} not allowed for "${type}" type mounts`);
  if (given.has('sharing') && type !== 'cache') return fail(`invalid cache sharing set for ${type} mount`);
  if (type === 'secret') {
    if (mount.from !== '') return fail('secret mount should not have a from');
    if (mount.source === '' && mount.target === '' && mount.id === '') return fail('invalid secret mount. one of source, target required');
    if (mount.source !== '' && mount.id !== '') return fail("both source and id can't be set");
  }
  return mount;
}

function sizeOf(text: string): number | undefined {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? [];
  const factor = units[unit.toLowerCase()];
  return digits === '' || factor === undefined ? undefined : Math.floor(Number(digits) * factor);
}
