import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { label } from '../container/validators.ts';
import { bool, cut, list, map, string, strings } from '../flags/index.ts';
import { consolidateIpam } from './ipam.ts';

export const networkCreateCommand = defineCommand({
  name: 'create',
  use: 'create [OPTIONS] NETWORK',
  short: 'Create a network',
  args: exactArgs(1),
  flags: {
    attachable: bool('Enable manual container attachment'),
    'aux-address': map('Auxiliary IPv4 or IPv6 addresses used by Network driver'),
    'config-from': string('The network from which to copy the configuration'),
    'config-only': bool('Create a configuration only network'),
    driver: string('Driver to manage the Network', { shorthand: 'd', initial: 'bridge' }),
    gateway: strings('IPv4 or IPv6 Gateway for the master subnet'),
    ingress: bool('Create swarm routing-mesh network'),
    internal: bool('Restrict external access to the network'),
    'ip-range': strings('Allocate container ip from a sub-range'),
    'ipam-driver': string('IP Address Management Driver', { initial: 'default' }),
    'ipam-opt': map('Set IPAM driver specific options'),
    ipv6: bool('Enable IPv6 networking', { support: { partly: 'ports are published on IPv4 only' } }),
    label: list('Set metadata on a network', { validate: label }),
    opt: map('Set driver specific options', { shorthand: 'o' }),
    scope: string("Control the network's scope"),
    subnet: strings('Subnet in CIDR format that represents a network segment'),
  },
  async run({ cli, args, flags }) {
    const config = consolidateIpam(flags.subnet, flags['ip-range'], flags.gateway, flags['aux-address']);
    const { Id } = await cli.client.networks.create({
      Name: args[0] ?? '',
      CheckDuplicate: true,
      Driver: flags.driver,
      Scope: flags.scope,
      EnableIPv6: flags.ipv6,
      IPAM: { Driver: flags['ipam-driver'], Options: { ...flags['ipam-opt'] }, Config: config },
      Internal: flags.internal,
      Attachable: flags.attachable,
      Ingress: false,
      ConfigOnly: flags['config-only'],
      ConfigFrom: flags['config-from'] === '' ? null : { Network: flags['config-from'] },
      Options: { ...flags.opt },
      Labels: Object.fromEntries(flags.label.map((text): [string, string] => [cut(text, '=')[0], cut(text, '=')[1] ?? ''])),
    });
    await cli.out.print(`${Id}\n`);
  },
});
