import { baseName, directoryOf, joinPath } from './clean-path.ts';
import { ComposeFileError } from './compose-error.ts';
import { type ComposeFiles, FileProblem } from './compose-files.ts';
import { readEnvFiles } from './env-files.ts';
import { normalizeProjectName, projectNameProblem } from './project-name.ts';

/** What `docker compose` is told about the project, before its subcommand and by flags of `config`. */
export interface ProjectOptions {
  /** `-f`, in order; empty: COMPOSE_FILE, or what is found. */
  readonly configPaths?: readonly string[];
  /** `-p`. */
  readonly projectName?: string;
  /** `--project-directory`. */
  readonly projectDirectory?: string;
  /** `--env-file`; empty: COMPOSE_ENV_FILES, else `.env` beside the Compose file. */
  readonly envFiles?: readonly string[];
  /** `--profile`; empty: COMPOSE_PROFILES. */
  readonly profiles?: readonly string[];
  /** The process's variables. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Which files are read, and with what. */
export interface ResolvedOptions {
  /** As they are given or were found; `-` is standard input. */
  readonly configPaths: readonly string[];
  readonly workingDir: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly profiles: readonly string[];
  readonly projectName: string;
  readonly envPaths: readonly string[];
}

const fileNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const overrideNames = ['compose.override.yml', 'compose.override.yaml', 'docker-compose.override.yml', 'docker-compose.override.yaml'];

/** Finds the files and reads the env files. Throws ComposeFileError. */
export function resolveOptions(options: ProjectOptions, files: ComposeFiles, warn: (message: string) => void): ResolvedOptions {
  const environment = new Map(Object.entries(options.environment));
  const { projectName = '', projectDirectory = '' } = options;
  let configPaths = [...(options.configPaths ?? [])];
  if (configPaths.length === 0) configPaths = pathsFromEnvironment(environment, files);
  const given = projectDirectory === '' ? undefined : absolute(files, projectDirectory);
  if (configPaths.length === 0) configPaths = findFiles(given ?? files.workingDir, files, warn);
  const workingDir = given ?? directoryOfFirst(configPaths, files);
  const named = options.envFiles?.length ? options.envFiles : (options.environment['COMPOSE_ENV_FILES'] || undefined)?.split(',');
  const envFiles = named ?? standardEnvFile(workingDir, environment, files);
  for (const [key, value] of readEnvFiles(files, envFiles, environment, warn)) if (!environment.has(key)) environment.set(key, value);
  const profiles = options.profiles?.length ? options.profiles : (environment.get('COMPOSE_PROFILES') ?? '').split(',').map((profile) => profile.trim());
  if (projectName !== normalizeProjectName(projectName)) throw projectNameProblem(projectName);
  return { configPaths, workingDir, environment, profiles, projectName, envPaths: envFiles };
}

/** The process's variables with those of the env files: what Compose does before any command, so that COMPOSE_FILE and its like may stand in `.env`. Throws ComposeFileError. */
export function readEnvironment(options: ProjectOptions, files: ComposeFiles, warn: (message: string) => void): Record<string, string> {
  const { envPaths } = resolveOptions(options, files, warn);
  const environment = new Map(Object.entries(options.environment));
  for (const [key, value] of readEnvFiles(files, envPaths, environment, warn)) {
    if (environment.has(key)) continue;
    if (key === '') throw new ComposeFileError('other', 'setenv: invalid argument');
    environment.set(key, value);
  }
  return Object.fromEntries(environment);
}

function absolute(files: ComposeFiles, path: string): string {
  return path.startsWith('/') ? joinPath(path) : joinPath(files.workingDir, path);
}

function directoryOfFirst(configPaths: readonly string[], files: ComposeFiles): string {
  const first = configPaths.find((path) => path !== '-');
  return first === undefined ? files.workingDir : directoryOf(absolute(files, first));
}

function pathsFromEnvironment(environment: ReadonlyMap<string, string>, files: ComposeFiles): string[] {
  const value = environment.get('COMPOSE_FILE');
  if (value === undefined) return [];
  return value.split(environment.get('COMPOSE_PATH_SEPARATOR') || ':').map((path) => {
    if (path === '-') return path;
    const full = absolute(files, path);
    if (files.kindOf(full) === undefined) throw new FileProblem(`stat ${full}: no such file or directory`, true);
    return full;
  });
}

/** The Compose file of the directory or of the nearest one above, with its override file. */
function findFiles(start: string, files: ComposeFiles, warn: (message: string) => void): string[] {
  const found = (names: readonly string[], directory: string): string[] => names.map((name) => joinPath(directory, name)).filter((path) => files.kindOf(path) !== undefined);
  for (let directory = start; ; directory = directoryOf(directory)) {
    const candidates = found(fileNames, directory);
    const [winner] = candidates;
    if (winner !== undefined) {
      if (candidates.length > 1) {
        warn(`Found multiple config files with supported names: ${candidates.join(', ')}`);
        warn(`Using ${winner}`);
      }
      const overrides = found(overrideNames, directory);
      if (overrides.length > 1) {
        warn(`Found multiple override files with supported names: ${overrides.join(', ')}`);
        warn(`Using ${overrides[0]}`);
      }
      return [winner, ...overrides.slice(0, 1)];
    }
    if (baseName(directory) === '/') return [];
  }
}

function standardEnvFile(workingDir: string, environment: ReadonlyMap<string, string>, files: ComposeFiles): string[] {
  const disabled = environment.get('COMPOSE_DISABLE_ENV_FILE');
  if (disabled !== undefined) {
    const truth = parseBool(disabled);
    if (truth === undefined) throw new ComposeFileError('invalid', `strconv.ParseBool: parsing ${JSON.stringify(disabled)}: invalid syntax`);
    if (truth) return [];
  }
  const path = joinPath(workingDir, '.env');
  return files.kindOf(path) === 'file' ? [path] : [];
}

function parseBool(text: string): boolean | undefined {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text) ? false : undefined;
}
