import type { Project, ServiceConfig } from '../project/index.ts';
import { ComposeFileError } from './compose-error.ts';
import { type LoadSettings, loadProjectModel } from './load-project.ts';
import { anyJson, anyYaml, projectJson, projectYaml, writeJson } from './model/index.ts';
import { serviceHash } from './service-hash.ts';
import { isTree, type Tree } from './tree.ts';
import { variablesTable } from './variables.ts';
import { emitYaml } from './yaml/index.ts';

/** The whole project, as `docker compose config` prints it. Throws ComposeFileError for a format that is none. */
export function configOutput(project: Project, format: string): string {
  const text = formatted(format, () => projectJson(project), () => projectYaml(project));
  return text.replaceAll('$', '$$$$');
}

/** The model with its variables, as `config --no-interpolate` prints it. `resolveImage` gives an image with its digest. */
export async function modelOutput(settings: LoadSettings, format: string, resolveImage?: (image: string) => Promise<string>): Promise<string> {
  const { tree } = await loadProjectModel({ ...settings, interpolate: false }, true);
  if (resolveImage) await resolveImages(tree, resolveImage);
  return formatted(format, () => writeJson(anyJson(tree), '  '), () => emitYaml(anyYaml(tree)));
}

/** The table of `config --variables`. */
export async function variablesOutput(settings: LoadSettings): Promise<string> {
  const { tree } = await loadProjectModel({ ...settings, interpolate: false }, true);
  return variablesTable(tree);
}

function formatted(format: string, json: () => string, yaml: () => string): string {
  if (format === 'json') return json();
  if (format === 'yaml') return yaml();
  throw new ComposeFileError('other', `unsupported format ${JSON.stringify(format)}`);
}

/** Names of services, dependencies first. */
export function namesInOrder({ services }: Project): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const service = services[name];
    if (seen.has(name) || !service) return;
    seen.add(name);
    for (const dependency of Object.keys(service.depends_on ?? {}).sort()) visit(dependency);
    names.push(name);
  };
  for (const name of Object.keys(services).sort()) visit(name);
  return names;
}

/** Names of profiles that any service has. */
export function profilesOf({ services, disabledServices }: Project): string[] {
  return [...new Set(Object.values<ServiceConfig>({ ...services, ...disabledServices }).flatMap(({ profiles }) => profiles ?? []))].sort();
}

/** A line with the hash of each service that is named; `*`: all. Throws ComposeFileError. */
export function hashLines({ services, disabledServices }: Project, names: string): string[] {
  const chosen = names === '*' ? Object.keys(services) : names.split(',');
  return chosen.sort().map((name) => {
    const service = services[name];
    if (!service) throw new ComposeFileError('other', `no such service: ${name}: ${disabledServices[name] ? 'disabled' : 'not found'}`);
    return `${name} ${serviceHash(service)}`;
  });
}

async function resolveImages(tree: Tree, resolve: (image: string) => Promise<string>): Promise<void> {
  const services = tree.get('services');
  for (const service of isTree(services) ? services.values() : []) {
    const image = isTree(service) ? service.get('image') : undefined;
    if (isTree(service) && typeof image === 'string') service.set('image', await resolve(image));
  }
}
