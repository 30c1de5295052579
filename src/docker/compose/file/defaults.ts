import { ComposeFileError } from './compose-error.ts';
import { type Path, pathText, rowFor } from './path.ts';
import { goText, goTypeOf, isList, isTree, type Tree, type Value } from './tree.ts';

/** Puts in what has a default and was not said. Changes the tree. Throws ComposeFileError. */
export function setDefaults(tree: Tree): void {
  walk(tree, []);
}

function walk(value: Value, path: Path): void {
  const special = rowFor(defaults, path);
  if (special) return special(value, path);
  if (isTree(value)) for (const [key, item] of value) walk(item, [...path, key]);
  else if (isList(value)) for (const item of value) walk(item, [...path, '[]']);
}

function setDefault(tree: Tree, key: string, value: Value): void {
  if (!tree.has(key)) tree.set(key, value);
}

function deviceRequest(value: Value, path: Path): void {
  if (!isTree(value)) throw new ComposeFileError('invalid', `${pathText(path)}: invalid type ${goTypeOf(value)} for device request`, path);
  if (!value.has('count') && !value.has('device_ids')) value.set('count', 'all');
}

const defaults: Readonly<Record<string, (value: Value, path: Path) => void>> = {
  'services.*.build': (value) => {
    if (isTree(value)) setDefault(value, 'context', '.');
  },
  'services.*.secrets.*': (value, path) => {
    if (!isTree(value)) throw new ComposeFileError('invalid', `${pathText(path)}: unsupported type ${goTypeOf(value)}`, path);
    setDefault(value, 'target', `/run/secrets/${goText(value.get('source') ?? null)}`);
  },
  'services.*.ports.*': (value) => {
    if (!isTree(value)) return;
    setDefault(value, 'protocol', 'tcp');
    setDefault(value, 'mode', 'ingress');
  },
  'services.*.deploy.resources.reservations.devices.*': deviceRequest,
  'services.*.gpus.*': deviceRequest,
};
