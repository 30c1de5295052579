import { parseReference } from '../../../oci/index.ts';
import { bool, string } from '../../cli/index.ts';
import { imagesOf, pullImage } from '../act/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { selectServices, together } from '../graph/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { quietWriter, type ProgressWriter } from '../progress/index.ts';
import { mapServices, type Compose } from '../runtime/index.ts';
import { defineComposeCommand } from './define.ts';

export const pullCommand = defineComposeCommand({
  name: 'pull',
  use: 'pull [OPTIONS] [SERVICE...]',
  short: 'Pull service images',
  flags: {
    'ignore-buildable': bool('Ignore images that can be built'),
    'ignore-pull-failures': bool('Pull what it can and ignores images with pull failures'),
    'include-deps': bool('Also pull services declared as dependencies'),
    'no-parallel': bool('DEPRECATED disable parallel pulling', { initial: true, hidden: true }),
    parallel: bool('DEPRECATED pull multiple images in parallel', { initial: true, hidden: true }),
    policy: string('Apply pull policy ("missing"|"always")'),
    quiet: bool('Pull without printing progress information', { shorthand: 'q' }),
  },
  async run({ compose, args, flags }) {
    let project = await compose.project(args);
    if (!flags['include-deps']) project = selectServices(project, args, 'alone');
    if (flags.policy !== '') project = { ...project, services: mapServices(project.services, (service) => (service.image ? { ...service, pull_policy: flags.policy } : service)) };
    const options = { ignoreFailures: flags['ignore-pull-failures'], ignoreBuildable: flags['ignore-buildable'] };
    if (flags.quiet) await pullAll(compose, quietWriter, project, options);
    else await compose.progress((writer) => pullAll(compose, writer, project, options), 'Pulling');
  },
});

async function pullAll(compose: Compose, writer: ProgressWriter, project: Project, options: { ignoreFailures: boolean; ignoreBuildable: boolean }): Promise<void> {
  const present = await imagesOf(compose, project);
  const pulling = new Map<string, string>();
  const wanted: ServiceConfig[] = [];
  for (const service of Object.values(project.services).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const reason = reasonToSkip(service, present, pulling, options.ignoreBuildable);
    if (reason === undefined) {
      pulling.set(service.image ?? '', service.name);
      wanted.push(service);
    } else {
      writer.event({ id: service.name, status: 'done', text: reason });
    }
  }
  const failures: string[] = [];
  const toBuild: string[] = [];
  try {
    await together(wanted, async (service) => {
      try {
        await pullImage(compose, service, writer, false);
      } catch (error) {
        if (!(error instanceof ComposeError)) throw error;
        failures.push(error.message);
        if (service.build) toBuild.push(service.name);
        if (!options.ignoreFailures && !service.build) throw error;
      }
    });
  } finally {
    if (toBuild.length > 0) writer.tail(`WARNING: Some service image(s) must be built from source by running:\n    docker compose build ${toBuild.join(' ')}`);
  }
  if (failures.length === 0 || options.ignoreFailures) return;
  throw new ComposeError('pull', `${failures.length} error${failures.length === 1 ? '' : 's'} occurred:\n${failures.map((words) => `\t* ${words}\n`).join('')}\n`);
}

function reasonToSkip(service: ServiceConfig, present: ReadonlyMap<string, string>, pulling: ReadonlyMap<string, string>, ignoreBuildable: boolean): string | undefined {
  const { image, pull_policy: policy = '' } = service;
  if (!image) return 'Skipped - No image to be pulled';
  if (policy === 'never' || policy === 'build') return 'Skipped';
  if ((policy === 'missing' || policy === 'if_not_present') && present.has(image) && !isLatest(image)) return 'Skipped - Image is already present locally';
  if (service.build && ignoreBuildable) return 'Skipped - Image can be built';
  const other = pulling.get(image);
  return other === undefined ? undefined : `Skipped - Image is already being pulled by ${other}`;
}

/** The tag that moves is pulled again, present or not. */
function isLatest(image: string): boolean {
  const { tag, digest } = parseReference(image);
  return tag === 'latest' || (tag === undefined && digest === undefined);
}
