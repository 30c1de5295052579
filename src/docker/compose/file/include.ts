import { directoryOf, joinPath, relativePath } from './clean-path.ts';
import { ComposeFileError } from './compose-error.ts';
import { FileProblem } from './compose-files.ts';
import { readEnvFiles } from './env-files.ts';
import { CycleTracker } from './cycle-tracker.ts';
import type { LoadOptions, LoadState, ModelLoader } from './options.ts';
import { absoluteIn } from './resource.ts';
import { goText, isList, isTree, sameValue, type Tree, treeAt, type Value } from './tree.ts';

interface IncludeConfig {
  paths: string[];
  projectDirectory: string;
  envFiles: string[];
}

/** Loads the files that a model includes and takes their resources in. Changes the tree. Throws ComposeFileError. */
export async function applyInclude(tree: Tree, options: LoadOptions, state: LoadState, loadModel: ModelLoader): Promise<void> {
  for (const config of includesOf(tree.get('include') ?? null)) importResources(await included(config, options, state, loadModel), tree);
  tree.delete('include');
}

function includesOf(value: Value): IncludeConfig[] {
  if (value === null) return [];
  if (!isList(value)) throw new ComposeFileError('parse', `\`include\` must be a list, got ${goText(value)}`, ['include']);
  const texts = (item: Value | undefined): string[] => (item === undefined || item === null ? [] : isList(item) ? item.map(goText) : [goText(item)]);
  return value.map((item) => {
    if (!isTree(item)) return { paths: [goText(item)], projectDirectory: '', envFiles: [] };
    return { paths: texts(item.get('path')), projectDirectory: goText(item.get('project_directory') ?? ''), envFiles: texts(item.get('env_file')) };
  });
}

async function included(config: IncludeConfig, options: LoadOptions, state: LoadState, loadModel: ModelLoader): Promise<Tree> {
  const { files } = options;
  const paths = config.paths.map((path) => absoluteIn(options.resourceDir, path));
  const [main = ''] = paths;
  let directory = config.projectDirectory;
  let workingDir: string;
  if (directory === '') {
    workingDir = relativeTo(options, files.kindOf(main) === 'directory' ? main : directoryOf(main));
    directory = directoryOf(main);
  } else if (directory.startsWith('/')) workingDir = directory;
  else {
    workingDir = relativeTo(options, absoluteIn(options.resourceDir, directory));
    directory = joinPath(state.workingDir, directory);
  }
  if (state.included.includes(main)) throw new ComposeFileError('invalid', `include cycle detected:\n${state.included[0]}\n include ${[...state.included.slice(1), main].join('\n include ')}`, ['include']);
  const environment = new Map(state.environment);
  for (const [key, value] of readEnvFiles(files, envFilesOf(config, directory, options, state), environment, options.warn)) if (!environment.has(key)) environment.set(key, value);
  return loadModel(paths.map((filename) => ({ filename })), {
    ...options, resolvePaths: true, resourceDir: directory, substitution: { lookup: (name) => environment.get(name), warn: options.warn },
  }, { workingDir, environment, tracker: new CycleTracker(), included: state.included });
}

function relativeTo(options: LoadOptions, directory: string): string {
  return relativePath(options.resourceDir, directory) ?? directory;
}

function envFilesOf(config: IncludeConfig, directory: string, { files }: LoadOptions, state: LoadState): string[] {
  if (config.envFiles.length === 0) {
    const standard = joinPath(directory, '.env');
    return files.kindOf(standard) === 'file' ? [standard] : [];
  }
  return config.envFiles.map((file) => {
    if (file.startsWith('/')) return file;
    const path = joinPath(state.workingDir, file);
    const kind = files.kindOf(path);
    if (kind === undefined) throw new FileProblem(`stat ${path}: no such file or directory`, true);
    if (kind === 'directory') throw new ComposeFileError('invalid', `${path} is not a file`);
    return path;
  });
}

function importResources(source: Tree, target: Tree): void {
  for (const section of ['services', 'volumes', 'networks', 'secrets', 'configs']) {
    const from = treeAt(source, section);
    if (!from) continue;
    const to = treeAt(target, section) ?? new Map<string, Value>();
    for (const [name, value] of from) {
      const own = to.get(name);
      if (own !== undefined && !sameValue(own, value)) throw new ComposeFileError('invalid', `${section}.${name} conflicts with imported resource`, [section, name]);
      to.set(name, value);
    }
    target.set(section, to);
  }
}
