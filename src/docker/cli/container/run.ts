import { DigestError, ReferenceFormatError } from '../../../oci/index.ts';
import type { ContainerCreateRequest, HostConfig } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { bool, string } from '../flags/index.ts';
import { checkTty } from './check-tty.ts';
import { containerFlags } from './container-flags.ts';
import { containerRequest } from './container-request.ts';
import { checkPull, createContainer, type CreateOptions } from './create-container.ts';
import { forwardSignals } from './forward-signals.ts';
import { streamHijacked, type StreamEnd } from './stream-hijacked.ts';
import { followTerminalSize } from './terminal-size.ts';
import { waitExit } from './wait-exit.ts';

const flags = {
  ...containerFlags,
  detach: bool('Run container in background and print container ID', { shorthand: 'd' }),
  'detach-keys': string('Override the key sequence for detaching a container'),
  'disable-content-trust': bool('Skip image verification', { initial: true, support: { partly: 'image signatures are not modelled' } }),
  name: string('Assign a name to the container'),
  platform: string('Set platform if server is multi-platform capable'),
  pull: string('Pull image before running ("always", "missing", "never")', { initial: 'missing' }),
  quiet: bool('Suppress the pull output', { shorthand: 'q' }),
  'sig-proxy': bool('Proxy received signals to the process', { initial: true }),
};

export const runCommand = defineCommand({
  name: 'run',
  use: 'run [OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create and run a new container from an image',
  aliasesText: 'docker container run, docker run',
  common: 1,
  args: minArgs(1),
  flags,
  interspersed: false,
  complete: ['image', 'file'],
  async run({ cli, args, flags: given, changed }) {
    const [image = '', ...command] = args;
    const request = reported(() => {
      checkPull(given.pull);
      return containerRequest(cli.process, given, changed, image, command);
    });
    if (given.detach) {
      if (given.attach.length > 0) throw new CliError('Conflicting options: -a and -d');
      Object.assign(request, { AttachStdin: false, AttachStdout: false, AttachStderr: false, StdinOnce: false });
    } else {
      checkTty(cli, request.AttachStdin ?? false, request.Tty ?? false);
    }
    await runContainer(cli, request, given, given['sig-proxy'], given['detach-keys'] || cli.config.detachKeys);
  },
});

/** Runs `work`; what it throws becomes run's message on stderr with status 125. */
function reported<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const explained = runError(error, true);
    throw explained instanceof StatusError ? new StatusError(125, explained.message) : explained;
  }
}

/** `docker: WHAT.` with a hint to help, and the status that shells give: 127 not found, 126 not executable, else 125. */
function runError(error: unknown, withHelp: boolean): unknown {
  if (!(error instanceof CliError || error instanceof StatusError || error instanceof ReferenceFormatError || error instanceof DigestError || isDockerError(error))) return error;
  const words = `docker: ${error.message.replace(/\.$/, '')}.`;
  return new StatusError(startStatus(error.message), withHelp ? `${words}\nSee 'docker run --help'.` : words);
}

/** The status for a message of the daemon's, whose kinds do not tell these apart (docker/cli, runStartContainerErr). */
function startStatus(message: string): number {
  if (/executable file not found|no such file or directory|system cannot find the file specified/.test(message)) return 127;
  return /permission denied|is a directory/.test(message) ? 126 : 125;
}

async function runContainer(cli: Cli, request: ContainerCreateRequest & { HostConfig: Partial<HostConfig> }, options: CreateOptions, signalProxy: boolean, detachKeys: string): Promise<void> {
  const { containers } = cli.client;
  let id: string;
  try {
    id = await createContainer(cli, request, options);
  } catch (error) {
    throw runError(error, true);
  }
  const stopForwarding = signalProxy ? forwardSignals(cli, id) : undefined;
  const stdin = request.AttachStdin ?? false;
  const stdout = request.AttachStdout ?? false;
  const stderr = request.AttachStderr ?? false;
  const tty = request.Tty ?? false;
  const autoRemove = request.HostConfig.AutoRemove ?? false;
  let stopFollowing: (() => void) | undefined;
  try {
    if (!stdout && !stderr) await cli.out.print(`${id}\n`);
    let streaming: Promise<StreamEnd> | undefined;
    if (stdin || stdout || stderr) {
      const { stream } = await containers.attach(id, { stream: true, stdin, stdout, stderr, detachKeys });
      streaming = streamHijacked(cli, stream, { stdin, stdout, stderr, tty, detachKeys });
      streaming.catch(() => undefined);
      try {
        const { status } = await waitExit(cli, id, autoRemove);
        await startOrExplain(cli, id, autoRemove ? status : undefined, () => stream.close());
        if (tty && cli.out.isTerminal) stopFollowing = followTerminalSize(cli, (size) => containers.resize(id, size));
        if ((await streaming) === 'detached' || (!stdout && !stderr)) return;
        const code = await status;
        if (code !== 0) throw new StatusError(code);
      } finally {
        stream.close();
      }
      return;
    }
    const waiting = autoRemove ? await waitExit(cli, id, true) : undefined;
    await startOrExplain(cli, id, waiting?.status, () => undefined);
  } finally {
    stopFollowing?.();
    stopForwarding?.();
  }
}

async function startOrExplain(cli: Cli, id: string, removed: Promise<number> | undefined, close: () => void): Promise<void> {
  try {
    await cli.client.containers.start(id);
  } catch (error) {
    close();
    await removed;
    throw runError(error, false);
  }
}
