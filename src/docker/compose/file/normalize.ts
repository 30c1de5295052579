import { cleanPath } from './clean-path.ts';
import { goText, isList, isTree, type Tree, treeAt, treeOf, type Value } from './tree.ts';

/** Puts in what Compose adds: the default network, dependencies that follow from other keys, names of networks and volumes. Changes the tree. */
export function normalize(tree: Tree, environment: ReadonlyMap<string, string>): void {
  normalizeNetworks(tree);
  for (const service of servicesOf(tree)) normalizeService(service, environment);
  for (const section of ['networks', 'volumes', 'configs', 'secrets']) nameResources(tree, section);
}

function servicesOf(tree: Tree): Tree[] {
  return [...(treeAt(tree, 'services')?.values() ?? [])].filter(isTree);
}

function normalizeNetworks(tree: Tree): void {
  const networks = treeAt(tree, 'networks') ?? new Map<string, Value>();
  let usesDefault = false;
  for (const service of servicesOf(tree)) {
    if (service.has('network_mode')) continue;
    const own = treeAt(service, 'networks');
    if (!own || own.size === 0) {
      service.set('networks', treeOf({ default: null }));
      usesDefault = true;
    } else if (own.has('default')) usesDefault = true;
  }
  if (usesDefault && !networks.has('default')) networks.set('default', null);
  if (networks.size > 0) tree.set('networks', networks);
}

function normalizeService(service: Tree, environment: ReadonlyMap<string, string>): void {
  if (service.get('pull_policy') === 'if_not_present') service.set('pull_policy', 'missing');
  const build = treeAt(service, 'build');
  if (build) {
    if ((build.get('context') ?? null) === null) build.set('context', '.');
    if ((build.get('dockerfile') ?? null) === null && (build.get('dockerfile_inline') ?? null) === null) build.set('dockerfile', 'Dockerfile');
    const args = build.get('args');
    if (args !== undefined) build.set('args', resolveVariables(args, environment, false));
  }
  const variables = service.get('environment');
  if (variables !== undefined) service.set('environment', resolveVariables(variables, environment, true));
  addDependencies(service);
  const volumes = service.get('volumes');
  for (const volume of isList(volumes) ? volumes : []) if (isTree(volume)) volume.set('target', cleanPath(goText(volume.get('target') ?? '')));
}

function addDependencies(service: Tree): void {
  const dependsOn = treeAt(service, 'depends_on') ?? new Map<string, Value>();
  const add = (name: string, restart: boolean): void => {
    if (!dependsOn.has(name)) dependsOn.set(name, treeOf({ condition: 'service_started', restart, required: true }));
  };
  const listAt = (key: string): string[] => {
    const value = service.get(key);
    return isList(value) ? value.map(goText) : [];
  };
  for (const link of listAt('links')) {
    const parts = link.split(':');
    add(parts.length === 2 ? (parts[0] ?? '') : link, true);
  }
  for (const namespace of ['network_mode', 'ipc', 'pid', 'uts', 'cgroup']) {
    const value = service.get(namespace);
    if (typeof value === 'string' && value.startsWith('service:')) add(value.slice('service:'.length), true);
  }
  for (const from of listAt('volumes_from')) if (!from.startsWith('container:')) add(from.split(':')[0] ?? '', false);
  if (dependsOn.size > 0) service.set('depends_on', dependsOn);
}

/** Values of the environment for variables that stand without one. */
function resolveVariables(value: Value, environment: ReadonlyMap<string, string>, keepUnset: boolean): Value {
  if (isTree(value)) {
    const out: Tree = new Map();
    for (const [key, item] of value) {
      const found = item ?? environment.get(key);
      if (found !== undefined) out.set(key, found);
      else if (keepUnset) out.set(key, null);
    }
    return out;
  }
  if (!isList(value)) return value;
  return value.flatMap((item) => {
    if (typeof item !== 'string' || item.includes('=')) return [item];
    const found = environment.get(item);
    return found !== undefined ? [`${item}=${found}`] : keepUnset ? [item] : [];
  });
}

function nameResources(tree: Tree, section: string): void {
  const resources = treeAt(tree, section);
  for (const [key, value] of resources ?? []) {
    const resource = isTree(value) ? value : new Map<string, Value>();
    if ((resource.get('name') ?? null) === null) {
      const external = ['true', '1', 't', 'T', 'TRUE', 'True'].includes(goText(resource.get('external') ?? false));
      resource.set('name', external ? key : `${goText(tree.get('name') ?? null)}_${key}`);
    }
    resources?.set(key, resource);
  }
}
