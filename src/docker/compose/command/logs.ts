import type { ContainerSummary } from '../../api/index.ts';
import { bool, int, string, timestampOf, type FlagValues } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { followContainers, LogScreen, readLines } from '../logs/index.ts';
import { projectContainers, serviceOf, shortNameOf } from '../observe/index.ts';
import type { Compose } from '../runtime/index.ts';
import { defineComposeCommand } from './define.ts';
import { containerOf } from './service-container.ts';

const flags = {
  follow: bool('Follow log output', { shorthand: 'f' }),
  index: int('index of the container if service has multiple replicas'),
  'no-color': bool('Produce monochrome output'),
  'no-log-prefix': bool("Don't print prefix in logs"),
  since: string('Show logs since timestamp (e.g. 2013-01-02T13:23:37Z) or relative (e.g. 42m for 42 minutes)'),
  tail: string('Number of lines to show from the end of the logs for each container', { shorthand: 'n', initial: 'all' }),
  timestamps: bool('Show timestamps', { shorthand: 't' }),
  until: string('Show logs before a timestamp (e.g. 2013-01-02T13:23:37Z) or relative (e.g. 42m for 42 minutes)'),
};

type Flags = FlagValues<typeof flags>;

export const logsCommand = defineComposeCommand({
  name: 'logs',
  use: 'logs [OPTIONS] [SERVICE...]',
  short: 'View output from containers',
  flags,
  async run({ compose, args, flags: given }) {
    if (given.index > 0 && args.length !== 1) throw new ComposeError('other', '--index requires one service to be selected');
    const { project, name } = await compose.projectOrName(args);
    const services = project && args.length === 0 ? Object.values(project.services).filter(({ attach }) => attach !== false).map((service) => service.name) : args;
    const found = given.index > 0 ? [await containerOf(compose, name, args[0] ?? '', { index: given.index, all: true, oneOff: 'exclude' })] : await projectContainers(compose.client, name, { oneOff: 'exclude', all: true, services });
    // In the order in which they were made: each gets its colour, and the prefix its width, with its first line.
    const containers = found.filter((container) => !project || project.services[serviceOf(container)]).toReversed();
    const screen = new LogScreen(compose, { color: !given['no-color'] && compose.options.ansi, prefix: !given['no-log-prefix'], timestamps: false });
    try {
      if (given.follow) await follow(compose, screen, name, services, containers, given);
      else for (const container of containers) await show(compose, screen, container, given);
    } finally {
      await screen.flush();
    }
  },
});

async function show(compose: Compose, screen: LogScreen, container: Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>, given: Flags, since?: string): Promise<void> {
  const { client, clock } = compose;
  const { Config: config } = await client.containers.inspect(container.Id);
  const now = clock.now();
  const stream = await client.containers.logs(container.Id, {
    stdout: true, stderr: true, follow: given.follow, timestamps: given.timestamps, tail: given.tail,
    since: since ?? timestampOf(given.since, now, { flag: 'since' }), until: timestampOf(given.until, now, { flag: 'until', end: true }),
  });
  await readLines(stream, config.Tty, (line) => screen.line(shortNameOf(container, compose.separator), line));
}

async function follow(compose: Compose, screen: LogScreen, project: string, services: readonly string[], containers: readonly ContainerSummary[], given: Flags): Promise<void> {
  const began = compose.clock.now();
  const ended = new AbortController();
  const shows = new Map<string, Promise<void>>();
  const begin = (container: Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>, since?: string): void => {
    const showing = show(compose, screen, container, given, since);
    showing.catch(() => undefined);
    const all = Promise.all([shows.get(container.Id), showing]).then(() => undefined);
    all.catch(() => undefined);
    shows.set(container.Id, all);
  };
  for (const container of containers) begin(container);
  await followContainers(compose, project, containers.filter(({ State }) => State === 'running'), { since: began, services, signal: ended.signal }, async (news) => {
    if (news.kind === 'start') begin(news.container, (compose.clock.now() / 1000).toFixed(9));
    if (news.kind !== 'exit' && news.kind !== 'stop' && news.kind !== 'recreated') return;
    // What a container wrote comes before the news of its end.
    if (!news.restarting) await shows.get(news.id);
    screen.status(news.name, `exited with code ${news.exitCode}`);
    if (news.kind === 'recreated') screen.status(news.name, 'has been recreated');
  });
  await Promise.all(shows.values());
}
