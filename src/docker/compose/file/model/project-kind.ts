import type { FileObjectConfig, NetworkConfig, Project, ServiceConfig, VolumeConfig } from '../../project/index.ts';
import { ComposeFileError } from '../compose-error.ts';
import { isTree, type Tree, type Value } from '../tree.ts';
import { emitYaml } from '../yaml/index.ts';
import type { Json, Kind } from './kind.ts';
import { listOf } from './list-kinds.ts';
import { labels, mapOf, mapping, options } from './map-kinds.ts';
import { bool, boolPointer, text } from './scalar-kinds.ts';
import { service } from './service-kind.ts';
import { anyJson, extensionEntries, struct } from './struct-kind.ts';
import { writeJson } from './write-json.ts';

const pool = struct({ subnet: text, gateway: text, ip_range: text, aux_addresses: mapping });
const ipam = struct({ driver: text, config: listOf(pool) }, false);

const network = struct({
  name: text, driver: text, driver_opts: options, ipam: { kind: ipam, always: true }, external: bool, internal: bool, attachable: bool, labels, enable_ipv4: boolPointer, enable_ipv6: boolPointer,
});

const volume = struct({ name: text, driver: text, driver_opts: options, external: bool, labels });

/** A secret's text is never written, nor a config's that came from a variable. */
function fileObject(isSecret: boolean): Kind {
  const kind = struct({ name: text, file: text, environment: text, content: text, external: bool, labels, driver: text, driver_opts: mapOf(text), template_driver: text });
  const shown = (value: unknown): FileObjectConfig => {
    const config = value as FileObjectConfig;
    const { content: _content, ...rest } = config;
    return isSecret || config.environment !== undefined ? rest : config;
  };
  return { ...kind, yaml: (value) => kind.yaml(shown(value)), json: (value) => kind.json(shown(value)) };
}

const sections = { services: mapOf(service), networks: mapOf(network), volumes: mapOf(volume), secrets: mapOf(fileObject(true)), configs: mapOf(fileObject(false)) };

/** The sections of a project that stand in its files. */
export type ProjectSections = Pick<Project, 'services' | 'networks' | 'volumes' | 'secrets' | 'configs' | 'extensions'>;

/** A value that can't be taken, and where it stands: `services[web].mem_limit`. */
export interface DecodeFault {
  readonly at: string;
  readonly message: string;
  /** All that Go's decoder says of it. */
  readonly sentence: string;
}

/** Makes the sections of a project from the canonical model. Throws ComposeFileError with all that can't be taken. */
export function decodeProject(tree: Tree, warn: (message: string) => void): ProjectSections {
  const { sections: decoded, faults } = decodeSections(tree, warn);
  if (faults.length === 0) return decoded;
  throw new ComposeFileError('parse', `decoding failed due to the following error(s):\n\n${faults.map(({ sentence }) => sentence).join('\n')}`);
}

/** The same, with what can't be taken left out and told. */
export function decodeSections(tree: Tree, warn: (message: string) => void): { sections: ProjectSections; faults: readonly DecodeFault[] } {
  const faults: DecodeFault[] = [];
  const context = { warn, problem: (at: string, message: string, sentence: string) => void faults.push({ at, message, sentence }) };
  const decoded = Object.fromEntries(
    Object.entries(sections).map(([key, kind]) => {
      const value = tree.get(key) ?? null;
      return [key, isTree(value) ? kind.decode(withNames(value, key === 'services'), { ...context, at: key }) ?? {} : {}];
    }),
  ) as unknown as {
    services: Record<string, ServiceConfig>; networks: Record<string, NetworkConfig>; volumes: Record<string, VolumeConfig>; secrets: Record<string, FileObjectConfig>; configs: Record<string, FileObjectConfig>;
  };
  const extensions = Object.fromEntries([...tree].filter(([key]) => key.startsWith('x-')));
  return { sections: { ...decoded, ...(Object.keys(extensions).length > 0 && { extensions }) }, faults };
}

/** A resource that says nothing is there all the same; a service knows its name. */
function withNames(resources: Tree, named: boolean): Tree {
  return new Map(
    [...resources].map(([key, value]): [string, Value] => {
      const tree: Tree = new Map(isTree(value) ? value : []);
      if (named) tree.set('name', key);
      return [key, tree];
    }),
  );
}

/** A service without its name. */
const namelessServices = mapOf({ ...service, yaml: (value) => service.yaml({ ...(value as ServiceConfig), name: undefined }) });

/** The project as `docker compose config` prints it, before dollars are escaped. */
export function projectYaml(project: Project): string {
  const nonEmpty = (['networks', 'volumes', 'secrets', 'configs'] as const).filter((key) => Object.keys(project[key]).length > 0);
  return emitYaml({
    sorted: false,
    entries: [
      ...(project.name === '' ? [] : [['name', project.name] as const]),
      ['services', namelessServices.yaml(project.services)],
      ...nonEmpty.map((key) => [key, sections[key].yaml(project[key])] as const),
      ...extensionEntries(project.extensions),
    ],
  });
}

/** The project as `docker compose config --format json` prints it. */
export function projectJson(project: Project): string {
  const all = new Map<string, Json>([['name', project.name]]);
  for (const [key, kind] of Object.entries(sections)) {
    const section = project[key as keyof typeof sections];
    if (key === 'services' || Object.keys(section).length > 0) all.set(key, kind.json(section));
  }
  for (const [key, value] of Object.entries(project.extensions ?? {})) all.set(key, anyJson(value as Value));
  return writeJson(new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1))), '  ');
}

/** A service's JSON without spaces, as its hash is made of. */
export function serviceJson(config: ServiceConfig): string {
  return writeJson(service.json(config));
}
