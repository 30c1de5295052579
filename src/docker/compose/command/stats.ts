import { bool, listFormat, maxArgs, showStats } from '../../cli/index.ts';
import { labelFilter, labels } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';

export const statsCommand = defineComposeCommand({
  name: 'stats',
  use: 'stats [OPTIONS] [SERVICE]',
  short: 'Display a live stream of container(s) resource usage statistics',
  args: maxArgs(1),
  flags: {
    all: bool('Show all containers (default shows just running)', { shorthand: 'a' }),
    format: listFormat(),
    'no-stream': bool('Disable streaming stats and only pull the first result'),
    'no-trunc': bool('Do not truncate output'),
  },
  async run({ compose, args, flags }) {
    const wanted = [`${labels.project}=${await compose.projectName()}`, ...args.map((service) => `${labels.service}=${service}`)];
    await showStats(compose, [], { all: flags.all, format: flags.format, noStream: flags['no-stream'], noTrunc: flags['no-trunc'], filters: labelFilter(wanted) });
  },
});
