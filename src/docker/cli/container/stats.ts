import type { Filters } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { bool, listFormat } from '../flags/index.ts';
import { formatListing, type RowFields } from '../format/formatter.ts';
import { emptyStatsRow, statsHeaders, statsRow } from './stats-sample.ts';

/** Time between two drawings. */
const drawEvery = 500;

export const statsCommand = defineCommand({
  name: 'stats',
  use: 'stats [OPTIONS] [CONTAINER...]',
  short: 'Display a live stream of container(s) resource usage statistics',
  aliasesText: 'docker container stats, docker stats',
  args: minArgs(0),
  flags: {
    all: { ...bool('Show all containers', { shorthand: 'a' }), defaultText: 'shows just running' },
    format: listFormat(),
    'no-stream': bool('Disable streaming stats and only pull the first result'),
    'no-trunc': bool('Do not truncate output'),
  },
  complete: ['running container'],
  async run({ cli, args, flags }) {
    await showStats(cli, args, { all: flags.all, format: flags.format, noStream: flags['no-stream'], noTrunc: flags['no-trunc'] });
  },
});

/** What `stats` shows, and how. */
export interface StatsOptions {
  all: boolean;
  /** Empty: the configured one. */
  format: string;
  noStream: boolean;
  noTrunc: boolean;
  /** Which containers, where none are named. */
  filters?: Filters;
}

/** Shows what containers use: those named, else all that `options` allow. */
export async function showStats(cli: Cli, names: readonly string[], options: StatsOptions): Promise<void> {
  const board = new StatsBoard(cli, { stream: !options.noStream, truncate: !options.noTrunc });
  try {
    if (names.length > 0) {
      const errors = (await Promise.all(names.map((name) => board.add(name)))).filter((error) => error !== undefined);
      if (errors.length > 0) throw new CliError(errors.join('\n'));
    } else {
      const containers = await cli.client.containers.list({ all: options.all, ...(options.filters && { filters: options.filters }) });
      await Promise.all(containers.map(({ Id }) => board.add(Id.slice(0, 12))));
      if (!options.noStream) board.follow(options.all, options.filters);
    }
    const format = options.format || cli.config.format('statsFormat') || 'table';
    const template = format === 'table' ? 'table {{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}' : format;
    for (;;) {
      const text = formatListing(template, { type: 'container.statsContext', headers: statsHeaders, rows: board.rows() });
      await cli.out.print(options.noStream ? text : `\x1b[2J\x1b[H${text}`);
      if (options.noStream || (names.length > 0 && board.size === 0)) return;
      await cli.process.sleep(drawEvery);
    }
  } finally {
    board.stop();
  }
}

/** The last sample of each container, kept up to date by streams of samples. */
class StatsBoard {
  readonly #cli: Cli;
  readonly #options: { stream: boolean; truncate: boolean };
  readonly #rows = new Map<string, RowFields>();
  readonly #stop = new AbortController();

  constructor(cli: Cli, options: { stream: boolean; truncate: boolean }) {
    this.#cli = cli;
    this.#options = options;
  }

  get size(): number {
    return this.#rows.size;
  }

  rows(): RowFields[] {
    return [...this.#rows.values()];
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Resolves at the first sample (or after two seconds without one), to the error's words if there was one. */
  async add(name: string): Promise<string | undefined> {
    if (this.#rows.has(name)) return undefined;
    this.#rows.set(name, emptyStatsRow(name));
    return new Promise((resolve) => {
      const timer = this.#cli.clock.setTimeout(() => resolve(undefined), 2000);
      const done = (error?: string): void => {
        timer.dispose();
        resolve(error);
      };
      void this.#collect(name, done);
    });
  }

  /** Containers come and go. */
  follow(all: boolean, filters: Filters = new Map()): void {
    void (async () => {
      for await (const event of this.#cli.client.system.events({ filters: new Map([...filters, ['type', ['container']]]), signal: this.#stop.signal })) {
        const name = event.Actor.ID.slice(0, 12);
        if (event.Action === 'start' || (all && event.Action === 'create')) void this.add(name);
        if (!all && event.Action === 'die') this.#rows.delete(name);
      }
    })().catch(() => undefined);
  }

  async #collect(name: string, done: (error?: string) => void): Promise<void> {
    try {
      for await (const sample of this.#cli.client.containers.stats(name, { stream: this.#options.stream, signal: this.#stop.signal })) {
        if (this.#rows.has(name)) this.#rows.set(name, statsRow(name, sample, this.#options.truncate));
        done();
      }
    } catch (error) {
      done(isDockerError(error) ? error.message : undefined);
    }
  }
}
