import type { PortBinding } from '../../api/index.ts';
import { rangeArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { cut } from '../flags/index.ts';
import { compareNatural } from '../natural-order.ts';

export const portCommand = defineCommand({
  name: 'port',
  use: 'port CONTAINER [PRIVATE_PORT[/PROTO]]',
  short: 'List port mappings or a specific mapping for the container',
  aliasesText: 'docker container port, docker port',
  args: rangeArgs(1, 2),
  flags: {},
  complete: ['running container'],
  async run({ cli, args }) {
    const [container = '', wanted] = args;
    const { Ports: ports } = (await cli.client.containers.inspect(container)).NetworkSettings;
    const lines: string[] = [];
    if (wanted) {
      const [port, protocol] = cut(wanted, '/');
      if (!/^\d+$/.test(port)) throw new CliError(`Error: invalid port (${port}): strconv.ParseUint: parsing ${JSON.stringify(port)}: invalid syntax`);
      const bindings = ports[`${port}/${protocol || 'tcp'}`];
      if (!bindings) throw new CliError(`Error: No public port '${wanted}' published for ${container}`);
      lines.push(...bindings.map(address));
    } else {
      for (const [port, bindings] of Object.entries(ports)) lines.push(...(bindings ?? []).map((binding) => `${port} -> ${address(binding)}`));
    }
    lines.sort(compareNatural);
    if (lines.length > 0) await cli.out.print(`${lines.join('\n')}\n`);
  },
});

function address({ HostIp, HostPort }: PortBinding): string {
  return `${HostIp.includes(':') ? `[${HostIp}]` : HostIp}:${HostPort}`;
}
