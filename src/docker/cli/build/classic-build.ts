import { humanSize, sprintf } from '../../../base/go/index.ts';
import type { ByteSource } from '../../../base/index.ts';
import type { BuildQuery, JsonMessage } from '../../api/index.ts';
import { familiarString, parseReference } from '../../../oci/index.ts';
import type { Cli } from '../cli.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { ulimits } from '../container/ulimit-flag.ts';
import { environmentVariable, extraHost, label } from '../container/validators.ts';
import { bool, bytes, FlagValueError, int, list, string, strings, type Validator } from '../flags/index.ts';
import { silence } from '../image/pull.ts';
import { displayMessages } from '../progress/json-messages.ts';
import { buildQuery } from './build-query.ts';
import { prepareContext } from './context/prepare-context.ts';

const imageTag: Validator = (text) => {
  try {
    return familiarString(parseReference(text));
  } catch (error) {
    throw new FlagValueError(error instanceof Error ? error.message : String(error));
  }
};

const withoutEffect = { support: { partly: 'without effect' } } as const;

const flags = {
  'add-host': list('Add a custom host-to-IP mapping ("host:ip")', { validate: extraHost }),
  'build-arg': list('Set build-time variables', { validate: environmentVariable }),
  'cache-from': strings('Images to consider as cache sources'),
  'cgroup-parent': string('Set the parent cgroup for the "RUN" instructions during build', withoutEffect),
  compress: bool('Compress the build context using gzip', withoutEffect),
  'cpu-period': int('Limit the CPU CFS (Completely Fair Scheduler) period', withoutEffect),
  'cpu-quota': int('Limit the CPU CFS (Completely Fair Scheduler) quota', withoutEffect),
  'cpu-shares': int('CPU shares (relative weight)', { shorthand: 'c', ...withoutEffect }),
  'cpuset-cpus': string('CPUs in which to allow execution (0-3, 0,1)', withoutEffect),
  'cpuset-mems': string('MEMs in which to allow execution (0-3, 0,1)', withoutEffect),
  'disable-content-trust': bool('Skip image verification', { initial: true, support: { partly: 'image signatures are not modelled' } }),
  file: string('Name of the Dockerfile (Default is "PATH/Dockerfile")', { shorthand: 'f' }),
  'force-rm': bool('Always remove intermediate containers'),
  iidfile: string('Write the image ID to the file'),
  isolation: string('Container isolation technology', withoutEffect),
  label: list('Set metadata for an image', { validate: label }),
  memory: bytes('Memory limit', { shorthand: 'm', ...withoutEffect }),
  'memory-swap': bytes('Swap limit equal to memory plus swap: -1 to enable unlimited swap', { unlimited: true, ...withoutEffect }),
  network: string('Set the networking mode for the RUN instructions during build', { initial: 'default' }),
  'no-cache': bool('Do not use cache when building the image'),
  platform: string('Set platform if server is multi-platform capable'),
  pull: bool('Always attempt to pull a newer version of the image'),
  quiet: bool('Suppress the build output and print image ID on success', { shorthand: 'q' }),
  rm: bool('Remove intermediate containers after a successful build', { initial: true }),
  'security-opt': strings('Security options', withoutEffect),
  'shm-size': bytes('Size of "/dev/shm"'),
  squash: bool('Squash newly built layers into a single new layer', { hidden: true }),
  tag: list('Name and optionally a tag in the "name:tag" format', { shorthand: 't', validate: imageTag }),
  target: string('Set the target build stage to build.'),
  ulimit: { ...ulimits('Ulimit options'), ...withoutEffect },
};

/** `docker build` with DOCKER_BUILDKIT=0. */
export const classicBuildCommand = defineCommand({
  name: 'build',
  use: 'build [OPTIONS] PATH | URL | -',
  short: 'Build an image from a Dockerfile',
  aliasesText: 'docker image build, docker build, docker buildx build, docker builder build',
  args: exactArgs(1),
  flags,
  complete: ['file'],
  async run({ cli, args, flags: given }) {
    const { process } = cli;
    if (given.squash) throw new CliError('"--squash" is only supported on a Docker daemon with experimental features enabled');
    const prepared = await prepareContext(process, args[0] ?? '', given.file, true);
    const query: BuildQuery = {
      ...buildQuery(given, process.env),
      version: '1',
      dockerfile: prepared.dockerfile,
      ...(prepared.remote !== undefined && { remote: prepared.remote }),
      ...(given.quiet && { q: '1' as const }),
      rm: given.rm ? '1' : '0',
      ...(given['force-rm'] && { forcerm: '1' as const }),
      ...(given.platform !== '' && { platform: given.platform }),
    };
    const image = await sendClassicBuild(cli, query, prepared.archive, given.quiet);
    if (given.quiet) await cli.out.print(`${image.shown}\n`);
    if (given.iidfile !== '' && image.id !== '') process.writeFile(given.iidfile, image.id);
  },
});

/** Sends a context to the classic builder and shows what it says on stdout; gives the image's id, and the last text of the stream where no message bore one. */
export async function sendClassicBuild(cli: Cli, query: BuildQuery, archive: ByteSource | undefined, quiet: boolean): Promise<{ id: string; shown: string }> {
  const counted = archive && new CountingSource(archive);
  const messages = announced(cli, cli.client.build(query, counted, { auths: cli.config.credentials() }), quiet ? undefined : counted);
  let id = '';
  let streamed = '';
  const onAux = (message: JsonMessage): void => {
    if (message.aux && 'ID' in message.aux) id = message.aux.ID;
  };
  await displayMessages(collected(messages, (text) => (streamed = text)), quiet ? silence : cli.out, { columns: cli.windowSize().columns || 200, onAux });
  return { id, shown: id || streamed.trim() };
}

/** Counts what is sent. */
class CountingSource implements ByteSource {
  readonly #source: ByteSource;
  count = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  async read(max?: number): Promise<Uint8Array> {
    const bytes = await this.#source.read(max);
    this.count += bytes.length;
    return bytes;
  }
}

/** Says how much was sent before the first message is shown. */
async function* announced(cli: Cli, messages: AsyncIterable<JsonMessage>, context: CountingSource | undefined): AsyncGenerator<JsonMessage> {
  let said = context === undefined;
  const say = async (): Promise<void> => {
    if (!said && context) await cli.out.print(`Sending build context to Docker daemon ${sprintf('%8v', [humanSize(context.count)])}\r\r\n`);
    said = true;
  };
  try {
    for await (const message of messages) {
      await say();
      yield message;
    }
  } finally {
    await say();
  }
}

/** Remembers the last text of the stream: with -q it is the image's id. */
async function* collected(messages: AsyncIterable<JsonMessage>, keep: (text: string) => void): AsyncGenerator<JsonMessage> {
  for await (const message of messages) {
    if (message.stream) keep(message.stream);
    yield message;
  }
}
