import { bool, bytes, string, stringArray } from '../../cli/index.ts';
import { buildServices } from '../build/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { defineComposeCommand } from './define.ts';

const deprecated = { hidden: true, support: { partly: 'taken and without effect, as in the real command' } } as const;

export const buildCommand = defineComposeCommand({
  name: 'build',
  use: 'build [OPTIONS] [SERVICE...]',
  short: 'Build or rebuild services',
  flags: {
    'build-arg': stringArray('Set build-time variables for services'),
    builder: string('Set builder to use', { support: { partly: 'there is one builder, "default"' } }),
    compress: bool('Compress the build context using gzip. DEPRECATED', { initial: true, ...deprecated }),
    'force-rm': bool('Always remove intermediate containers. DEPRECATED', { initial: true, ...deprecated }),
    memory: bytes('Set memory limit for the build container. Not supported by BuildKit.', { shorthand: 'm', support: { partly: 'without effect' } }),
    'no-cache': bool('Do not use cache when building the image'),
    'no-rm': bool('Do not remove intermediate containers after a successful build. DEPRECATED', deprecated),
    parallel: bool('Build images in parallel. DEPRECATED', { initial: true, ...deprecated }),
    progress: string('Set type of ui output (auto, tty, plain, quiet)', { initial: 'auto', hidden: true }),
    pull: bool('Always attempt to pull a newer version of the image'),
    push: bool('Push service images'),
    quiet: bool("Don't print anything to STDOUT", { shorthand: 'q' }),
    ssh: string("Set SSH authentications used when building service images. (use 'default' for using your default SSH Agent)", { support: { partly: 'there is no SSH agent to forward' } }),
    'with-dependencies': bool('Also build dependencies (transitively)'),
  },
  async run({ compose, args, flags, changed }) {
    if (changed('progress') && flags.ssh === '') await compose.say('--progress is a global compose flag, better use `docker compose --progress xx build ...\n');
    const project = await compose.project(args, { resolveEnvironment: false });
    if (flags.ssh !== '' && flags.ssh !== 'default' && !flags.ssh.includes('=')) throw new ComposeError('other', `invalid ssh key ${JSON.stringify(flags.ssh)}`);
    const builder = flags.builder || (compose.process.env['BUILDX_BUILDER'] ?? '');
    if (builder !== '' && builder !== 'default') throw new ComposeError('other', `no builder ${JSON.stringify(builder)} found`);
    await buildServices(compose, project, {
      services: args, args: flags['build-arg'], noCache: flags['no-cache'], pull: flags.pull, push: flags.push, quiet: flags.quiet, dependencies: flags['with-dependencies'], memory: flags.memory,
    });
  },
});
