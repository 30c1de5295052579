import { parse, YAMLParseError } from 'yaml';
import { parseDuration } from '../../../base/go/index.ts';
import { configurationShape, type Shape } from './configuration-shape.ts';

/** Why a configuration cannot be used, in the words that follow `configuration error: `. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

type Tree = Record<string, unknown>;

/** A configuration that was read: values by path. */
export class Configuration {
  readonly #tree: Tree;
  /** The storage driver: `filesystem`, `inmemory` … */
  readonly storageType: string;
  /** The kind of authentication; empty without one. */
  readonly authType: string;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.storageType = storageTypes(tree)[0] ?? '';
    this.authType = Object.keys(treeOf(tree['auth']))[0] ?? '';
  }

  /** What stands at a path such as `http.tls.key`; undefined when nothing does. */
  at(path: string): unknown {
    let value: unknown = this.#tree;
    for (const key of path.split('.')) value = treeOf(value)[key];
    return value ?? undefined;
  }

  text(path: string): string {
    const value = this.at(path);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  flag(path: string): boolean {
    return this.at(path) === true;
  }

  texts(path: string): string[] {
    const value = this.at(path);
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** Milliseconds; 0 when there is none. */
  duration(path: string): number {
    return (parseDuration(this.text(path)) ?? 0) / 1e6;
  }
}

/** Reads a configuration file and lets `REGISTRY_…` variables override it; what they name and nobody knows is told to `warn`. Throws ConfigurationError. */
export function readConfiguration(text: string, path: string, env: Readonly<Record<string, string>>, warn: (message: string) => void): Configuration {
  const refuse = (why: string): never => {
    throw new ConfigurationError(`error parsing ${path}: ${why}`);
  };
  let document: unknown;
  try {
    document = parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return refuse(`yaml: ${goYamlError(error)}`);
  }
  const tree = treeOf(document);
  const version = tree['version'] === undefined ? '' : String(tree['version']);
  if (version !== '0.1') return refuse(`unsupported version: ${version === '' ? '""' : `"${version}"`}`);
  for (const [name, value] of Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = name.split('_');
    if (path[0] !== 'REGISTRY' || path.length < 2) continue;
    override(tree, configurationShape, path.slice(1), name, parseValue(value, refuse), warn);
  }
  const level = treeOf(tree['log'])['level'] ?? tree['loglevel'];
  if (level !== undefined && !['error', 'warn', 'info', 'debug'].includes(String(level).toLowerCase())) return refuse(`invalid loglevel ${String(level)} Must be one of [error, warn, info, debug]`);
  for (const key of ['storage', 'auth']) if (typeof tree[key] === 'string') tree[key] = { [tree[key]]: {} };
  const wrong = mismatch(tree, configurationShape);
  if (wrong !== undefined) return refuse(`yaml: unmarshal errors:\n  ${wrong}`);
  const types = storageTypes(tree);
  if (types.length > 1) return refuse(`must provide exactly one storage type. Provided: [${types.join(' ')}]`);
  if (types.length === 0) return refuse('no storage configuration provided');
  const kinds = Object.keys(treeOf(tree['auth']));
  if (kinds.length > 1) return refuse(`must provide exactly one type. Provided: [${kinds.join(' ')}]`);
  return new Configuration(tree);
}

function treeOf(value: unknown): Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};
}

/** The storage drivers there are. */
export const storageDrivers: readonly string[] = ['filesystem', 'inmemory'];

/** What of `storage` is no driver. */
const besides = ['maintenance', 'cache', 'delete', 'redirect'];

function storageTypes(tree: Tree): string[] {
  return Object.keys(treeOf(tree['storage'])).filter((key) => !besides.includes(key));
}

function parseValue(text: string, refuse: (why: string) => never): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return refuse(`yaml: ${goYamlError(error)}`);
  }
}

function override(tree: Tree, shape: Shape, path: readonly string[], name: string, value: unknown, warn: (message: string) => void): void {
  const [first = '', ...rest] = path;
  if (typeof shape === 'object') {
    const key = first.toLowerCase();
    const below = shape[key];
    if (below === undefined) return warn(`Ignoring unrecognized environment variable ${name}`);
    if (rest.length === 0) {
      tree[key] = value;
      return;
    }
    if (typeof below !== 'object' && below !== 'map') return;
    tree[key] = typeof tree[key] === 'string' ? { [tree[key]]: {} } : treeOf(tree[key]);
    return override(tree[key] as Tree, below, rest, name, value, warn);
  }
  const known = Object.keys(tree).find((key) => key.toUpperCase() === first) ?? first.toLowerCase();
  if (rest.length === 0) {
    tree[known] = value;
    return;
  }
  tree[known] = treeOf(tree[known]);
  override(tree[known] as Tree, 'map', rest, name, value, warn);
}

/** What does not fit its key, as yaml.v2 says it; undefined when all does. */
function mismatch(value: unknown, shape: Shape): string | undefined {
  if (typeof shape === 'object') {
    if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value))) return `line 1: cannot unmarshal ${tagged(value)} into map[string]interface {}`;
    for (const [key, below] of Object.entries(shape)) {
      const wrong = mismatch(treeOf(value)[key], below);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }
  if (value === undefined || value === null) return undefined;
  const into: Partial<Record<Extract<Shape, string>, [string, (value: unknown) => boolean]>> = {
    bool: ['bool', (each) => typeof each === 'boolean'],
    int: ['int', (each) => typeof each === 'number' && Number.isInteger(each)],
    strings: ['[]string', (each) => Array.isArray(each)],
    duration: ['time.Duration', (each) => typeof each === 'number' || (typeof each === 'string' && parseDuration(each) !== undefined)],
    string: ['string', (each) => typeof each !== 'object'],
  };
  const [name, fits] = into[shape] ?? ['', () => true];
  return fits(value) ? undefined : `line 1: cannot unmarshal ${tagged(value)} into ${name}`;
}

function tagged(value: unknown): string {
  if (Array.isArray(value)) return '!!seq';
  if (typeof value === 'object') return '!!map';
  const tag = typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? (Number.isInteger(value) ? 'int' : 'float') : 'str';
  const text = String(value);
  return `!!${tag} \`${text.length > 10 ? `${text.slice(0, 7)}...` : text}\``;
}

/** The parser's complaint as yaml.v2 words the ones that people meet. */
function goYamlError(error: YAMLParseError): string {
  const line = error.linePos?.[0].line ?? 1;
  if (error.code === 'TAB_AS_INDENT') return `line ${line}: found character that cannot start any token`;
  if (error.code === 'DUPLICATE_KEY') return `unmarshal errors:\n  line ${line}: key already set in map`;
  if (error.code === 'BAD_INDENT' || error.code === 'MISSING_CHAR' || error.code === 'IMPOSSIBLE') return `line ${line}: did not find expected key`;
  return `line ${line}: ${error.message.split(' at line ')[0] ?? error.message}`;
}
