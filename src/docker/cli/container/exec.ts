import type { Cli } from '../cli.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { StatusError } from '../command/status-error.ts';
import { bool, list, string } from '../flags/index.ts';
import { checkTty } from './check-tty.ts';
import { readKeyValues } from './environment-file.ts';
import { streamHijacked } from './stream-hijacked.ts';
import { followTerminalSize } from './terminal-size.ts';
import { environmentVariable } from './validators.ts';

const flags = {
  detach: bool('Detached mode: run command in the background', { shorthand: 'd' }),
  'detach-keys': string('Override the key sequence for detaching a container'),
  env: list('Set environment variables', { shorthand: 'e', validate: environmentVariable }),
  'env-file': list('Read in a file of environment variables'),
  interactive: bool('Keep STDIN open even if not attached', { shorthand: 'i' }),
  privileged: bool('Give extended privileges to the command'),
  tty: bool('Allocate a pseudo-TTY', { shorthand: 't' }),
  user: string('Username or UID (format: "<name|uid>[:<group|gid>]")', { shorthand: 'u' }),
  workdir: string('Working directory inside the container', { shorthand: 'w' }),
};

export const execCommand = defineCommand({
  name: 'exec',
  use: 'exec [OPTIONS] CONTAINER COMMAND [ARG...]',
  short: 'Execute a command in a running container',
  aliasesText: 'docker container exec, docker exec',
  common: 2,
  args: minArgs(2),
  flags,
  interspersed: false,
  complete: ['running container', 'file'],
  async run({ cli, args, flags: given }) {
    const [container = '', ...command] = args;
    const env = readKeyValues(cli.process, given['env-file'], given.env, (name) => cli.process.env[name]);
    await execInContainer(cli, container, command, { ...given, env, detachKeys: given['detach-keys'] });
  },
});

/** How a command is run in a container. */
export interface ExecOptions {
  detach: boolean;
  interactive: boolean;
  tty: boolean;
  privileged: boolean;
  user: string;
  workdir: string;
  env: readonly string[];
  /** Empty: the configured ones. */
  detachKeys: string;
}

/** Runs a command in a container with our streams; throws StatusError with its status when that is not 0. */
export async function execInContainer(cli: Cli, container: string, command: readonly string[], options: ExecOptions): Promise<void> {
  const { exec, containers } = cli.client;
  await containers.inspect(container);
  const { detach, tty } = options;
  const stdin = options.interactive && !detach;
  if (!detach) checkTty(cli, stdin, tty);
  const detachKeys = options.detachKeys || cli.config.detachKeys;
  const { rows, columns } = cli.windowSize();
  const size = tty ? { ConsoleSize: [rows, columns] as [number, number] } : {};
  const { Id } = await exec.create(container, {
    User: options.user, Privileged: options.privileged, Tty: tty, ...size, AttachStdin: stdin, AttachStdout: !detach, AttachStderr: !detach, Detach: detach,
    DetachKeys: detachKeys, Env: [...options.env], WorkingDir: options.workdir, Cmd: [...command],
  });
  if (detach) return exec.start(Id, { Detach: true, Tty: tty, ...size });
  const { stream } = await exec.attach(Id, { Tty: tty, ...size });
  const stop = tty && cli.inputIsTerminal ? followTerminalSize(cli, (current) => exec.resize(Id, current)) : undefined;
  try {
    if ((await streamHijacked(cli, stream, { stdin, stdout: true, stderr: true, tty, detachKeys })) === 'detached') throw new StatusError(1, 'read escape sequence');
  } finally {
    stop?.();
  }
  const { ExitCode } = await exec.inspect(Id);
  if (ExitCode) throw new StatusError(ExitCode);
}
