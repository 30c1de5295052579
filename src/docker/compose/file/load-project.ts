import type { Project, ServiceConfig } from '../project/index.ts';
import { baseName, joinPath } from './clean-path.ts';
import { ComposeFileError } from './compose-error.ts';
import type { ComposeFiles } from './compose-files.ts';
import { checkConsistency } from './consistency.ts';
import { CycleTracker } from './cycle-tracker.ts';
import { interpolate } from './interpolate.ts';
import { loadModel } from './load-model.ts';
import { decodeProject } from './model/index.ts';
import { normalize } from './normalize.ts';
import type { ConfigFile } from './options.ts';
import { normalizeProjectName, projectNameProblem } from './project-name.ts';
import { type ProjectOptions, resolveOptions, type ResolvedOptions } from './project-options.ts';
import { resolveServiceEnvironment, resolveServiceLabels } from './service-files.ts';
import { goText, type Tree, treeOf } from './tree.ts';
import { nameIn } from './yaml-name.ts';

/** How far a project is resolved. */
export interface LoadSettings extends ProjectOptions {
  readonly files: ComposeFiles;
  /** Gets each warning, as text for `level=warning msg=…`. */
  warn(message: string): void;
  /** Default true for each. */
  readonly interpolate?: boolean;
  readonly normalize?: boolean;
  readonly resolvePaths?: boolean;
  readonly consistency?: boolean;
  /** Whether variables of `env_file` are put into `environment`. Default true. */
  readonly resolveEnvironment?: boolean;
  /** Services whose profiles are switched on because they are named. */
  readonly services?: readonly string[];
  /** Whether `env_file` is left out afterwards. */
  readonly discardEnvFiles?: boolean;
}

/** The model of a set of files, canonical and merged, before it is a Project: what `config --no-interpolate` prints. Throws ComposeFileError, FileProblem, YamlError. */
export async function loadProjectModel(settings: LoadSettings, withoutEnvironment = false): Promise<{ tree: Tree; name: string; options: ResolvedOptions; composeFiles: readonly string[] }> {
  const { files } = settings;
  const warn = settings.warn.bind(settings);
  const options = resolveOptions(settings, files, warn);
  if (options.configPaths.length === 0) throw new ComposeFileError('not found', 'no configuration file provided: not found');
  const configs: ConfigFile[] = [];
  for (const path of options.configPaths) {
    const filename = path === '-' ? path : path.startsWith('/') ? joinPath(path) : joinPath(files.workingDir, path);
    configs.push({ filename, content: path === '-' ? await files.readInput() : files.readText(filename) });
  }
  const { interpolate: fill = true } = settings;
  const environment = new Map(options.environment);
  const substitution = { lookup: (variable: string): string | undefined => environment.get(variable), warn };
  const name = projectName(configs, options, files, fill ? substitution : undefined, warn);
  // Compose forgets the environment where it prints the model.
  if (withoutEnvironment) environment.clear();
  environment.set('COMPOSE_PROJECT_NAME', name);
  const tree = await loadModel(configs, {
    files, warn, versioned: new Set(), interpolate: fill, validate: true, resolvePaths: settings.resolvePaths ?? true, extends: true, include: true, defaults: true, resourceDir: options.workingDir, substitution,
  }, { workingDir: options.workingDir, environment, tracker: new CycleTracker(), included: [] });
  if (tree.size === 0) throw new ComposeFileError('parse', 'empty compose file');
  if (name === '') throw new ComposeFileError('invalid', 'project name must not be empty');
  if (settings.normalize ?? true) {
    tree.set('name', name);
    normalize(tree, environment);
  }
  return { tree, name, options: { ...options, environment }, composeFiles: configs.map(({ filename }) => filename) };
}

/** The project of a set of files, with services of inactive profiles apart. Throws ComposeFileError, FileProblem, YamlError. */
export async function loadProject(settings: LoadSettings): Promise<Project> {
  const { tree, name, options, composeFiles } = await loadProjectModel(settings);
  const { services, ...sections } = decodeProject(tree, settings.warn.bind(settings));
  const project: Project = {
    name, ...sections, workingDir: options.workingDir, composeFiles, environment: Object.fromEntries(options.environment), ...byProfile(services, options.profiles), profiles: options.profiles,
  };
  if (settings.consistency ?? true) checkConsistency(project);
  const resolve = (service: ServiceConfig, resolveEnvironment: boolean): void => {
    const files = { files: settings.files, environment: options.environment, warn: settings.warn.bind(settings) };
    if (resolveEnvironment) resolveServiceEnvironment(service, files, settings.discardEnvFiles ?? false);
    resolveServiceLabels(service, files, settings.discardEnvFiles ?? false);
  };
  for (const service of Object.values(project.services)) resolve(service, settings.resolveEnvironment ?? true);
  const hidden = (settings.services ?? []).flatMap((key) => (project.services[key] ? [] : [project.disabledServices[key]?.profiles ?? []])).flat();
  if (hidden.length === 0) return project;
  const profiles = [...options.profiles, ...hidden];
  const enabled = { ...project, ...byProfile(services, profiles), profiles };
  for (const [key, service] of Object.entries(enabled.services)) if (!project.services[key]) resolve(service, true);
  return enabled;
}

/** Services of active profiles, and the others. */
function byProfile(services: Record<string, ServiceConfig>, profiles: readonly string[]): Pick<Project, 'services' | 'disabledServices'> {
  const isActive = (service: ServiceConfig): boolean => !service.profiles || profiles.some((profile) => profile === '*' || service.profiles?.includes(profile));
  return {
    services: Object.fromEntries(Object.entries(services).filter(([, service]) => isActive(service))),
    disabledServices: Object.fromEntries(Object.entries(services).filter(([, service]) => !isActive(service))),
  };
}

/** `-p`, COMPOSE_PROJECT_NAME, `name:` of the last file that has one, or the directory's name. */
function projectName(
  configs: readonly ConfigFile[], options: ResolvedOptions, files: ComposeFiles, substitution: Parameters<typeof interpolate>[1] | undefined, warn: (message: string) => void,
): string {
  const names = options.projectName === '' ? configs.map(({ content = '' }) => nameIn(content, true)) : [];
  const given = options.projectName || options.environment.get('COMPOSE_PROJECT_NAME');
  if (given) {
    if (normalizeProjectName(given) !== given) throw projectNameProblem(given);
    return given;
  }
  let name = names.findLast((one) => one !== '') ?? '';
  const isNamed = name !== '';
  if (substitution) name = goText(interpolate(treeOf({ name }), substitution).get('name') ?? '');
  const normalized = normalizeProjectName(name);
  if (normalized !== '') return normalized;
  if (isNamed) return '';
  const directory = baseName(options.workingDir);
  if (baseName(files.realPath(options.workingDir)) !== directory) warn(`project has been loaded without an explicit name from a symlink. Using name ${JSON.stringify(directory)}`);
  return normalizeProjectName(directory);
}
