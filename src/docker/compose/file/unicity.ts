import { ComposeFileError } from './compose-error.ts';
import { type Path, pathText, rowFor } from './path.ts';
import { goText, goTypeOf, isList, isTree, type Tree, type Value } from './tree.ts';
import { parseVolume } from './volume-spec.ts';

/** Of entries that mean the same thing (a variable, a port, a mount point) the last one stays, in the place of the first. Changes the tree. */
export function enforceUnicity(tree: Tree): void {
  walk(tree, []);
}

function walk(value: Value, path: Path): Value {
  if (isTree(value)) {
    for (const [key, item] of value) value.set(key, walk(item, [...path, key]));
    return value;
  }
  const index = isList(value) ? rowFor(indexers, path) : undefined;
  if (!index || !isList(value)) return value;
  const places = new Map<string, number>();
  const kept: Value[] = [];
  value.forEach((item, i) => {
    const key = index(item, [...path, `[${i}]`]);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, kept.length);
      kept.push(item);
    } else kept[place] = item;
  });
  return kept;
}

/** What an entry is about. Throws ComposeFileError. */
type Indexer = (value: Value, path: Path) => string;

const byKey: Indexer = (value, path) => {
  if (typeof value !== 'string') throw new ComposeFileError('invalid', `${pathText(path)}: unexpected type ${goTypeOf(value)}`, path);
  return value.split('=')[0] ?? '';
};

const byTarget: Indexer = (value, path) => {
  if (typeof value === 'string') return parseVolume(value).target ?? '';
  if (!isTree(value)) return '';
  const target = value.get('target');
  if (typeof target !== 'string') throw new ComposeFileError('invalid', `service volume ${pathText(path)} is missing a mount target`, path);
  return target;
};

const byDevice: Indexer = (value, path) => {
  if (typeof value === 'string') return value.split(':')[1] ?? value;
  if (!isTree(value)) return '';
  const target = value.get('target');
  if (typeof target !== 'string') throw new ComposeFileError('invalid', `service device ${pathText(path)} is missing a mount target`, path);
  return target;
};

function unsupported(value: Value, path: Path): ComposeFileError {
  return new ComposeFileError('invalid', `${pathText(path)}: unsupported expose value ${asString(value)}`, path);
}

/** The verb %s. */
function asString(value: Value): string {
  if (typeof value === 'string') return value;
  if (isList(value)) return `[${value.map(asString).join(' ')}]`;
  if (isTree(value)) return `map[${[...value.keys()].sort().map((key) => `${key}:${asString(value.get(key) ?? null)}`).join(' ')}]`;
  return value === null ? '%!s(<nil>)' : `%!s(${goTypeOf(value)}=${goText(value)})`;
}

const byNumber: Indexer = (value, path) => {
  if (typeof value !== 'string' && typeof value !== 'number') throw unsupported(value, path);
  return String(value);
};

function byMount(directory: string): Indexer {
  return (value, path) => {
    if (typeof value === 'string') return `${directory}/${value}`;
    if (!isTree(value)) throw unsupported(value, path);
    return goText(value.get('target') ?? `${directory}/${goText(value.get('source') ?? null)}`);
  };
}

const byPort: Indexer = (value, path) => {
  if (!isTree(value)) return goText(value);
  const target = value.get('target');
  if (target === undefined) throw new ComposeFileError('invalid', `service ports ${pathText(path)} is missing a target port`, path);
  const text = (key: string, initial: Value): string => goText(value.get(key) ?? initial);
  return `${text('host_ip', '0.0.0.0')}:${text('published', null)}:${goText(target)}/${text('protocol', 'tcp')}`;
};

const byFile: Indexer = (value, path) => {
  if (!isTree(value)) return goText(value);
  const file = value.get('path');
  if (file === undefined) throw new ComposeFileError('invalid', `environment path attribute ${pathText(path)} is missing`, path);
  return goText(file);
};

const keyed = [
  'networks.*.labels', 'networks.*.ipam.options',
  ...[
    'annotations', 'build.args', 'build.additional_contexts', 'build.platform', 'build.tags', 'build.labels', 'cap_add', 'cap_drop', 'deploy.labels', 'dns', 'dns_opt', 'dns_search', 'environment',
    'labels', 'links', 'networks.*.aliases', 'networks.*.link_local_ips', 'profiles', 'sysctls', 'tmpfs',
  ].map((key) => `services.*.${key}`),
];

const indexers: Readonly<Record<string, Indexer>> = {
  ...Object.fromEntries(keyed.map((key) => [key, byKey])),
  'services.*.configs': byMount(''),
  'services.*.devices': byDevice,
  'services.*.env_file': byFile,
  'services.*.expose': byNumber,
  'services.*.ports': byPort,
  'services.*.secrets': byMount('/run/secrets'),
  'services.*.volumes': byTarget,
};
