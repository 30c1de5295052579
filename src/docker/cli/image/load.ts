import { isSystemError } from '../../../kernel/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { bool, string } from '../flags/index.ts';
import { displayMessages } from '../progress/json-messages.ts';

export const loadCommand = defineCommand({
  name: 'load',
  use: 'load [OPTIONS]',
  short: 'Load an image from a tar archive or STDIN',
  aliasesText: 'docker image load, docker load',
  args: noArgs,
  flags: {
    input: string('Read from tar archive file, instead of STDIN', { shorthand: 'i' }),
    quiet: bool('Suppress the load output', { shorthand: 'q' }),
  },
  async run({ cli, flags }) {
    const { process } = cli;
    let fd = 0;
    if (flags.input !== '') {
      try {
        fd = process.open(flags.input, 'r');
      } catch (error) {
        if (isSystemError(error)) throw new CliError(`open ${goMessage(error)}`);
        throw error;
      }
    } else if (cli.inputIsTerminal) throw new CliError('requested load from stdin, but stdin is empty');
    const archive = { read: (max?: number) => process.read(fd, max) };
    const quiet = flags.quiet || !cli.out.isTerminal;
    await displayMessages(cli.client.images.load(archive, { quiet }), cli.out, { columns: cli.windowSize().columns || 200 });
  },
});
