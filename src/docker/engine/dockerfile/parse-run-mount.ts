import type { RunMount } from './instruction.ts';

const types = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;

/** Parses the value of `RUN --mount`: `type=cache,target=/root/.cache`. */
export function parseRunMount(value: string, fail: (message: string) => never): RunMount {
  const mount: RunMount = { type: 'bind', target: '', source: '', from: '', id: '', readonly: false, required: false };
  let writable: boolean | undefined;
  for (const field of value.split(',')) {
    const [, key = '', given] = /^([^=]*)(?:=(.*))?$/.exec(field) ?? [];
    const text = given ?? '';
    switch (key.toLowerCase()) {
      case 'type': {
        const type = types.find((each) => each === text.toLowerCase());
        if (!type) return fail(`unsupported mount type ${JSON.stringify(text)}`);
        mount.type = type;
        break;
      }
      case 'from': mount.from = text; break;
      case 'source': case 'src': mount.source = text; break;
      case 'target': case 'dst': case 'destination': mount.target = text; break;
      case 'id': mount.id = text; break;
      case 'readonly': case 'ro': writable = text === 'false'; break;
      case 'readwrite': case 'rw': writable = text !== 'false'; break;
      case 'required': mount.required = text !== 'false'; break;
      case 'sharing': case 'mode': case 'uid': case 'gid': case 'size': break;
      default: return fail(`unexpected key '${key}' in '${field}'`);
    }
  }
  mount.readonly = !(writable ?? mount.type !== 'bind');
  if (mount.target === '' && (mount.type === 'bind' || mount.type === 'cache' || mount.type === 'tmpfs')) return fail(`invalid mount target ${JSON.stringify(mount.target)}`);
  return mount;
}
