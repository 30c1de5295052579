import { bool, checkTty, forwardSignals, list, minArgs, startAll, startAttached, string, stringArray, type FlagValues } from '../../cli/index.ts';
import { createContainer, createProject, ensureImages, startProject, waitForDependencies } from '../act/index.ts';
import { standardBuild } from '../build/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { portsOfShortForm, volumeOfShortForm } from '../file/index.ts';
import { selectServices, serviceNamed } from '../graph/index.ts';
import { byName, labels, projectContainers, serviceOf } from '../observe/index.ts';
import { resolveReferences } from '../plan/index.ts';
import type { MappingWithEquals, Project, ServiceConfig } from '../project/index.ts';
import { quietWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { applyCreateFlags, isTrue } from './create-options.ts';
import { defineComposeCommand } from './define.ts';
import { hiddenTtyFlag, noDepsFlag, removeOrphansFlag } from './flags.ts';
import { splitWords } from './split-words.ts';

const flags = {
  build: bool('Build image before starting container'),
  'cap-add': list('Add Linux capabilities'),
  'cap-drop': list('Drop Linux capabilities'),
  detach: bool('Run container in background and print container ID', { shorthand: 'd' }),
  entrypoint: string('Override the entrypoint of the image'),
  env: stringArray('Set environment variables', { shorthand: 'e' }),
  interactive: bool('Keep STDIN open even if not attached', { shorthand: 'i', initial: true }),
  label: stringArray('Add or override a label', { shorthand: 'l' }),
  name: string('Assign a name to the container'),
  'no-TTY': bool('Disable pseudo-TTY allocation (default: auto-detected)', { shorthand: 'T', initial: true }),
  'no-deps': noDepsFlag,
  publish: stringArray("Publish a container's port(s) to the host", { shorthand: 'p' }),
  'quiet-pull': bool('Pull without printing progress information'),
  'remove-orphans': removeOrphansFlag,
  rm: bool('Automatically remove the container when it exits'),
  'service-ports': bool("Run command with all service's ports enabled and mapped to the host", { shorthand: 'P' }),
  tty: hiddenTtyFlag,
  'use-aliases': bool("Use the service's network useAliases in the network(s) the container connects to"),
  user: string('Run as specified username or uid', { shorthand: 'u' }),
  volume: stringArray('Bind mount a volume', { shorthand: 'v' }),
  workdir: string('Working directory inside the container', { shorthand: 'w' }),
};

type Flags = FlagValues<typeof flags>;

export const runCommand = defineComposeCommand({
  name: 'run',
  use: 'run [OPTIONS] SERVICE [COMMAND] [ARGS...]',
  short: 'Run a one-off command on a service',
  args: minArgs(1),
  interspersed: false,
  flags,
  async run({ compose, args, flags: given, changed }) {
    const [name = '', ...command] = args;
    if (given.publish.length > 0 && given['service-ports']) throw new ComposeError('other', '--service-ports and --publish are incompatible');
    const entrypoint = changed('entrypoint') ? splitWords(given.entrypoint) : undefined;
    if (changed('tty') && changed('no-TTY')) throw new ComposeError('other', "--tty and --no-TTY can't be used together");
    const tty = changed('tty') ? given.tty : !given['no-TTY'];
    let project = await compose.project([name]);
    if (given['no-deps']) project = selectServices(project, [name], 'alone');
    project = applyCreateFlags(project, { build: given.build, scale: [], pull: 'policy' }, false);
    const service = oneOff(compose, project, serviceNamed(project, name), { given, command, entrypoint, tty });
    project = { ...project, services: { ...project.services, [name]: { ...service, container_name: project.services[name]?.container_name ?? '' } } };
    await startDependencies(compose, project, name, given);
    if (compose.options.dryRun) throw new ComposeError('other', 'interactive run is not supported in dry-run mode');
    const id = await prepare(compose, project, service, given, tty);
    await compose.flush();
    if (given.detach) return startAll(compose, [id]);
    const stop = tty ? forwardSignals(compose, id) : undefined;
    try {
      await startAttached(compose, id, given.interactive, compose.config.detachKeys);
    } finally {
      stop?.();
    }
  },
});

/** The service as the flags change it for one container. */
function oneOff(compose: Compose, project: Project, service: ServiceConfig, options: { given: Flags; command: readonly string[]; entrypoint: readonly string[] | undefined; tty: boolean }): ServiceConfig {
  const { given, command, entrypoint, tty } = options;
  const extra = given.label.map((text): [string, string] => {
    const at = text.indexOf('=');
    if (at < 0) throw new ComposeError('other', 'label must be set as KEY=VALUE');
    return [text.slice(0, at), text.slice(at + 1)];
  });
  const slug = [...compose.process.random(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { restart: _restart, ...rest } = service;
  const changed: ServiceConfig = {
    ...rest,
    tty, stdin_open: given.interactive, scale: 1,
    ports: given['service-ports'] ? (service.ports ?? []) : given.publish.flatMap((text) => portsOfShortForm(text)),
    volumes: [...(service.volumes ?? []), ...given.volume.map((text) => volumeOfShortForm(text))],
    container_name: given.name || [project.name, service.name, 'run', slug.slice(0, 12)].join(compose.separator),
    environment: { ...service.environment, ...environmentOf(given.env, project.environment) },
    labels: { ...service.labels, ...Object.fromEntries(extra) },
    customLabels: { ...service.customLabels, [labels.slug]: slug, [labels.oneOff]: 'True' },
    cap_add: [...(service.cap_add ?? []).filter((name) => !given['cap-drop'].includes(name)), ...given['cap-add']],
    cap_drop: [...(service.cap_drop ?? []).filter((name) => !given['cap-add'].includes(name)), ...given['cap-drop']],
    ...(service.deploy && { deploy: withoutRestart(service.deploy) }),
  };
  if (command.length > 0) changed.command = [...command];
  if (given.user !== '') changed.user = given.user;
  if (given.workdir !== '') changed.working_dir = given.workdir;
  if (entrypoint) {
    changed.entrypoint = [...entrypoint];
    if (command.length === 0) changed.command = [];
  }
  return changed;
}

function withoutRestart(deploy: NonNullable<ServiceConfig['deploy']>): NonNullable<ServiceConfig['deploy']> {
  const { restart_policy: _policy, ...rest } = deploy;
  return rest;
}

/** `-e KEY=value`; a name alone takes the variable's value, if there is one. */
function environmentOf(given: readonly string[], variables: Readonly<Record<string, string>>): MappingWithEquals {
  return Object.fromEntries(given.flatMap((text): [string, string][] => {
    const at = text.indexOf('=');
    if (at >= 0) return [[text.slice(0, at), text.slice(at + 1)]];
    const value = variables[text];
    return value === undefined ? [] : [[text, value]];
  }));
}

/** Brings up what the service depends on, and the networks and volumes of the project. */
async function startDependencies(compose: Compose, project: Project, name: string, given: Flags): Promise<void> {
  const { [name]: own, ...others } = project.services;
  const dependencies: Project = { ...project, services: others, disabledServices: { ...project.disabledServices, ...(own && { [name]: own }) } };
  const ignore = isTrue(project.environment['COMPOSE_IGNORE_ORPHANS']);
  await compose.progress(async (writer) => {
    await createProject(compose, writer, dependencies, {
      services: [], build: { ...standardBuild, quiet: given['quiet-pull'] }, quietPull: given['quiet-pull'], orphans: ignore ? 'nothing' : given['remove-orphans'] ? 'remove' : 'warn',
      recreate: 'diverged', recreateDependencies: 'diverged', inherit: false, timeout: undefined,
    });
    if (Object.keys(others).length > 0) await startProject(compose, writer, dependencies);
  });
}

/** Makes the container when all that it waits for is there; gives its id. */
async function prepare(compose: Compose, project: Project, changed: ServiceConfig, given: Flags, tty: boolean): Promise<string> {
  checkTty(compose, given.interactive, tty);
  const withImages = await ensureImages(compose, { ...project, services: { ...project.services, [changed.name]: changed } }, { ...standardBuild, services: [changed.name], quiet: given['quiet-pull'] }, given['quiet-pull']);
  const containers = await projectContainers(compose.client, project.name, { all: true });
  if (!given['no-deps']) await waitForDependencies(compose, quietWriter, project, changed.name, changed.depends_on ?? {}, containers);
  const service = resolveReferences(serviceNamed(withImages, changed.name), (name) => byName(containers.filter((container) => serviceOf(container) === name))[0]?.Id);
  const created = await createContainer(compose, quietWriter, withImages, service, {
    name: changed.container_name ?? '', number: 1, autoRemove: given.rm, attachStdin: given.interactive, aliases: given['use-aliases'],
  });
  return created.Id;
}
