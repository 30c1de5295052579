import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { link } from '../container/validators.ts';
import { bool, cut, list, string, strings } from '../flags/index.ts';

export const networkConnectCommand = defineCommand({
  name: 'connect',
  use: 'connect [OPTIONS] NETWORK CONTAINER',
  short: 'Connect a container to a network',
  args: exactArgs(2),
  flags: {
    alias: strings('Add network-scoped alias for the container'),
    'driver-opt': strings('driver options for the network'),
    ip: string('IPv4 address (e.g., "172.30.100.104")'),
    ip6: string('IPv6 address (e.g., "2001:db8::33")'),
    link: list('Add link to another container', { validate: link }),
    'link-local-ip': strings('Add a link-local address for the container'),
  },
  complete: ['network', 'container'],
  async run({ cli, args, flags }) {
    const [network = '', container = ''] = args;
    const driverOpts = Object.fromEntries(
      flags['driver-opt'].map((text): [string, string] => {
        const [key, value] = cut(text, '=');
        if (value === undefined || key === '') throw new CliError('invalid key/value pair format in driver options');
        return [key, value];
      }),
    );
    await cli.client.networks.connect(network, {
      Container: container,
      EndpointConfig: {
        IPAMConfig: { IPv4Address: flags.ip, IPv6Address: flags.ip6, LinkLocalIPs: [...flags['link-local-ip']] },
        Links: flags.link.length > 0 ? [...flags.link] : null,
        Aliases: flags.alias.length > 0 ? [...flags.alias] : null,
        DriverOpts: flags['driver-opt'].length > 0 ? driverOpts : null,
      },
    });
  },
});

export const networkDisconnectCommand = defineCommand({
  name: 'disconnect',
  use: 'disconnect [OPTIONS] NETWORK CONTAINER',
  short: 'Disconnect a container from a network',
  args: exactArgs(2),
  flags: { force: bool('Force the container to disconnect from a network', { shorthand: 'f' }) },
  complete: ['network', 'container'],
  run: ({ cli, args, flags }) => cli.client.networks.disconnect(args[0] ?? '', { Container: args[1] ?? '', Force: flags.force }),
});
