import type { Command } from '../command/command.ts';
import { commandFromHelp, type LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { createImage, inspectImage } from './imagetools.ts';

const oneBuilder = 'there is one builder, "default"';
const never = (): Promise<void> => Promise.resolve();

const buildxBakeCommand = commandFromHelp(`Usage:  docker buildx bake [OPTIONS] [TARGET...]

Build from a file

Aliases:
  docker buildx bake, docker buildx f

Options:
      --builder string         Override the configured builder instance
  -f, --file stringArray       Build definition file
      --load                   Shorthand for "--set=*.output=type=docker"
      --metadata-file string   Write build result metadata to the file
      --no-cache               Do not use cache when building the image
      --print                  Print the options without building
      --progress string        Set type of progress output ("auto", "plain", "tty"). Use plain to show container output (default "auto")
      --provenance string      Shorthand for "--set=*.attest=type=provenance"
      --pull                   Always attempt to pull all referenced images
      --push                   Shorthand for "--set=*.output=type=registry"
      --sbom string            Shorthand for "--set=*.attest=type=sbom"
      --set stringArray        Override target value (e.g., "targetpattern.key=value")`, never, { support: { no: 'bake files are not read' } });

const buildxCreateCommand = commandFromHelp(`Usage:  docker buildx create [OPTIONS] [CONTEXT|ENDPOINT]

Create a new builder instance

Options:
      --append                    Append a node to builder instead of changing it
      --bootstrap                 Boot builder after creation
      --buildkitd-config string   BuildKit daemon config file
      --buildkitd-flags string    BuildKit daemon flags
      --driver string             Driver to use (available: "docker-container", "kubernetes", "remote")
      --driver-opt stringArray    Options for the driver
      --leave                     Remove a node from builder instead of changing it
      --name string               Builder instance name
      --node string               Create/modify node with given name
      --platform stringArray      Fixed platforms for current node
      --use                       Set the current builder instance`, create, { support: { partly: oneBuilder } });

const buildxDialStdioCommand = commandFromHelp(`Usage:  docker buildx dial-stdio

Proxy current stdio streams to builder instance

Options:
      --builder string    Override the configured builder instance
      --platform string   Target platform: this is used for node selection
      --progress string   Set type of progress output (auto, plain, tty). (default "quiet")`, never, { support: { no: "BuildKit's own protocol is not spoken" } });

const buildxImagetoolsCreateCommand = commandFromHelp(`Usage:  docker buildx imagetools create [OPTIONS] [SOURCE] [SOURCE...]

Create a new image based on source images

Options:
      --annotation stringArray   Add annotation to the image
      --append                   Append to existing manifest
      --builder string           Override the configured builder instance
      --dry-run                  Show final image instead of pushing
  -f, --file stringArray         Read source descriptor from file
      --progress string          Set type of progress output ("auto", "plain", "tty"). Use plain to show container output (default "auto")
  -t, --tag stringArray          Set reference for new image`, createImage, { args: { min: 0, max: Infinity }, support: { partly: '--append, --file and --annotation have no effect' } });

const buildxImagetoolsInspectCommand = commandFromHelp(`Usage:  docker buildx imagetools inspect [OPTIONS] NAME

Show details of an image in the registry

Options:
      --builder string   Override the configured builder instance
      --format string    Format the output using the given Go template
      --raw              Show original, unformatted JSON manifest`, inspectImage);

const buildxRmCommand = commandFromHelp(`Usage:  docker buildx rm [OPTIONS] [NAME] [NAME...]

Remove one or more builder instances

Options:
      --all-inactive     Remove all inactive builders
      --builder string   Override the configured builder instance
  -f, --force            Do not prompt for confirmation
      --keep-daemon      Keep the BuildKit daemon running
      --keep-state       Keep BuildKit state`, remove, { support: { partly: oneBuilder } });

const buildxStopCommand = commandFromHelp(`Usage:  docker buildx stop [NAME]

Stop builder instance

Options:
      --builder string   Override the configured builder instance`, stop, { support: { partly: oneBuilder } });

const buildxUseCommand = commandFromHelp(`Usage:  docker buildx use [OPTIONS] NAME

Set the current builder instance

Options:
      --builder string   Override the configured builder instance
      --default          Set builder as default for current context
      --global           Builder persists context changes`, use, { support: { partly: oneBuilder } });

/** Commands of buildx about builders, of which there is one that always runs. */
export const builderCommands: readonly Command[] = [buildxBakeCommand, buildxCreateCommand, buildxDialStdioCommand, buildxRmCommand, buildxStopCommand, buildxUseCommand];

/** `docker buildx imagetools`. */
export const imagetoolsCommands: readonly Command[] = [buildxImagetoolsCreateCommand, buildxImagetoolsInspectCommand];

function create({ flags }: LooseInvocation): Promise<void> {
  const driver = String(flags['driver'] ?? '');
  const known = ['', 'docker-container', 'kubernetes', 'remote', 'docker'];
  if (!known.includes(driver)) return Promise.reject(new CliError(`ERROR: failed to find driver ${JSON.stringify(driver)}`));
  return Promise.reject(new CliError(`docker buildx create: not supported here: ${oneBuilder}`));
}

async function remove({ args, cli }: LooseInvocation): Promise<void> {
  for (const name of args.length > 0 ? args : ['default']) {
    const reason = name === 'default' ? 'context builder cannot be removed, run `docker context rm default` to remove this context' : `no builder ${JSON.stringify(name)} found`;
    await cli.err.print(`failed to remove ${name}: ${reason}\n`);
  }
  throw new CliError('ERROR: failed to remove one or more builders');
}

function stop({ args }: LooseInvocation): Promise<void> {
  const [name = 'default'] = args;
  return name === 'default' ? Promise.resolve() : Promise.reject(new CliError(`ERROR: no builder ${JSON.stringify(name)} found`));
}

function use({ args, cli }: LooseInvocation): Promise<void> {
  const [name = ''] = args;
  if (name === 'default') return Promise.resolve();
  return Promise.reject(new CliError(`ERROR: failed to find instance ${JSON.stringify(name)}: open ${cli.configDirectory}/buildx/instances/${name}: no such file or directory`));
}
