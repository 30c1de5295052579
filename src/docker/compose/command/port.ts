import { minArgs, string } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { nameOf } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';
import { indexFlag } from './flags.ts';
import { containerOf } from './service-container.ts';

export const portCommand = defineComposeCommand({
  name: 'port',
  use: 'port [OPTIONS] SERVICE PRIVATE_PORT',
  short: 'Print the public port for a port binding',
  args: minArgs(2),
  flags: { index: indexFlag, protocol: string('tcp or udp', { initial: 'tcp' }) },
  async run({ compose, args, flags }) {
    const [service = '', text = ''] = args;
    if (!/^\d+$/.test(text)) throw new ComposeError('other', `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`);
    if (Number(text) > 65535) throw new ComposeError('other', `strconv.ParseUint: parsing ${JSON.stringify(text)}: value out of range`);
    const protocol = flags.protocol.toLowerCase();
    const container = await containerOf(compose, await compose.projectName(), service, { index: flags.index });
    const found = container.Ports.find((port) => port.PrivatePort === Number(text) && port.Type === protocol);
    if (!found) {
      const ports = container.Ports.map((port) => `${port.PublicPort ?? 0}/${port.Type}`).join(', ');
      throw new ComposeError('other', `no port ${Number(text)}/${protocol} for container ${nameOf(container)}: ${ports}`);
    }
    await compose.out.print(`${found.IP ?? ''}:${found.PublicPort ?? 0}\n`);
  },
});
