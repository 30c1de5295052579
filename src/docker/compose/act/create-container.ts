import { encodeUtf8, tarEntry, writeTar } from '../../../base/index.ts';
import type { ContainerSummary } from '../../api/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import { isDockerError } from '../../client/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { nameOf, projectContainers, serviceOf } from '../observe/index.ts';
import type { FileReferenceConfig, Project, ServiceConfig } from '../project/index.ts';
import type { ProgressWriter } from '../progress/index.ts';
import { createRequest, imageNameOf, targetOf } from '../request/index.ts';
import type { Compose } from '../runtime/index.ts';

/** What of a new container is not in its service. */
export interface NewContainer {
  name: string;
  number: number;
  /** Its place in a recreation. */
  replaced?: ContainerSummary | undefined;
  autoRemove?: boolean;
  attachStdin?: boolean;
  aliases?: boolean;
  labels?: Readonly<Record<string, string>>;
}

/** A container that was made, as far as the commands go on with it. */
export type Created = Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>;

/** Makes a container of a service, whose references to other services are resolved, with secrets and configs in it. */
export async function createContainer(compose: Compose, writer: ProgressWriter, project: Project, service: ServiceConfig, given: NewContainer): Promise<Created> {
  const { client, actions, process } = compose;
  const image = await client.images.inspect(imageNameOf(project.name, service, compose.separator)).catch((error: unknown) => {
    // A dry run may have built nothing.
    if (compose.options.dryRun && isDockerError(error, 'NotFound')) return undefined;
    throw error;
  });
  const request = createRequest(project, service, {
    number: given.number, separator: compose.separator, image, replaced: given.replaced, aliases: given.aliases ?? true,
    links: await linksOf(compose, project.name, service, given.number),
    readFile: (path) => process.readTextFile(path.startsWith('/') ? path : `${project.workingDir}/${path}`),
    ...(given.autoRemove !== undefined && { autoRemove: given.autoRemove }), ...(given.attachStdin !== undefined && { attachStdin: given.attachStdin }), ...(given.labels && { labels: given.labels }),
  });
  const { id, warnings } = await actions.createContainer(request, given.name);
  for (const text of warnings) writer.event({ id: service.name, status: 'warning', text });
  for (const secret of service.secrets ?? []) {
    const defined = project.secrets[secret.source];
    if (defined?.environment) await inject(compose, id, secret, targetOf(secret, '/run/secrets/'), variable(project, defined));
  }
  for (const config of service.configs ?? []) {
    const defined = project.configs[config.source];
    const content = defined?.environment ? variable(project, defined) : defined?.content;
    if (content) await inject(compose, id, config, config.target || `/${config.source}`, content);
  }
  const created = { Id: id, Names: [`/${given.name}`], Labels: request.Labels ?? {} };
  if (compose.options.dryRun) compose.dryRunContainers.push(created);
  return created;
}

function variable(project: Project, defined: { environment?: string; name?: string; content?: string }): string {
  const value = project.environment[defined.environment ?? ''] ?? defined.content;
  if (value === undefined) throw new ComposeError('other', `environment variable ${goQuote(defined.environment ?? '')} required by file ${goQuote(defined.name ?? '')} is not set`);
  return value;
}

/** Writes a file into a container that does not run yet. */
async function inject(compose: Compose, id: string, reference: FileReferenceConfig, target: string, content: string): Promise<void> {
  const { uid = '', gid = '', mode = 0o444 } = reference;
  const entry = tarEntry(target.replace(/^\//, ''), { bytes: encodeUtf8(content), mode, uid: Number(uid || 0), gid: Number(gid || 0), mtime: compose.clock.now() });
  await compose.actions.copyToContainer(id, '/', writeTar([entry]), { copyUidGid: uid !== '' || gid !== '' });
}

/** `container:alias` for `links` and `external_links`; a one-off container is linked to those of its own service. */
async function linksOf(compose: Compose, project: string, service: ServiceConfig, number: number): Promise<string[]> {
  const links: string[] = [];
  const { separator } = compose;
  const containersOf = (name: string): Promise<ContainerSummary[]> => projectContainers(compose.client, project, { oneOff: 'exclude', all: true, services: [name] });
  for (const link of service.links ?? []) {
    const [target = '', alias = target] = link.split(':');
    for (const container of await containersOf(target)) {
      const name = nameOf(container);
      links.push(`${name}:${alias}`, `${name}:${target}${separator}${number}`, `${name}:${[project, target, number].join(separator)}`);
    }
  }
  if (service.labels?.['com.docker.compose.oneoff'] === 'True') {
    for (const container of await containersOf(service.name)) {
      const name = nameOf(container);
      links.push(`${name}:${serviceOf(container)}`, `${name}:${name.replace(`${project}${separator}`, '')}`, `${name}:${name}`);
    }
  }
  for (const link of service.external_links ?? []) {
    const [target = '', alias = target] = link.split(':');
    links.push(`${target}:${alias}`);
  }
  return links;
}
