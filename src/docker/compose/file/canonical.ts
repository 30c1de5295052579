import { cleanPath } from './clean-path.ts';
import { ComposeFileError, placed } from './compose-error.ts';
import { type Path, pathText, rowFor } from './path.ts';
import { parsePorts } from './port-spec.ts';
import { goText, goTypeOf, isList, isTree, type Tree, treeOf, type Value } from './tree.ts';
import { parseVolume, type VolumeSpec } from './volume-spec.ts';

/** What the long forms are made with. */
export interface CanonicalOptions {
  /** Short forms that can't be read stay as they are: variables may stand in them. */
  readonly lenient: boolean;
  warn(message: string): void;
}

/** Writes short forms out. Changes the tree. Throws ComposeFileError. */
export function toCanonical(tree: Tree, options: CanonicalOptions): void {
  transformTree(tree, [], options);
}

type Transformer = (value: Value, path: Path, options: CanonicalOptions) => Value;

const transform: Transformer = (value, path, options) => {
  const special = rowFor(transformers, path);
  if (special) return special(value, path, options);
  if (isTree(value)) return transformTree(value, path, options);
  return isList(value) ? transformList(value, path, options) : value;
};

function transformTree(tree: Tree, path: Path, options: CanonicalOptions): Tree {
  for (const [key, value] of tree) tree.set(key, transform(value, [...path, key], options));
  return tree;
}

function transformList(list: Value[], path: Path, options: CanonicalOptions): Value[] {
  list.forEach((item, index) => (list[index] = transform(item, [...path, '[]'], options)));
  return list;
}

function refuse(path: Path, value: Value, what: string): ComposeFileError {
  return new ComposeFileError('invalid', `${pathText(path)}: invalid type ${goTypeOf(value)}${what === '' ? '' : ` for ${what}`}`, path);
}

const service: Transformer = (value, path, options) => (isTree(value) ? transformTree(value, path, options) : value);

const build: Transformer = (value, path, options) => {
  if (isTree(value)) return transformTree(value, path, options);
  if (typeof value === 'string') return treeOf({ context: value });
  throw refuse(path, value, 'build');
};

const fileMount: Transformer = (value, path) => {
  if (isTree(value)) return value;
  if (typeof value === 'string') return treeOf({ source: value });
  throw new ComposeFileError('invalid', `${pathText(path)}: unsupported type ${goTypeOf(value)}`, path);
};

const keyValues: Transformer = (value, path, { lenient }) => {
  if (isTree(value)) return value;
  if (!isList(value)) throw refuse(path, value, '');
  const tree: Tree = new Map();
  for (const item of value) {
    const [, key, rest] = /^(.*?)=(.*)$/s.exec(goText(item)) ?? [];
    if (key === undefined || rest === undefined) {
      if (lenient) return value;
      throw new ComposeFileError('invalid', `${pathText(path)}: invalid value ${goText(item)}, expected key=value`, path);
    }
    tree.set(key, rest);
  }
  return tree;
};

const dependsOn: Transformer = (value, path) => {
  if (isList(value)) return new Map(value.map((name) => [goText(name), treeOf({ condition: 'service_started', required: true })]));
  if (!isTree(value)) throw refuse(path, value, 'depend_on');
  for (const [name, item] of value) {
    if (!isTree(item)) throw new ComposeFileError('invalid', `${pathText(path)}.${name}: unsupported value ${goText(value)}`, path);
    if (!item.has('condition')) item.set('condition', 'service_started');
    if (!item.has('required')) item.set('required', true);
  }
  return value;
};

function envFileOf(value: Value): Value {
  if (typeof value === 'string') return treeOf({ path: value, required: true });
  if (!isTree(value)) return null;
  if (!value.has('required')) value.set('required', true);
  return value;
}

const envFiles: Transformer = (value, path) => {
  if (typeof value === 'string') return [envFileOf(value)];
  if (isList(value)) return value.map(envFileOf);
  throw refuse(path, value, 'env_file');
};

const textOrList: Transformer = (value) => (typeof value === 'string' ? [value] : value);

const extendsService: Transformer = (value, path, options) => {
  if (isTree(value)) return transformTree(value, path, options);
  if (typeof value === 'string') return treeOf({ service: value });
  throw refuse(path, value, 'extends');
};

const gpus: Transformer = (value, path, options) => {
  if (isList(value)) return transformList(value, path, options);
  if (typeof value === 'string') return [treeOf({ count: 'all' })];
  throw refuse(path, value, 'gpus');
};

const serviceNetworks: Transformer = (value) => (isList(value) ? new Map(value.map((name) => [goText(name), null])) : value);

const volume: Transformer = (value, path, { lenient }) => {
  if (isTree(value)) return value;
  if (typeof value !== 'string') throw refuse(path, value, 'service volume mount');
  try {
    return placed([...path.slice(0, -1), value], () => longVolume(value));
  } catch (error) {
    if (lenient && error instanceof ComposeFileError) return value;
    throw error;
  }
};

