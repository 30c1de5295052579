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

/** Groups whose commands are not here. */
export const unsupportedGroups: readonly CommandGroup[] = [
  group('manifest', 'Manage Docker image manifests and manifest lists', 'manifest lists are made by the registry', {
    annotate: 'Add additional information to a local image manifest', create: 'Create a local manifest list for annotating and pushing to a registry',
    inspect: 'Display an image manifest, or manifest list', push: 'Push a manifest list to a repository', rm: 'Delete one or more manifest lists from local storage',
  }),
  group('plugin', 'Manage plugins', 'the engine has no plugins', {
    create: 'Create a plugin from a rootfs and configuration. Plugin data directory must contain config.json and rootfs directory.', disable: 'Disable a plugin', enable: 'Enable a plugin',
    inspect: 'Display detailed information on one or more plugins', install: 'Install a plugin', ls: 'List plugins', push: 'Push a plugin to a registry', rm: 'Remove one or more plugins',
    set: 'Change settings for a plugin', upgrade: 'Upgrade an existing plugin',
  }),
  group('trust', 'Manage trust on Docker images', 'image signatures are not modelled', {
    inspect: 'Return low-level information about keys and signatures', key: 'Manage keys for signing Docker images', revoke: 'Remove trust for an image', sign: 'Sign an image',
    signer: 'Manage entities who can sign Docker images',
  }),
  group('swarm', 'Manage Swarm', noSwarm, { init: 'Initialize a swarm', join: 'Join a swarm as a node and/or manager' }, { swarm: true }),
  group('node', 'Manage Swarm nodes', noSwarm, { ls: 'List nodes in the swarm' }, { swarm: true, hidden: true }),
  group('service', 'Manage Swarm services', noSwarm, { create: 'Create a new service', ls: 'List services' }, { swarm: true, hidden: true }),
  group('stack', 'Manage Swarm stacks', noSwarm, { deploy: 'Deploy a new stack or update an existing stack', ls: 'List stacks' }, { swarm: true, hidden: true }),
  group('secret', 'Manage Swarm secrets', noSwarm, { create: 'Create a secret from a file or STDIN as content', ls: 'List secrets' }, { swarm: true, hidden: true }),
  group('config', 'Manage Swarm configs', noSwarm, { create: 'Create a config from a file or STDIN', ls: 'List configs' }, { swarm: true, hidden: true }),
];
