import { bool, noArgs, string } from '../../cli/index.ts';
import { composeVersion } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';

export const versionText = `Docker Compose version ${composeVersion}\n`;

export const versionCommand = defineComposeCommand({
  name: 'version',
  use: 'version [OPTIONS]',
  short: 'Show the Docker Compose version information',
  args: noArgs,
  flags: { format: string('Format the output. Values: [pretty | json]. (Default: pretty)', { shorthand: 'f' }), short: bool("Shows only Compose's version number") },
  async run({ compose, flags }) {
    if (flags.short) return compose.out.print(`${composeVersion}\n`);
    await compose.out.print(flags.format === 'json' ? `{"version":"${composeVersion}"}\n` : versionText);
  },
});
