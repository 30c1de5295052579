import type { EnvFile, ServiceConfig } from '../project/index.ts';
import { ComposeFileError } from './compose-error.ts';
import { type ComposeFiles, FileProblem } from './compose-files.ts';
import { parseEnvFile } from './dotenv.ts';
import { envProblemText } from './env-files.ts';
import type { Lookup } from './template.ts';

/** What reading a service's files needs. */
export interface ServiceFileOptions {
  readonly files: ComposeFiles;
  readonly environment: ReadonlyMap<string, string>;
  warn(message: string): void;
}

/** Puts the variables of `env_file` and of the process into `environment`. Changes the service. Throws ComposeFileError. */
export function resolveServiceEnvironment(service: ServiceConfig, options: ServiceFileOptions, discardFiles: boolean): void {
  const own = Object.entries(service.environment ?? {}).map(([key, value]) => [key, value ?? options.environment.get(key) ?? null] as const);
  const values = new Map<string, string | null>();
  const lookup: Lookup = (name) => values.get(name) ?? options.environment.get(name);
  for (const file of service.env_file ?? []) for (const [key, value] of readServiceFile(file, lookup, options)) values.set(key, value);
  for (const [key, value] of own) values.set(key, value);
  if (values.size > 0) service.environment = Object.fromEntries(values);
  if (discardFiles) delete service.env_file;
}

/** Puts the labels of `label_file` into `labels`. Changes the service. Throws ComposeFileError. */
export function resolveServiceLabels(service: ServiceConfig, options: ServiceFileOptions, discardFiles: boolean): void {
  const values = new Map<string, string>();
  for (const path of service.label_file ?? []) {
    if (options.files.kindOf(path) === undefined) throw new ComposeFileError('not found', `label file ${path} not found: stat ${path}: no such file or directory`);
    for (const [key, value] of readValues(path, (name) => values.get(name), options)) values.set(key, value);
  }
  for (const [key, value] of Object.entries(service.labels ?? {})) values.set(key, value);
  if (values.size > 0) service.labels = Object.fromEntries(values);
  if (discardFiles) delete service.label_file;
}

function readServiceFile({ path, required, format }: EnvFile, lookup: Lookup, options: ServiceFileOptions): Map<string, string> {
  if (options.files.kindOf(path) === undefined) {
    if (required) throw new ComposeFileError('not found', `env file ${path} not found: stat ${path}: no such file or directory`);
    return new Map();
  }
  if (format !== undefined) throw new ComposeFileError('invalid', `unsupported env_file format ${JSON.stringify(format)}`);
  return readValues(path, lookup, options);
}

function readValues(path: string, lookup: Lookup, { files, warn }: ServiceFileOptions): Map<string, string> {
  try {
    return parseEnvFile(files.readText(path), { lookup, warn });
  } catch (error) {
    const problem = envProblemText(error) ?? (error instanceof FileProblem ? error.message : undefined);
    if (problem === undefined) throw error;
    throw new ComposeFileError('invalid', problem);
  }
}