function longVolume(text: string): Tree {
  const spec: VolumeSpec = parseVolume(text);
  const tree: Tree = treeOf({ type: spec.type });
  if (spec.source !== undefined) tree.set('source', spec.source);
  if (spec.target !== undefined) tree.set('target', cleanPath(spec.target));
  if (spec.readOnly) tree.set('read_only', true);
  const bind: Tree = new Map();
  if (spec.selinux !== undefined) bind.set('selinux', spec.selinux);
  if (spec.propagation !== undefined) bind.set('propagation', spec.propagation);
  if (spec.type === 'bind') bind.set('create_host_path', true);
  if (bind.size > 0) tree.set('bind', bind);
  if (spec.noCopy) tree.set('volume', treeOf({ nocopy: true }));
  else if (spec.type === 'volume' && text.length > 2) tree.set('volume', new Map());
  return tree;
}

const device: Transformer = (value, path, { lenient }) => {
  if (isTree(value)) return value;
  if (typeof value !== 'string') throw refuse(path, value, 'service volume mount');
  const [source = '', target = '', permissions = 'rwm', ...more] = value.split(':');
  if (more.length > 0) {
    if (!lenient) throw new ComposeFileError('invalid', `confusing device mapping, please use long syntax: ${value}`, path);
    return treeOf({ source: '', target: '', permissions: 'rwm' });
  }
  return treeOf({ source, target: target === '' ? source : target, permissions });
};

const ports: Transformer = (value, path, { lenient }) => {
  if (!isList(value)) throw refuse(path, value, 'port');
  const list: Value[] = [];
  for (const item of value) {
    if (isTree(item)) list.push(item);
    else if (typeof item === 'number' || typeof item === 'string') {
      try {
        for (const port of placed([...path, String(item)], () => parsePorts(String(item)))) {
          const tree = treeOf({ mode: 'ingress' });
          if (port.hostIp !== '') tree.set('host_ip', port.hostIp);
          if (port.target !== 0) tree.set('target', port.target);
          if (port.published !== '') tree.set('published', port.published);
          tree.set('protocol', port.protocol);
          list.push(tree);
        }
      } catch (error) {
        if (error instanceof ComposeFileError && lenient && typeof item === 'string') return value;
        throw error;
      }
    } else throw refuse(path, item, 'port');
  }
  return list;
};

const ssh: Transformer = (value, path) => {
  if (isTree(value)) return value;
  if (!isList(value)) throw refuse(path, value, 'ssh');
  const tree: Tree = new Map();
  for (const item of value) {
    if (typeof item !== 'string') throw new ComposeFileError('invalid', `invalid ssh key type ${goTypeOf(item)}`, path);
    const [id = '', ...rest] = item.split('=');
    if (rest.length === 0 && id !== 'default') throw new ComposeFileError('invalid', `invalid ssh key ${JSON.stringify(id)}`, path);
    tree.set(id, rest.length === 0 ? null : rest.join('='));
  }
  return tree;
};

const ulimits: Transformer = (value, path) => {
  if (isTree(value) || typeof value === 'number') return value;
  throw refuse(path, value, 'external');
};

const resource: Transformer = (value, path, options) => {
  if (!isTree(value)) return value;
  transformTree(value, path, options);
  const external = value.get('external');
  if (!isTree(external)) return value;
  value.set('external', true);
  const name = external.get('name');
  if (name === undefined) return value;
  options.warn(`${pathText(path)}: external.name is deprecated. Please set name and external: true`);
  const own = value.get('name');
  if (own !== undefined && own !== name) throw new ComposeFileError('invalid', `${pathText(path)}: name and external.name conflict; only use name`, path);
  value.set('name', name);
  return value;
};

const include: Transformer = (value, path) => {
  if (isTree(value)) return value;
  if (typeof value === 'string') return treeOf({ path: value });
  throw refuse(path, value, 'external');
};

const transformers: Readonly<Record<string, Transformer>> = {
  'services.*': service,
  'services.*.build': build,
  'services.*.build.secrets.*': fileMount,
  'services.*.build.additional_contexts': keyValues,
  'services.*.build.ssh': ssh,
  'services.*.build.ulimits.*': ulimits,
  'services.*.depends_on': dependsOn,
  'services.*.env_file': envFiles,
  'services.*.label_file': textOrList,
  'services.*.extends': extendsService,
  'services.*.gpus': gpus,
  'services.*.networks': serviceNetworks,
  'services.*.volumes.*': volume,
  'services.*.dns': textOrList,
  'services.*.devices.*': device,
  'services.*.secrets.*': fileMount,
  'services.*.configs.*': fileMount,
  'services.*.ports': ports,
  'services.*.ulimits.*': ulimits,
  'volumes.*': resource,
  'networks.*': resource,
  'secrets.*': resource,
  'configs.*': resource,
  'include.*': include,
};
