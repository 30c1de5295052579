import { compareStrings } from '../../../base/go/index.ts';
import { ComposeFileError } from './compose-error.ts';
import { type Path, pathText, rowFor } from './path.ts';
import { goText, isList, isTree, type Tree, treeOf, type Value } from './tree.ts';

/** What a later file says, on top of what an earlier one said. Changes `base`. Throws ComposeFileError. */
export function mergeFiles(base: Tree, override: Tree): Tree {
  return mergeTrees(base, override, []);
}

/** What a service says, on top of the one that it extends. Changes `base`. */
export function extendService(base: Tree, service: Tree): Value {
  return mergeValues(base, service, ['services', 'x']);
}

type Merger = (base: Value, other: Value, path: Path) => Value;

function mergeValues(base: Value, other: Value, path: Path): Value {
  const special = rowFor(mergers, path);
  if (special) return special(base, other, path);
  if (other === null) return base;
  if (isTree(base) && isTree(other)) return mergeTrees(base, other, path);
  if (isList(base) && isList(other)) return [...base, ...other];
  if (isTree(base) || isList(base)) throw new ComposeFileError('invalid', `cannot override ${pathText(path)}`, path);
  return other;
}

function mergeTrees(base: Tree, other: Tree, path: Path): Tree {
  for (const [key, value] of other) {
    const before = base.get(key);
    base.set(key, before === undefined || key.startsWith('x-') ? value : mergeValues(before, value, [...path, key]));
  }
  return base;
}

const override: Merger = (_base, other) => other;
const toSequence: Merger = (base, other) => [...sequenceOf(base), ...sequenceOf(other)];

/** Options are put together for the same driver only. */
const mergeLogging: Merger = (base, other, path) => {
  if (!isTree(base) || !isTree(other)) return other;
  const before = base.get('driver');
  const after = other.get('driver');
  return before === after || before === undefined || after === undefined ? mergeTrees(base, other, path) : other;
};

const mergeBuild: Merger = (base, other, path) => mergeTrees(buildOf(base), buildOf(other), path);

function buildOf(value: Value): Tree {
  return isTree(value) ? value : typeof value === 'string' ? treeOf({ context: value }) : new Map();
}

const mergeDependsOn: Merger = (base, other, path) => {
  const started = (): Value => treeOf({ condition: 'service_started', required: true });
  return mergeTrees(mappingOf(base, started), mappingOf(other, started), path);
};

const mergeNetworks: Merger = (base, other, path) => mergeTrees(mappingOf(base, () => null), mappingOf(other, () => null), path);

const mergeExtraHosts: Merger = (base, other) => {
  const before = sequenceOf(base);
  return [...before, ...sequenceOf(other).filter((host) => !before.includes(host))];
};

/** Pools of the same subnet are put together. */
const mergeIpam: Merger = (base, other, path) => {
  const pools: Tree[] = [];
  const subnet = (pool: Tree): Value => pool.get('subnet') ?? null;
  for (const original of isList(base) ? base : []) {
    const mine = mappingOf(original, () => null);
    for (const addition of isList(other) ? other : []) {
      const theirs = mappingOf(addition, () => null);
      if (subnet(theirs) !== subnet(mine) && !pools.some((pool) => subnet(pool) === subnet(theirs))) {
        pools.push(theirs);
        continue;
      }
      const merged = mergeTrees(mine, theirs, path);
      const index = pools.findIndex((pool) => subnet(pool) === subnet(merged));
      if (index >= 0) pools[index] = merged;
      else pools.push(merged);
    }
  }
  return pools;
};

const mergers: Readonly<Record<string, Merger>> = {
  'networks.*.ipam.config': mergeIpam,
  'networks.*.labels': toSequence,
  'volumes.*.labels': toSequence,
  'services.*.annotations': toSequence,
  'services.*.build': mergeBuild,
  'services.*.build.args': toSequence,
  'services.*.build.additional_contexts': toSequence,
  'services.*.build.extra_hosts': mergeExtraHosts,
  'services.*.build.labels': toSequence,
  'services.*.command': override,
  'services.*.depends_on': mergeDependsOn,
  'services.*.deploy.labels': toSequence,
  'services.*.dns': toSequence,
  'services.*.dns_opt': toSequence,
  'services.*.dns_search': toSequence,
  'services.*.entrypoint': override,
  'services.*.env_file': toSequence,
  'services.*.label_file': toSequence,
  'services.*.environment': toSequence,
  'services.*.extra_hosts': mergeExtraHosts,
  'services.*.healthcheck.test': override,
  'services.*.labels': toSequence,
  'services.*.logging': mergeLogging,
  'services.*.networks': mergeNetworks,
  'services.*.sysctls': toSequence,
  'services.*.tmpfs': toSequence,
  'services.*.ulimits.*': override,
};

/** A mapping as the list of its `key=value`, sorted. */
function sequenceOf(value: Value): Value[] {
  if (isList(value)) return value;
  if (typeof value === 'string') return [value];
  if (!isTree(value)) return [];
  const lines: string[] = [];
  for (const [key, item] of value) {
    if (item === null) lines.push(key);
    else for (const part of isList(item) ? item : [item]) lines.push(`${key}=${goText(part)}`);
  }
  return lines.sort(compareStrings);
}

/** A list of names as a mapping. */
function mappingOf(value: Value, initial: () => Value): Tree {
  if (isTree(value)) return value;
  return new Map((isList(value) ? value : []).map((item) => [goText(item), initial()]));
}
