import type { Cli } from '../cli.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { messageOf } from '../each-argument.ts';
import { bool, string } from '../flags/index.ts';
import { forwardSignals } from './forward-signals.ts';
import { streamHijacked } from './stream-hijacked.ts';
import { followTerminalSize } from './terminal-size.ts';
import { waitExit } from './wait-exit.ts';

const flags = {
  attach: bool('Attach STDOUT/STDERR and forward signals', { shorthand: 'a' }),
  checkpoint: string('Restore from this checkpoint', { hidden: true, support: { no: 'checkpoints are experimental' } }),
  'detach-keys': string('Override the key sequence for detaching a container'),
  interactive: bool("Attach container's STDIN", { shorthand: 'i' }),
};

export const startCommand = defineCommand({
  name: 'start',
  use: 'start [OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Start one or more stopped containers',
  aliasesText: 'docker container start, docker start',
  args: minArgs(1),
  flags,
  complete: ['stopped container'],
  async run({ cli, args, flags: given }) {
    if (!given.attach && !given.interactive) return startAll(cli, args);
    const [container = '', ...others] = args;
    if (others.length > 0) throw new CliError('you cannot start and attach multiple containers at once');
    return startAttached(cli, container, given.interactive, given['detach-keys'] || cli.config.detachKeys);
  },
});

/** Starts containers one after the other and prints their names. */
export async function startAll(cli: Cli, names: readonly string[]): Promise<void> {
  const failed: string[] = [];
  for (const name of names) {
    try {
      await cli.client.containers.start(name);
      await cli.out.print(`${name}\n`);
    } catch (error) {
      await cli.err.print(`${messageOf(error)}\n`);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new CliError(`Error: failed to start containers: ${failed.join(', ')}`);
}

/** Starts a container with our streams joined to its; throws StatusError with its status when that is not 0. */
export async function startAttached(cli: Cli, name: string, interactive: boolean, detachKeys: string): Promise<void> {
  const { containers } = cli.client;
  const { Id: id, Config: config, HostConfig: host } = await containers.inspect(name);
  const stopForwarding = config.Tty ? undefined : forwardSignals(cli, id);
  let stopFollowing: (() => void) | undefined;
  try {
    const stdin = interactive && config.OpenStdin;
    const { stream } = await containers.attach(id, { stream: true, stdin, stdout: true, stderr: true, detachKeys });
    try {
      const streaming = streamHijacked(cli, stream, { stdin, stdout: true, stderr: true, tty: config.Tty, detachKeys });
      streaming.catch(() => undefined);
      const { status } = await waitExit(cli, id, host.AutoRemove);
      await containers.start(id);
      if (config.Tty && cli.out.isTerminal) stopFollowing = followTerminalSize(cli, (size) => containers.resize(id, size));
      if ((await streaming) === 'detached') return;
      const code = await status;
      if (code !== 0) throw new StatusError(code);
    } finally {
      stream.close();
    }
  } finally {
    stopFollowing?.();
    stopForwarding?.();
  }
}
