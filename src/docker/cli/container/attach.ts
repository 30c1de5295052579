import type { ContainerInspect } from '../../api/index.ts';
import type { Cli } from '../cli.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { bool, string } from '../flags/index.ts';
import { checkTty } from './check-tty.ts';
import { forwardSignals } from './forward-signals.ts';
import { streamHijacked } from './stream-hijacked.ts';
import { followTerminalSize } from './terminal-size.ts';

const flags = {
  'detach-keys': string('Override the key sequence for detaching a container'),
  'no-stdin': bool('Do not attach STDIN'),
  'sig-proxy': bool('Proxy all received signals to the process', { initial: true }),
};

export const attachCommand = defineCommand({
  name: 'attach',
  use: 'attach [OPTIONS] CONTAINER',
  short: 'Attach local standard input, output, and error streams to a running container',
  aliasesText: 'docker container attach, docker attach',
  args: exactArgs(1),
  flags,
  complete: ['running container'],
  async run({ cli, args, flags: given }) {
    await attachToContainer(cli, args[0] ?? '', { noStdin: given['no-stdin'], detachKeys: given['detach-keys'], signalProxy: given['sig-proxy'] });
  },
});

/** Joins our streams with a running container's until it ends or the user detaches; throws StatusError with its status when that is not 0. Empty `detachKeys`: the configured ones. */
export async function attachToContainer(cli: Cli, container: string, options: { noStdin: boolean; detachKeys: string; signalProxy: boolean }): Promise<void> {
  const { containers } = cli.client;
  const { result } = containers.wait(container);
  const { Config: config } = await attachable(cli, container);
  checkTty(cli, !options.noStdin, config.Tty);
  const stdin = !options.noStdin && config.OpenStdin;
  const detachKeys = options.detachKeys || cli.config.detachKeys;
  const stopForwarding = options.signalProxy && !config.Tty ? forwardSignals(cli, container) : undefined;
  let stopFollowing: (() => void) | undefined;
  try {
    const { stream } = await containers.attach(container, { stream: true, stdin, stdout: true, stderr: true, detachKeys });
    // It may have stopped meanwhile: attaching would wait for ever.
    await attachable(cli, container);
    if (config.Tty && cli.out.isTerminal) {
      // A program redraws only when the size changes: give it another size first.
      const { rows, columns } = cli.windowSize();
      await containers.resize(container, { rows: rows + 1, columns: columns + 1 }).catch(() => undefined);
      stopFollowing = followTerminalSize(cli, (size) => containers.resize(container, size));
    }
    if ((await streamHijacked(cli, stream, { stdin, stdout: true, stderr: true, tty: config.Tty, detachKeys })) === 'detached') throw new StatusError(1, 'read escape sequence');
  } finally {
    stopFollowing?.();
    stopForwarding?.();
  }
  const { StatusCode, Error: failure } = await result;
  if (failure) throw new CliError(failure.Message);
  if (StatusCode !== 0) throw new StatusError(StatusCode);
}

async function attachable(cli: Cli, container: string): Promise<ContainerInspect> {
  const found = await cli.client.containers.inspect(container);
  if (!found.State.Running) throw new CliError('You cannot attach to a stopped container, start it first');
  if (found.State.Paused) throw new CliError('You cannot attach to a paused container, unpause it first');
  if (found.State.Restarting) throw new CliError('You cannot attach to a restarting container, wait until it is running');
  return found;
}
