import { familiarString, parseAnyReference, ReferenceFormatError, withDefaultTag } from '../../../oci/index.ts';
import { isSystemError } from '../../../kernel/index.ts';
import type { ContainerCreateRequest, ContainerCreateResponse, HostConfig } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import { CliError } from '../command/status-error.ts';
import { goQuote } from '../../../base/go/index.ts';
import { pullForCreate } from '../image/pull-image.ts';

export interface CreateOptions {
  name: string;
  platform: string;
  pull: string;
  quiet: boolean;
}

/** Throws what docker says of an unknown --pull. */
export function checkPull(pull: string): void {
  if (!['always', 'missing', 'never', ''].includes(pull)) {
    throw new CliError(`invalid pull option: '${pull}': must be one of ${goQuote('always')}, ${goQuote('missing')} or ${goQuote('never')}`);
  }
}

/** Creates a container, pulling its image when it is not there; gives the id. Warnings and progress go to stderr. */
export async function createContainer(cli: Cli, request: ContainerCreateRequest & { HostConfig: Partial<HostConfig> }, options: CreateOptions): Promise<string> {
  const { HostConfig: host, Image: image = '' } = request;
  if (host.OomKillDisable && !host.Memory) await cli.err.print("WARNING: Disabling the OOM killer on containers without setting a '-m/--memory' limit may be dangerous.\n");
  const localDns = host.Dns?.find((address) => /((127\.([0-9]{1,3}\.){2}[0-9]{1,3})|(::1)$)/.test(address));
  if (localDns !== undefined) await cli.err.print(`WARNING: Localhost DNS setting (--dns=${localDns}) may fail in containers.\n`);
  const idFile = host.ContainerIDFile ?? '';
  if (idFile !== '' && cli.process.exists(idFile)) throw new CliError(`container ID file found, make sure the other container isn't running or delete ${idFile}`);

  const named = imageName(image);
  const pull = (): Promise<void> => pullForCreate(cli, image, { platform: options.platform, out: options.quiet ? undefined : cli.err });
  if (options.pull === 'always') await pull();
  const { rows, columns } = cli.windowSize();
  const body = { ...request, HostConfig: { ...host, ConsoleSize: [rows, columns] as [number, number] } };
  const query = { ...(options.name !== '' && { name: options.name }), ...(options.platform !== '' && { platform: options.platform }) };
  let response: ContainerCreateResponse;
  try {
    response = await cli.client.containers.create(body, query);
  } catch (error) {
    if (!isDockerError(error, 'NotFound') || named === undefined || options.pull !== 'missing') throw error;
    if (!options.quiet) await cli.err.print(`Unable to find image '${named}' locally\n`);
    await pull();
    response = await cli.client.containers.create(body, query);
  }
  for (const warning of response.Warnings) await cli.err.print(`WARNING: ${warning}\n`);
  if (idFile !== '') writeId(cli, idFile, response.Id);
  return response.Id;
}

/** The image's name with a tag, as messages show it; undefined for a digest. */
function imageName(image: string): string | undefined {
  try {
    const parsed = parseAnyReference(image);
    return parsed.kind === 'name' ? familiarString(withDefaultTag(parsed.reference)) : undefined;
  } catch (error) {
    if (error instanceof ReferenceFormatError) throw new CliError(error.message);
    throw error;
  }
}

function writeId(cli: Cli, path: string, id: string): void {
  try {
    cli.process.writeFile(path, id);
  } catch (error) {
    if (isSystemError(error)) throw new CliError(`failed to create the container ID file: open ${path}: ${error.message.replace(/^.*: /, '').toLowerCase()}`);
    throw error;
  }
}
