import { isSystemError } from '../../../kernel/index.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { cut, list, string } from '../flags/index.ts';
import { displayMessages } from '../progress/json-messages.ts';
import { parseName } from './pull.ts';

export const importCommand = defineCommand({
  name: 'import',
  use: 'import [OPTIONS] file|URL|- [REPOSITORY[:TAG]]',
  short: 'Import the contents from a tarball to create a filesystem image',
  aliasesText: 'docker image import, docker import',
  args: minArgs(1),
  flags: {
    change: list('Apply Dockerfile instruction to the created image', { shorthand: 'c' }),
    message: string('Set commit message for imported image', { shorthand: 'm' }),
    platform: string('Set platform if server is multi-platform capable'),
  },
  complete: ['file', 'image'],
  async run({ cli, args, flags }) {
    const [source = '', name] = args;
    const { process } = cli;
    let archive: string | { read(max?: number): Promise<Uint8Array> };
    if (source === '-') archive = { read: (max) => process.read(0, max) };
    else if (/^https?:\/\//.test(source)) archive = source;
    else {
      try {
        const fd = process.open(source, 'r');
        archive = { read: (max) => process.read(fd, max) };
      } catch (error) {
        if (isSystemError(error)) throw new CliError(`open ${goMessage(error)}`);
        throw error;
      }
    }
    if (name !== undefined) parseName(name);
    const [repo, tag] = cut(name ?? '', ':');
    const messages = cli.client.images.import(archive, { repo, ...(tag !== undefined && { tag }), message: flags.message, changes: flags.change, platform: flags.platform });
    await displayMessages(messages, cli.out, { columns: cli.windowSize().columns || 200 });
  },
});
