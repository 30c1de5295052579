import { goQuote } from '../../../base/go/index.ts';
import { buildResultMessage, buildTraceMessage, imageIdMessage, type BuildQuery, type JsonMessage, type SolveStatus } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { ulimits } from '../container/ulimit-flag.ts';
import { extraHost } from '../container/validators.ts';
import { bool, bytes, int, string, stringArray, strings, type FlagValues } from '../flags/index.ts';
import { familiarName, parseReference } from '../../../oci/index.ts';
import { streamError } from '../progress/json-messages.ts';
import { credentialsForImage } from '../registry-credentials.ts';
import { buildQuery, checkTags } from './build-query.ts';
import { classicBuildCommand } from './classic-build.ts';
import { checkSsh, entitlementsOf, namedContexts, platformsOf, refusedByDriver } from './buildx-flags.ts';
import { gitNotice } from './git-notice.ts';
import { buildMetadata, randomReference } from './metadata.ts';
import { outputTarget } from './output-flag.ts';
import { ResultWriter } from './result-writer.ts';
import { readSecrets } from './secret-flag.ts';
import { prepareContext } from './context/prepare-context.ts';
import { DisplayLoop, quietDisplay, type BuildDisplay } from './progress/display.ts';
import { excerptText } from './progress/excerpt.ts';
import { PlainDisplay } from './progress/plain-display.ts';
import { RawDisplay } from './progress/raw-display.ts';
import { Trace } from './progress/trace.ts';
import { TtyDisplay } from './progress/tty-display.ts';

const ignored = { hidden: true, support: { partly: 'taken and without effect, as in buildx' } } as const;

const flags = {
  'add-host': strings('Add a custom host-to-IP mapping (format: "host:ip")'),
  allow: strings('Allow extra privileged entitlement (e.g., "network.host", "security.insecure")', { support: { partly: 'network.host' } }),
  annotation: stringArray('Add annotation to the image', { support: { partly: 'without effect' } }),
  attest: stringArray('Attestation parameters (format: "type=sbom,generator=image")', { support: { partly: 'the docker driver makes no attestations' } }),
  'build-arg': stringArray('Set build-time variables'),
  'build-context': stringArray('Additional build contexts (e.g., name=path)', { support: { partly: 'directories and images' } }),
  builder: string('Override the configured builder instance', { support: { partly: 'there is one builder, "default"' } }),
  'cache-from': stringArray('External cache sources (e.g., "user/app:cache", "type=local,src=path/to/dir")', { support: { partly: 'images only' } }),
  'cache-to': stringArray('Cache export destinations (e.g., "user/app:cache", "type=local,dest=path/to/dir")', { support: { partly: 'type=inline, as with the docker driver' } }),
  'cgroup-parent': string('Set the parent cgroup for the "RUN" instructions during build', { support: { partly: 'without effect' } }),
  compress: bool('', ignored),
  'cpu-period': int('', ignored),
  'cpu-quota': int('', ignored),
  'cpu-shares': int('', { ...ignored, shorthand: 'c' }),
  'cpuset-cpus': string('', ignored),
  'cpuset-mems': string('', ignored),
  file: string('Name of the Dockerfile (default: "PATH/Dockerfile")', { shorthand: 'f' }),
  'force-rm': bool('', ignored),
  iidfile: string('Write the image ID to the file'),
  isolation: string('', ignored),
  label: stringArray('Set metadata for an image'),
  load: bool('Shorthand for "--output=type=docker"'),
  memory: string('', { ...ignored, shorthand: 'm' }),
  'memory-swap': string('', ignored),
  'metadata-file': string('Write build result metadata to the file'),
  network: string('Set the networking mode for the "RUN" instructions during build', { initial: 'default' }),
  'no-cache': bool('Do not use cache when building the image'),
  'no-cache-filter': stringArray('Do not cache specified stages'),
  output: stringArray('Output destination (format: "type=local,dest=path")', { shorthand: 'o' }),
  platform: stringArray('Set target platform for build', { support: { partly: 'one platform' } }),
  progress: string('Set type of progress output ("auto", "plain", "tty"). Use plain to show container output', { initial: 'auto' }),
  provenance: string('Shorthand for "--attest=type=provenance"', { support: { partly: 'the docker driver makes no attestations' } }),
  pull: bool('Always attempt to pull all referenced images'),
  push: bool('Shorthand for "--output=type=registry"'),
  quiet: bool('Suppress the build output and print image ID on success', { shorthand: 'q' }),
  rm: bool('', { ...ignored, initial: true }),
  sbom: string('Shorthand for "--attest=type=sbom"', { support: { partly: 'the docker driver makes no attestations' } }),
  secret: stringArray('Secret to expose to the build (format: "id=mysecret[,src=/local/secret]")'),
  'security-opt': strings('', ignored),
  'shm-size': bytes('Shared memory size for build containers'),
  squash: bool('', ignored),
  ssh: stringArray('SSH agent socket or keys to expose to the build (format: "default|<id>[=<socket>|<key>[,<key>]]")', { support: { partly: 'there is no SSH agent to forward' } }),
  tag: stringArray('Name and optionally a tag (format: "name:tag")', { shorthand: 't' }),
  target: string('Set the target build stage to build'),
  ulimit: ulimits('Ulimit options'),
};

