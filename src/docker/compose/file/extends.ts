import { directoryOf, relativePath } from './clean-path.ts';
import { ComposeFileError } from './compose-error.ts';
import type { CycleTracker } from './cycle-tracker.ts';
import { extendService } from './merge.ts';
import type { FileLoader, LoadOptions, LoadState } from './options.ts';
import { applyResets, type ResetPaths } from './reset.ts';
import { resolvePaths } from './resolve-paths.ts';
import { absoluteIn } from './resource.ts';
import { cloneValue, goText, isTree, type Tree, treeOf, type Value } from './tree.ts';

interface Extending {
  readonly filename: string;
  readonly options: LoadOptions;
  readonly state: LoadState;
  readonly resets: readonly ResetPaths[];
  readonly loadFile: FileLoader;
}

/** Puts each service on top of the one that it extends. Changes the tree. Throws ComposeFileError. */
export async function applyExtends(tree: Tree, extending: Extending): Promise<void> {
  const services = tree.get('services');
  if (services === undefined) return;
  if (!isTree(services)) throw new ComposeFileError('parse', 'services must be a mapping', ['services']);
  for (const name of [...services.keys()]) services.set(name, await extended(name, services, extending, extending.state.tracker));
}

async function extended(name: string, services: Tree, extending: Extending, tracker: CycleTracker): Promise<Value> {
  const service = services.get(name) ?? null;
  if (service === null) return null;
  if (!isTree(service)) throw new ComposeFileError('parse', `services.${name} must be a mapping`, ['services', name]);
  const given = service.get('extends');
  if (given === undefined) return service;
  const named = isTree(given) ? given.get('service') : given;
  const reference = typeof named === 'string' ? named : '';
  const file = isTree(given) ? given.get('file') ?? null : null;
  let from = extending;
  let others = services;
  if (file !== null) {
    const loaded = await baseServices(name, reference, goText(file), extending);
    others = loaded.services;
    from = { ...extending, filename: goText(file), resets: [...extending.resets, loaded.resets] };
  } else if (!services.has(reference)) {
    throw new ComposeFileError('invalid', `cannot extend service ${JSON.stringify(name)} in ${extending.filename}: service ${JSON.stringify(reference)} not found`, ['services', name, 'extends']);
  }
  const base = await extended(reference, others, from, tracker.add(from.filename, name));
  if (!isTree(base)) return service;
  const source = cloneValue(base) as Tree;
  for (const resets of from.resets) applyResets(treeOf({ services: treeOf({ [name]: source }) }), resets);
  const merged = extendService(source, service);
  if (isTree(merged)) merged.delete('extends');
  others.set(name, merged);
  return merged;
}

async function baseServices(name: string, reference: string, file: string, { filename, options, state, loadFile }: Extending): Promise<{ services: Tree; resets: ResetPaths }> {
  const path = absoluteIn(options.resourceDir, file);
  const directory = directoryOf(path);
  const workingDir = relativeDirectory(options, file);
  const loaded = await loadFile({ filename: path }, new Map(), {
    ...options, resourceDir: directory, resolvePaths: false, include: false, extends: false, validate: false, defaults: false,
  }, { ...state, workingDir, included: [] });
  const services = loaded.tree.get('services');
  const refuse = (problem: string): ComposeFileError => new ComposeFileError('invalid', `cannot extend service ${JSON.stringify(name)} in ${problem}`, ['services', name, 'extends']);
  if (services === undefined) throw refuse(`${path}: no services section`);
  if (!isTree(services)) throw refuse(`${path}: services must be a mapping`);
  if (!services.has(reference)) throw refuse(`${filename}: service ${JSON.stringify(reference)} not found in ${file}`);
  resolvePaths(loaded.tree, { workingDir, home: options.files.home, warn: options.warn, realPath: options.files.realPath.bind(options.files) });
  return { services, resets: loaded.resets };
}

/** The directory of a file, relative to where it is looked for from. */
function relativeDirectory(options: LoadOptions, file: string): string {
  const path = absoluteIn(options.resourceDir, file);
  const directory = options.files.kindOf(path) === 'directory' ? path : absoluteIn(options.resourceDir, directoryOf(file));
  return relativePath(options.resourceDir, directory) ?? directory;
}
