import { minArgs } from './command/args-rule.ts';
import { defineCommand, type Command, type CommandGroup } from './command/command.ts';

/** A command that is in help but not here; running it says why. */
export function unsupported(name: string, use: string, short: string, reason: string): Command {
  return defineCommand({ name, use, short, args: minArgs(0), flags: {}, interspersed: false, support: { no: reason }, run: () => Promise.resolve() });
}

function group(name: string, short: string, reason: string, subcommands: Readonly<Record<string, string>>, extras: Partial<CommandGroup> = {}): CommandGroup {
  return { name, short, support: { no: reason }, subcommands: Object.entries(subcommands).map(([sub, subShort]) => unsupported(sub, `${sub} [OPTIONS]`, subShort, reason)), ...extras };
}

const noSwarm = 'there is no swarm mode';
const noSignatures = 'image signatures are not modelled';
const manifestText = `The **docker manifest** command has subcommands for managing image manifests and
manifest lists. A manifest list allows you to use one name to refer to the same image
built for multiple architectures.

To see help for a subcommand, use:

    docker manifest CMD --help

For full details on using docker manifest lists, see the registry v2 specification.

EXPERIMENTAL:
  docker manifest is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`;

/** Groups whose commands are not here. */
export const unsupportedGroups: readonly CommandGroup[] = [
  group('manifest', 'Manage Docker image manifests and manifest lists', 'manifest lists are made by the registry', {
    annotate: 'Add additional information to a local image manifest', create: 'Create a local manifest list for annotating and pushing to a registry',
    inspect: 'Display an image manifest, or manifest list', push: 'Push a manifest list to a repository', rm: 'Delete one or more manifest lists from local storage',
  }, { long: manifestText }),
  group('plugin', 'Manage plugins', 'the engine has no plugins', {
    create: 'Create a plugin from a rootfs and configuration. Plugin data directory must contain config.json and rootfs directory.', disable: 'Disable a plugin', enable: 'Enable a plugin',
    inspect: 'Display detailed information on one or more plugins', install: 'Install a plugin', ls: 'List plugins', push: 'Push a plugin to a registry', rm: 'Remove one or more plugins',
    set: 'Change settings for a plugin', upgrade: 'Upgrade an existing plugin',
  }),
  {
    name: 'trust', short: 'Manage trust on Docker images', support: { no: noSignatures },
    subcommands: [
      group('key', 'Manage keys for signing Docker images', noSignatures, { generate: 'Generate and load a signing key-pair', load: 'Load a private key file for signing' }),
      group('signer', 'Manage entities who can sign Docker images', noSignatures, { add: 'Add a signer', remove: 'Remove a signer' }),
      unsupported('inspect', 'inspect IMAGE[:TAG] [IMAGE[:TAG]...]', 'Return low-level information about keys and signatures', noSignatures),
      unsupported('revoke', 'revoke [OPTIONS] IMAGE[:TAG]', 'Remove trust for an image', noSignatures),
      unsupported('sign', 'sign IMAGE:TAG', 'Sign an image', noSignatures),
    ],
  },
  {
    name: 'swarm', short: 'Manage Swarm', swarm: true, support: { no: noSwarm },
    subcommands: [
      ...group('', '', noSwarm, { init: 'Initialize a swarm', join: 'Join a swarm as a node and/or manager' }).subcommands,
      ...group('', '', noSwarm, {
        ca: 'Display and rotate the root CA', 'join-token': 'Manage join tokens', leave: 'Leave the swarm', unlock: 'Unlock swarm', 'unlock-key': 'Manage the unlock key',
        update: 'Update the swarm',
      }).subcommands.map((entry) => ({ ...entry, needs: 'swarm' as const })),
    ],
  },
  group('checkpoint', 'Manage checkpoints', 'checkpoints are experimental', {
    create: 'Create a checkpoint from a running container', ls: 'List checkpoints for a container', rm: 'Remove a checkpoint',
  }, { needs: 'experimental' }),
  group('node', 'Manage Swarm nodes', noSwarm, { ls: 'List nodes in the swarm' }, { swarm: true, needs: 'swarm' }),
  group('service', 'Manage Swarm services', noSwarm, { create: 'Create a new service', ls: 'List services' }, { swarm: true, needs: 'swarm' }),
  group('stack', 'Manage Swarm stacks', noSwarm, { deploy: 'Deploy a new stack or update an existing stack', ls: 'List stacks' }, { swarm: true, needs: 'swarm' }),
  group('secret', 'Manage Swarm secrets', noSwarm, { create: 'Create a secret from a file or STDIN as content', ls: 'List secrets' }, { swarm: true, needs: 'swarm' }),
  group('config', 'Manage Swarm configs', noSwarm, { create: 'Create a config from a file or STDIN', ls: 'List configs' }, { swarm: true, needs: 'swarm' }),
];
