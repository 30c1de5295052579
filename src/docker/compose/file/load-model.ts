import { checkSections } from './checks.ts';
import { setDefaults } from './defaults.ts';
import { loadFile } from './load-file.ts';
import type { ConfigFile, LoadOptions, LoadState } from './options.ts';
import { resolvePaths } from './resolve-paths.ts';
import { isList, isTree, type Tree, treeAt } from './tree.ts';

/** Loads files one on top of the other, with defaults, checks and absolute paths. Throws ComposeFileError and YamlError. */
export async function loadModel(configs: readonly ConfigFile[], options: LoadOptions, state: LoadState): Promise<Tree> {
  let tree: Tree = new Map();
  for (const config of configs) ({ tree } = await loadFile(config, tree, options, state, loadModel));
  if (options.defaults) setDefaults(tree);
  if (options.validate) checkSections(tree);
  if (options.resolvePaths) resolvePaths(tree, { workingDir: state.workingDir, home: options.files.home, warn: options.warn, realPath: options.files.realPath.bind(options.files) });
  resolveEnvironment(tree, state.environment);
  return tree;
}

/** Values of the environment for what names a variable and nothing else. Changes the tree. */
function resolveEnvironment(tree: Tree, environment: ReadonlyMap<string, string>): void {
  for (const service of treeAt(tree, 'services')?.values() ?? []) {
    const variables = isTree(service) ? service.get('environment') : undefined;
    if (!isTree(service) || !isList(variables)) continue;
    service.set('environment', variables.filter((line) => typeof line === 'string').map((line) => (environment.has(line) ? `${line}=${environment.get(line)}` : line)));
  }
  for (const section of ['secrets', 'configs']) {
    for (const object of treeAt(tree, section)?.values() ?? []) {
      const name = isTree(object) ? object.get('environment') : undefined;
      const value = typeof name === 'string' ? environment.get(name) : undefined;
      if (isTree(object) && value !== undefined) object.set('content', value);
    }
  }
}
