import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { goQuote } from '../../../base/go/index.ts';
import { bool, inspectFormat, string } from '../flags/index.ts';
import { findObject, type ObjectKind } from '../format/find-object.ts';
import { printInspected, type Inspected } from '../format/inspect.ts';

/** What `docker inspect` tries without --type, one after the other. */
const order: readonly ObjectKind[] = ['container', 'image', 'network', 'volume'];
/** Kinds that only a swarm or plugins have: of most the engine has none. */
const absent: Readonly<Record<string, string>> = { node: '/nodes/{}', service: '/services/{}', task: '/tasks/{}', plugin: '/plugins/{}/json', secret: '/secrets/{}', config: '/configs/{}' };

export const inspectCommand = defineCommand({
  name: 'inspect',
  use: 'inspect [OPTIONS] NAME|ID [NAME|ID...]',
  short: 'Return low-level information on Docker objects',
  args: minArgs(1),
  flags: {
    format: inspectFormat(),
    size: bool('Display total file sizes if the type is container', { shorthand: 's' }),
    type: string('Return JSON for specified type'),
  },
  complete: ['container'],
  async run({ cli, args, flags, changed }) {
    const { type, size } = flags;
    if (changed('type') && type === '') throw new CliError('type is empty: must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"');
    if (type !== '' && !order.some((kind) => kind === type) && !(type in absent)) throw new CliError(`${goQuote(type)} is not a valid value for --type`);
    await printInspected(cli, args, flags.format, (name) => findAny(cli, name, type, size));
  },
});

async function findAny(cli: Cli, name: string, type: string, size: boolean): Promise<Inspected> {
  for (const kind of order) {
    if (type !== '' && type !== kind) continue;
    try {
      const found = await findObject(cli, kind, name, { size: size && kind === 'container' });
      if (size && kind !== 'container') await cli.err.print(`WARNING: --size ignored for ${kind}\n`);
      return found;
    } catch (error) {
      if (type !== '' || !isDockerError(error, 'NotFound', 'InvalidParameter')) throw error;
    }
  }
  const path = absent[type];
  if (path !== undefined) return { raw: await (await cli.client.request({ path: path.replace('{}', encodeURIComponent(name)) })).text(), type: 'any' };
  throw new CliError(`Error: No such ${type === '' ? 'object' : type}: ${name}`);
}
