import { stopProject } from '../act/index.ts';
import { defineComposeCommand } from './define.ts';
import { timeoutFlag } from './flags.ts';

export const stopCommand = defineComposeCommand({
  name: 'stop',
  use: 'stop [OPTIONS] [SERVICE...]',
  short: 'Stop services',
  flags: { timeout: timeoutFlag },
  async run({ compose, args, flags, changed }) {
    const { project, name } = await compose.projectOrName(args);
    await compose.progress((writer) => stopProject(compose, writer, name, project, args, changed('timeout') ? flags.timeout : undefined), 'Stopping');
  },
});
