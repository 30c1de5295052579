import { familiarName, parseReference } from '../../../oci/index.ts';
import { bool, credentialsForImage, goMessage, string, type FlagValues } from '../../cli/index.ts';
import { isSystemError } from '../../../kernel/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { encodeUtf8 } from '../../../base/index.ts';
import { configOutput, hashLines, loadFailure, modelOutput, namesInOrder, profilesOf, variablesOutput, type LoadSettings } from '../file/index.ts';
import { imageNameOf } from '../request/index.ts';
import type { Compose } from '../runtime/index.ts';
import { defineComposeCommand } from './define.ts';

const flags = {
  format: string('Format the output. Values: [yaml | json]', { initial: 'yaml' }),
  hash: string('Print the service config hash, one per line.'),
  images: bool('Print the image names, one per line.'),
  'no-consistency': bool("Don't check model consistency - warning: may produce invalid Compose output"),
  'no-interpolate': bool("Don't interpolate environment variables"),
  'no-normalize': bool("Don't normalize compose model"),
  'no-path-resolution': bool("Don't resolve file paths"),
  output: string('Save to file (default to stdout)', { shorthand: 'o' }),
  profiles: bool('Print the profile names, one per line.'),
  quiet: bool("Only validate the configuration, don't print anything", { shorthand: 'q' }),
  'resolve-image-digests': bool('Pin image tags to digests', { support: { partly: 'only with --no-interpolate, as in the real command' } }),
  services: bool('Print the service names, one per line.'),
  variables: bool('Print model variables and default values.'),
  volumes: bool('Print the volume names, one per line.'),
};

export const configCommand = defineComposeCommand({
  name: 'config',
  aliases: ['convert'],
  use: 'config [OPTIONS] [SERVICE...]',
  short: 'Parse, resolve and render compose file in canonical format',
  flags,
  async run({ compose, args, flags: given }) {
    const settings = {
      interpolate: !given['no-interpolate'], resolvePaths: !given['no-path-resolution'], normalize: !given['no-normalize'] && !compose.options.compatibility, consistency: !given['no-consistency'],
    };
    const text = await outputOf(compose, args, given, settings);
    if (text === undefined || (given.quiet && !isList(given))) return;
    if (given.output !== '' && text !== '' && !isList(given)) writeOutput(compose, given.output, text);
    else await compose.out.print(text);
  },
});

type Flags = FlagValues<typeof flags>;

/** Whether names are asked for, not the model. */
function isList(given: Flags): boolean {
  return given.services || given.volumes || given.hash !== '' || given.profiles || given.images || given.variables;
}

async function outputOf(compose: Compose, services: readonly string[], given: Flags, settings: Partial<LoadSettings>): Promise<string | undefined> {
  const without = { ...settings, resolveEnvironment: false };
  const lines = (names: readonly string[]): string => names.map((name) => `${name}\n`).join('');
  if (given.services) return lines(namesInOrder(await compose.project([], without)));
  if (given.volumes) return lines(Object.keys((await compose.project([], without)).volumes).sort());
  if (given.hash !== '') return lines(hashLines(await compose.project([], without), given.hash));
  if (given.profiles) return lines(profilesOf(await compose.project(services, without)));
  if (given.images) {
    const project = await compose.project(services, without);
    return lines(Object.keys(project.services).sort().flatMap((name) => (project.services[name] ? [imageNameOf(project.name, project.services[name], compose.separator)] : [])));
  }
  if (given.variables) return ofModel(() => variablesOutput(compose.loadSettings(without)));
  if (given['no-interpolate']) return ofModel(() => modelOutput(compose.loadSettings(settings), given.format, given['resolve-image-digests'] ? (image) => withDigest(compose, image) : undefined));
  return configOutput(await compose.project(services, settings), given.format);
}

/** Where the model is printed, files that can't be read end with status 1. */
async function ofModel(make: () => Promise<string>): Promise<string> {
  try {
    return await make();
  } catch (error) {
    const problem = loadFailure(error);
    throw problem ? new ComposeError('other', problem.message) : error;
  }
}

function writeOutput(compose: Compose, path: string, text: string): void {
  try {
    compose.process.writeFile(path, encodeUtf8(text));
  } catch (error) {
    if (isSystemError(error)) throw new ComposeError('other', `open ${goMessage(error)}`);
    throw error;
  }
}

/** The image with the digest that its registry has for it. */
async function withDigest(compose: Compose, image: string): Promise<string> {
  const reference = parseReference(image);
  const auth = credentialsForImage(compose, image);
  const response = await compose.client.request({ path: `/distribution/${encodeURIComponent(image)}/json`, headers: { 'x-registry-auth': btoa(JSON.stringify(auth)) } });
  const { Descriptor } = (await response.json()) as { Descriptor: { digest: string } };
  return `${familiarName(reference)}${reference.tag === undefined ? '' : `:${reference.tag}`}@${Descriptor.digest}`;
}
