import { ComposeFileError } from './compose-error.ts';
import { type Path, pathText, rowFor } from './path.ts';
import { goText, isList, isTree, type Tree, type Value } from './tree.ts';

/** What the schema can't say of single sections. Throws ComposeFileError. */
export function checkSections(tree: Tree): void {
  walk(tree, []);
}

function walk(value: Value, path: Path): void {
  const special = rowFor(checks, path);
  if (special) return special(value, path);
  if (isTree(value)) for (const [key, item] of value) walk(item, [...path, key]);
  else if (isList(value)) for (const item of value) walk(item, [...path, '[]']);
}

function fail(path: Path, problem: string): ComposeFileError {
  return new ComposeFileError('invalid', `${pathText(path)}: ${problem}`, path);
}

function fileObject(...sources: readonly string[]): (value: Value, path: Path) => void {
  return (value, path) => {
    if (!isTree(value)) return;
    const given = sources.filter((key) => value.has(key));
    if (given.length > 1) throw fail(path, `${sources.join('|')} attributes are mutually exclusive`);
    if (given.length === 0 && !value.has('driver') && !value.has('external')) throw fail(path, `one of ${sources.join('|')} must be set`);
  };
}

function deviceRequest(value: Value, path: Path): void {
  if (isTree(value) && value.has('count') && value.has('device_ids')) throw fail(path, '"count" and "device_ids" attributes are exclusive');
}

const checks: Readonly<Record<string, (value: Value, path: Path) => void>> = {
  'volumes.*': (value, path) => {
    if (value === null) return;
    if (!isTree(value)) throw new ComposeFileError('invalid', `expected volume, got ${goText(value)}`, path);
    if (value.get('external') !== true) return;
    for (const key of value.keys()) {
      if (key !== 'name' && key !== 'external' && !key.startsWith('x-')) throw fail(path, `conflicting parameters "external" and ${JSON.stringify(key)} specified`);
    }
  },
  'configs.*': fileObject('file', 'environment', 'content'),
  'secrets.*': fileObject('file', 'environment'),
  'services.*.develop.watch.*.path': (value, path) => {
    if (value === '') throw fail(path, "value can't be blank");
  },
  'services.*.deploy.resources.reservations.devices.*': deviceRequest,
  'services.*.gpus.*': deviceRequest,
};
