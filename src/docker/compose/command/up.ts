import { bool, int, string, stringArray, type FlagValues } from '../../cli/index.ts';
import { createProject, startProject, type CreateProjectOptions } from '../act/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { chooseServices, selectServices, serviceNamed } from '../graph/index.ts';
import type { Project } from '../project/index.ts';
import type { Compose } from '../runtime/index.ts';
import { watchProject } from '../watch/index.ts';
import { applyCreateFlags, checkCreateFlags, createOptions } from './create-options.ts';
import { defineComposeCommand } from './define.ts';
import { createFlags, noDepsFlag, pullFlag } from './flags.ts';
import { runAttached } from './up-attached.ts';

const flags = {
  ...createFlags,
  'abort-on-container-exit': bool('Stops all containers if any container was stopped. Incompatible with -d'),
  'always-recreate-deps': bool('Recreate dependent containers. Incompatible with --no-recreate.'),
  attach: stringArray('Restrict attaching to the specified services. Incompatible with --attach-dependencies.'),
  'attach-dependencies': bool('Automatically attach to log output of dependent services'),
  detach: bool('Detached mode: Run containers in the background', { shorthand: 'd' }),
  'exit-code-from': string('Return the exit code of the selected service container. Implies --abort-on-container-exit'),
  menu: bool('Enable interactive shortcuts when running attached (Experimental). Incompatible with --detach.', { hidden: true, support: { partly: 'without effect' } }),
  'no-attach': stringArray('Do not attach (stream logs) to the specified services'),
  'no-color': bool('Produce monochrome output'),
  'no-deps': noDepsFlag,
  'no-log-prefix': bool("Don't print prefix in logs"),
  'no-start': bool("Don't start the services after creating them"),
  pull: pullFlag('"always"|"missing"|"never"'),
  'renew-anon-volumes': bool('Recreate anonymous volumes instead of retrieving data from the previous containers', { shorthand: 'V' }),
  timeout: int('Use this timeout in seconds for container shutdown when attached or when containers are already running', { shorthand: 't' }),
  timestamps: bool('Show timestamps'),
  wait: bool('Wait for services to be running|healthy. Implies detached mode.'),
  'wait-timeout': int('Maximum duration to wait for the project to be running|healthy'),
  watch: bool('Watch source code and rebuild/refresh containers when files are updated.', { shorthand: 'w' }),
};

type Flags = FlagValues<typeof flags>;

export const upCommand = defineComposeCommand({
  name: 'up',
  use: 'up [OPTIONS] [SERVICE...]',
  short: 'Create and start containers',
  flags,
  async run({ compose, args, flags: given, changed }) {
    const cascade = given['abort-on-container-exit'] || given['exit-code-from'] !== '';
    checkFlags(given, cascade);
    const detach = given.detach || given.wait;
    const loaded = await compose.project(args);
    if (given.attach.length > 0 && given['attach-dependencies']) throw new ComposeError('other', 'cannot combine --attach and --attach-dependencies');
    if (Object.keys(loaded.services).length === 0) throw new ComposeError('other', 'no service selected');
    const options = createOptions(compose, loaded, args, given, changed('timeout'));
    let project = applyCreateFlags(loaded, given, changed('pull'));
    if (given['no-deps']) project = selectServices(project, args, 'alone');
    if (given['exit-code-from'] !== '') serviceNamed(project, given['exit-code-from']);
    if (given['no-start']) return compose.progress((writer) => createProject(compose, writer, project, options), 'Creating');
    if (detach) return upDetached(compose, project, options, given);
    const attachTo = servicesToAttach(project, args, given);
    await compose.progress((writer) => createProject(compose, writer, project, options, true));
    if (compose.options.dryRun) return compose.out.print("end of 'compose up' output, interactive run is not supported in dry-run mode\n");
    const watching = given.watch ? new AbortController() : undefined;
    const watch = watching && watchProject(compose, project, args, { quiet: true, signal: watching.signal });
    try {
      await runAttached(compose, project, {
        services: args, attachTo, cascade, exitCodeFrom: given['exit-code-from'], timeout: options.timeout,
        color: !given['no-color'] && compose.options.ansi, prefix: !given['no-log-prefix'], timestamps: given.timestamps,
      });
    } finally {
      watching?.abort();
      await watch;
    }
  },
});

function checkFlags(given: Flags, cascade: boolean): void {
  const attaches = given['attach-dependencies'] || cascade || given.attach.length > 0;
  if (given.wait && attaches) throw new ComposeError('other', '--wait cannot be combined with --abort-on-container-exit, --attach or --attach-dependencies');
  if (given.build && given['no-build']) checkCreateFlags(given);
  if (given.detach && attaches) throw new ComposeError('other', '--detach cannot be combined with --abort-on-container-exit, --attach or --attach-dependencies');
  checkCreateFlags(given);
  if (given['no-build'] && given.watch) throw new ComposeError('other', '--no-build and --watch are incompatible');
}

async function upDetached(compose: Compose, project: Project, options: CreateProjectOptions, given: Flags): Promise<void> {
  await compose.progress(async (writer) => {
    await createProject(compose, writer, project, options);
    await startProject(compose, writer, project, { wait: given.wait, waitTimeout: given['wait-timeout'] });
  });
}

/** Services whose logs are shown: those named, or all that don't say otherwise. */
function servicesToAttach(project: Project, services: readonly string[], given: Flags): string[] {
  const chosen = given.attach.length > 0 ? new Set(given.attach) : services.length > 0 ? chooseServices(project, services, given['attach-dependencies'] ? 'with dependencies' : 'alone') : new Set(Object.keys(project.services));
  const unknown = [...chosen].filter((name) => !project.services[name]);
  if (unknown.length > 0) throw new ComposeError('other', `cannot attach to services not included in up: ${unknown.join(', ')}`);
  const attachable = given.attach.length > 0 ? [...chosen] : [...chosen].filter((name) => project.services[name]?.attach !== false);
  return attachable.filter((name) => !given['no-attach'].includes(name));
}