type Flags = FlagValues<typeof flags>;

export const buildCommand = defineCommand({
  name: 'build',
  aliases: ['b'],
  use: 'build [OPTIONS] PATH | URL | -',
  short: 'Start a build',
  buildxPath: 'docker buildx build',
  args: exactArgs(1),
  flags,
  withoutBuildkit: classicBuildCommand,
  complete: ['file'],
  async run({ cli, args, flags: given }) {
    try {
      await build(cli, args[0] ?? '', given);
    } catch (error) {
      if (error instanceof StatusError) throw error;
      if (error instanceof CliError || isDockerError(error)) throw new StatusError(1, `ERROR: ${error.message}`);
      throw error;
    }
  },
});

/** `docker build`, as the top-level help lists it. */
export const topBuildCommand = {
  ...buildCommand,
  flags: { ...flags, builder: string('Override the configured builder instance', { initial: 'default' }) },
  aliases: [], aliasesText: 'docker buildx build, docker buildx b', listed: 'Build an image from a Dockerfile', common: 4 };

async function build(cli: Cli, context: string, given: Flags): Promise<void> {
  const { process } = cli;
  // buildx looks for its builder before it looks at the flags.
  await cli.client.system.ping();
  const builder = given.builder !== '' && given.builder !== 'default' ? given.builder : process.env['BUILDX_BUILDER'] || 'default';
  if (builder !== 'default') throw new CliError(`no builder ${goQuote(builder)} found`);
  const quiet = given.quiet || given.progress === 'quiet';
  if (given.quiet && given.progress !== 'auto' && given.progress !== 'quiet') throw new CliError(`progress=${given.progress} and quiet cannot be used together`);
  if (!['auto', 'plain', 'tty', 'quiet', 'rawjson', ''].includes(given.progress)) throw new CliError(`invalid progress mode ${given.progress}`);
  checkTags(given.tag, (tag, reason) => `invalid tag ${goQuote(tag)}: ${reason}`);
  if (!['default', 'none', 'host', ''].includes(given.network)) {
    throw new CliError(`network mode ${goQuote(given.network)} not supported by buildkit - you can define a custom network for your builder using the network driver-opt in buildx create`);
  }
  if (given.push && given.tag.length === 0) throw new CliError('tag is needed when pushing to registry');
  await warnAboutFlags(cli, given);
  const target = outputTarget(process, given.output, cli.out.isTerminal);
  const hosts = given['add-host'].map((host) => extraHost(host, { env: process.env }));
  const driverless = refusedByDriver(given);
  const contexts = namedContexts(process, given['build-context']);
  checkSsh(process, given.ssh);
  const secrets = readSecrets(process, given.secret);
  const entitlements = [...entitlementsOf(given.allow), ...(given.network === 'host' ? ['network.host'] : [])];
  const platform = platformsOf(given.platform);
  if (driverless) throw driverless;
  const prepared = await prepareContext(process, context, given.file, false, { secrets, contexts: contexts.directories });
  const query: BuildQuery = {
    ...buildQuery({ ...given, 'add-host': hosts }, process.env),
    t: [...given.tag, ...target.names],
    version: '2',
    dockerfile: prepared.dockerfile,
    ...(prepared.session !== undefined && { session: prepared.session }),
    ...(prepared.shownAs !== undefined && { dockerfilename: prepared.shownAs }),
    ...(prepared.remote !== undefined && { remote: prepared.remote }),
    ...(platform !== '' && { platform }),
    ...(target.type !== 'image' && { output: target.type }),
    ...(given['no-cache-filter'].length > 0 && { nocachefilter: JSON.stringify(given['no-cache-filter']) }),
    ...(entitlements.length > 0 && { entitlements: JSON.stringify(entitlements) }),
    ...(contexts.images.size > 0 && { imagecontexts: JSON.stringify(Object.fromEntries(contexts.images)) }),
    ...(given.ulimit.length > 0 && { ulimits: JSON.stringify(given.ulimit) }),
  };
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.onSignal(signal, { handle: () => cancel.abort(), restart: true });
  const messages = cli.client.build(query, prepared.archive, { auths: cli.config.credentials(), signal: cancel.signal });
  const result = new ResultWriter(process, target);
  const image = await showBuild(cli, messages, { mode: quiet ? 'quiet' : given.progress, notice: gitNotice(process, context), canceled: cancel.signal, result });
  await result.finish((bytes) => cli.out.write(bytes));
  if (given.iidfile !== '') process.writeFile(given.iidfile, image);
  if (given['metadata-file'] !== '') process.writeFile(given['metadata-file'], buildMetadata(image, given.tag, `default/default/${randomReference(process)}`));
  if (given.push) await pushTags(cli, given.tag);
  if (quiet && !(target.type === 'tar' && target.place === '-')) await cli.out.print(`${image}\n`);
}

