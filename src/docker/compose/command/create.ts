import { createProject } from '../act/index.ts';
import { applyCreateFlags, checkCreateFlags, createOptions } from './create-options.ts';
import { defineComposeCommand } from './define.ts';
import { createFlags, pullFlag } from './flags.ts';

export const createCommand = defineComposeCommand({
  name: 'create',
  use: 'create [OPTIONS] [SERVICE...]',
  short: 'Creates containers for a service',
  flags: { ...createFlags, pull: pullFlag('"always"|"missing"|"never"|"build"') },
  async run({ compose, args, flags, changed }) {
    checkCreateFlags(flags);
    const loaded = await compose.project(args);
    const options = createOptions(compose, loaded, args, flags, false);
    const project = applyCreateFlags(loaded, flags, changed('pull'));
    await compose.progress((writer) => createProject(compose, writer, project, { ...options, ...(options.build && { build: { ...options.build, services: args } }) }), 'Creating');
  },
});
