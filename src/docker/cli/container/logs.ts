import { copyBytes } from '../../../base/index.ts';
import { readStdFrames } from '../../api/index.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { bool, string } from '../flags/index.ts';
import { timestampOf } from '../timestamp.ts';

const flags = {
  details: bool('Show extra details provided to logs'),
  follow: bool('Follow log output', { shorthand: 'f' }),
  since: string('Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)'),
  tail: string('Number of lines to show from the end of the logs', { shorthand: 'n', initial: 'all' }),
  timestamps: bool('Show timestamps', { shorthand: 't' }),
  until: string('Show logs before a timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)'),
};

export const logsCommand = defineCommand({
  name: 'logs',
  use: 'logs [OPTIONS] CONTAINER',
  short: 'Fetch the logs of a container',
  aliasesText: 'docker container logs, docker logs',
  args: exactArgs(1),
  flags,
  complete: ['container'],
  async run({ cli, args, flags: given }) {
    const { containers } = cli.client;
    const { Id, Config } = await containers.inspect(args[0] ?? '');
    const now = cli.clock.now();
    const { details, follow, tail, timestamps } = given;
    const source = await containers.logs(Id, {
      stdout: true, stderr: true, details, follow, tail, timestamps, since: timestampOf(given.since, now, { flag: 'since' }), until: timestampOf(given.until, now, { flag: 'until', end: true }),
    });
    if (Config.Tty) return copyBytes(source, cli.out);
    for await (const { stream, data } of readStdFrames(source)) await (stream === 'stdout' ? cli.out : cli.err).write(data);
  },
});