async function warnAboutFlags(cli: Cli, given: Flags): Promise<void> {
  if (given.squash) await cli.err.print('WARNING: experimental flag squash is removed with BuildKit. You should squash inside build using a multi-stage Dockerfile for efficiency.\n');
  if (given.isolation !== '') await cli.err.print('WARNING: isolation flag is deprecated with BuildKit.\n');
  if (given['security-opt'].length > 0) await cli.err.print('WARNING: security-opt flag is deprecated. "RUN --security=insecure" should be used with BuildKit.\n');
}

/** Shows the builder's messages on stderr, and `notice` below them; gives the image's id. Aborting `canceled` breaks the build off. */
async function showBuild(cli: Cli, messages: AsyncIterable<JsonMessage>, options: { mode: string; notice: string; canceled: AbortSignal; result: ResultWriter }): Promise<string> {
  const { mode, notice, canceled, result } = options;
  let pending = Promise.resolve();
  const write = (text: string): void => {
    pending = pending.then(() => cli.err.print(text));
    pending.catch(() => undefined);
  };
  const loop = new DisplayLoop(displayFor(cli, mode, write), cli.clock);
  let image = '';
  let failure: JsonMessage | undefined;
  let done = false;
  try {
    for await (const message of messages) {
      if (message.id === buildTraceMessage) loop.update(message.aux as SolveStatus);
      else if (message.id === buildResultMessage && message.aux && 'Data' in message.aux) result.add(message.aux.Data);
      else if (message.id === imageIdMessage && message.aux && 'ID' in message.aux) image = message.aux.ID;
      else if (message.errorDetail || message.error) {
        failure = message;
        break;
      }
    }
    done = !canceled.aborted;
  } catch (error) {
    if (!canceled.aborted) throw error;
  } finally {
    // A build that never began shows nothing but its error.
    if (done) loop.done();
    else if (canceled.aborted) loop.cancel();
    else loop.stop();
    await pending;
    await cli.err.print(notice);
  }
  if (canceled.aborted) throw new CliError('failed to solve: Canceled: context canceled');
  if (failure) {
    const { source } = failure.errorDetail ?? {};
    if (source) await cli.err.print(excerptText(source));
    const { message } = streamError(failure);
    throw new CliError(message.startsWith('failed to solve: ') ? message : `failed to solve: ${message}`);
  }
  if (mode !== 'quiet' && mode !== 'rawjson' && loop.warnings.length > 0) await cli.err.print(warningSummary(loop.warnings.map(({ short }) => short)));
  return image;
}

function displayFor(cli: Cli, mode: string, write: (text: string) => void): BuildDisplay {
  if (mode === 'quiet') return quietDisplay(new Trace());
  if (mode === 'rawjson') return new RawDisplay(write);
  const { process } = cli;
  if (mode === 'tty' && !cli.err.isTerminal) throw new CliError('failed to get console: provided file is not a console');
  if (mode === 'plain' || !cli.err.isTerminal) return new PlainDisplay('building with "default" instance using docker driver', write);
  return new TtyDisplay({ description: 'docker:default', size: () => process.windowSize(2), color: !process.env['NO_COLOR'], write });
}

function warningSummary(warnings: readonly string[]): string {
  const count = warnings.length === 1 ? '1 warning found' : `${warnings.length} warnings found`;
  return `\n \x1b[33m${count} (use --debug to expand):\n\x1b[0m${warnings.map((warning) => ` - ${warning}\n`).join('')}`;
}

async function pushTags(cli: Cli, tags: readonly string[]): Promise<void> {
  for (const tag of tags) {
    const reference = parseReference(tag);
    for await (const message of cli.client.images.push(familiarName(reference), { tag: reference.tag ?? 'latest', auth: credentialsForImage(cli, tag) })) {
      if (message.errorDetail || message.error) throw new CliError(`failed to push ${tag}: ${streamError(message).message}`);
    }
  }
}
