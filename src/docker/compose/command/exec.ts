import { bool, execInContainer, minArgs, string, stringArray } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { defineComposeCommand } from './define.ts';
import { hiddenTtyFlag, indexFlag } from './flags.ts';
import { containerOf } from './service-container.ts';

export const execCommand = defineComposeCommand({
  name: 'exec',
  use: 'exec [OPTIONS] SERVICE COMMAND [ARGS...]',
  short: 'Execute a command in a running container',
  args: minArgs(2),
  interspersed: false,
  flags: {
    detach: bool('Detached mode: Run command in the background', { shorthand: 'd' }),
    env: stringArray('Set environment variables', { shorthand: 'e' }),
    index: indexFlag,
    interactive: bool('Keep STDIN open even if not attached', { shorthand: 'i', initial: true, hidden: true }),
    // The real help takes the quoted command for the name of the flag's value.
    'no-TTY': { ...bool('Disable pseudo-TTY allocation. By default docker compose exec allocates a TTY.', { shorthand: 'T', initial: true }), type: 'docker compose exec' },
    privileged: bool('Give extended privileges to the process'),
    tty: hiddenTtyFlag,
    user: string('Run the command as this user', { shorthand: 'u' }),
    workdir: string('Path to workdir directory for this command', { shorthand: 'w' }),
  },
  async run({ compose, args, flags }) {
    const [service = '', ...command] = args;
    const container = await containerOf(compose, await compose.projectName(), service, { index: flags.index });
    if (compose.options.dryRun) throw new ComposeError('other', 'interactive exec is not supported in dry-run mode');
    const env = flags.env.map((text) => (text.includes('=') ? text : `${text}=${compose.process.env[text] ?? ''}`));
    await execInContainer(compose, container.Id, command, {
      detach: flags.detach, interactive: flags.interactive, tty: !flags['no-TTY'], privileged: flags.privileged, user: flags.user, workdir: flags.workdir, env, detachKeys: '',
    });
  },
});
