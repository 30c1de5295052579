import { bool, minArgs } from '../../cli/index.ts';
import { createProject, startProject } from '../act/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { selectServices } from '../graph/index.ts';
import { setScale } from './create-options.ts';
import { defineComposeCommand } from './define.ts';

export const scaleCommand = defineComposeCommand({
  name: 'scale',
  use: 'scale [SERVICE=REPLICAS...]',
  // The blank at the end is in the real help.
  short: 'Scale services ',
  args: minArgs(1),
  flags: { 'no-deps': bool("Don't start linked services") },
  async run({ compose, args, flags }) {
    const replicas = args.map(readReplicas);
    const services = replicas.map(([name]) => name);
    let project = await compose.project(services);
    if (flags['no-deps']) project = selectServices(project, services, 'alone');
    for (const [name, count] of replicas) project = setScale(project, name, count);
    await compose.progress(async (writer) => {
      await createProject(compose, writer, project, {
        services, build: undefined, quietPull: false, orphans: 'warn', recreate: 'diverged', recreateDependencies: 'diverged', inherit: false, timeout: undefined,
      }, true);
      await startProject(compose, writer, project);
    });
  },
});

function readReplicas(text: string): [string, number] {
  const at = text.indexOf('=');
  const [name, count] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
  if (name === '' || count === '') throw new ComposeError('other', `invalid scale specifier: ${text}`);
  if (!/^[+-]?\d+$/.test(count)) throw new ComposeError('other', `invalid scale specifier: can't parse replica value as int: ${text}`);
  return [name, Number(count)];
}
