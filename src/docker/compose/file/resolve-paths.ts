import { joinPath } from './clean-path.ts';
import { ComposeFileError, placed } from './compose-error.ts';
import { type Path, rowFor } from './path.ts';
import { goTypeOf, isList, isTree, type Tree, type Value } from './tree.ts';

/** What paths are resolved with. */
export interface PathOptions {
  readonly workingDir: string;
  /** What `~` stands for; undefined: HOME is not set. */
  readonly home: string | undefined;
  warn(message: string): void;
  /** The path without symbolic links. */
  realPath(path: string): string;
}

/** Makes relative paths absolute. Changes the tree. Throws ComposeFileError. */
export function resolvePaths(tree: Tree, options: PathOptions): void {
  walk(tree, [], options);
}

type Resolver = (value: Value, options: PathOptions) => Value;

function walk(value: Value, path: Path, options: PathOptions): Value {
  const special = rowFor(resolvers, path);
  if (special) return placed(path, () => special(value, options));
  if (isTree(value)) for (const [key, item] of value) value.set(key, walk(item, [...path, key], options));
  else if (isList(value)) value.forEach((item, index) => (value[index] = walk(item, [...path, '[]'], options)));
  return value;
}

function expandHome(path: string, options: PathOptions): string {
  if (!path.startsWith('~')) return path;
  if (options.home === undefined) {
    options.warn("cannot expand '~', because the environment lacks HOME");
    return path;
  }
  return joinPath(options.home, path.slice(1));
}

const absolute: Resolver = (value, options) => {
  if (isList(value)) return value.map((item) => absolute(item, options));
  if (typeof value !== 'string') throw new ComposeFileError('invalid', `unexpected type ${goTypeOf(value)}`);
  const path = expandHome(value, options);
  return path === '' || path.startsWith('/') ? path : joinPath(options.workingDir, path);
};

/** A path of the host or, of a remote one, Windows'. */
const mount: Resolver = (value, options) => {
  if (typeof value !== 'string') return value;
  const path = expandHome(value, options);
  return path.startsWith('/') || /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path) ? path : joinPath(options.workingDir, path);
};

const remote = ['https://', 'http://', 'git://', 'ssh://', 'github.com/', 'git@'];

const context: Resolver = (value, options) => {
  if (typeof value !== 'string' || value.includes('://') || value.startsWith('service:') || remote.some((prefix) => value.startsWith(prefix))) return value;
  return absolute(value, options);
};

const volumeMount: Resolver = (value, options) => {
  if (!isTree(value) || value.get('type') !== 'bind') return value;
  const source = value.get('source');
  if (source === undefined) throw new ComposeFileError('invalid', 'invalid mount config for type "bind": field Source must not be empty');
  value.set('source', mount(source, options));
  return value;
};

/** A local volume that is a bind mount. */
const volumeOptions: Resolver = (value, options) => {
  const given = isTree(value) && value.get('driver') === 'local' ? value.get('driver_opts') : undefined;
  const device = isTree(given) && given.get('o') === 'bind' ? given.get('device') : undefined;
  if (isTree(given) && device !== undefined) given.set('device', mount(device, options));
  return value;
};

const symbolicLink: Resolver = (value, options) => {
  const path = absolute(value, options);
  return typeof path === 'string' ? options.realPath(path) : path;
};

const resolvers: Readonly<Record<string, Resolver>> = {
  'services.*.build.context': context,
  'services.*.build.additional_contexts.*': context,
  'services.*.build.ssh.*': mount,
  'services.*.env_file.*.path': absolute,
  'services.*.label_file.*': absolute,
  'services.*.extends.file': absolute,
  'services.*.develop.watch.*.path': symbolicLink,
  'services.*.volumes.*': volumeMount,
  'configs.*.file': mount,
  'secrets.*.file': mount,
  'include.path': absolute,
  'include.project_directory': absolute,
  'include.env_file': absolute,
  'volumes.*': volumeOptions,
};
