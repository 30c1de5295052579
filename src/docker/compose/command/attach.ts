import { attachToContainer, bool, int, minArgs, string } from '../../cli/index.ts';
import { defineComposeCommand } from './define.ts';
import { containerOf } from './service-container.ts';

export const attachCommand = defineComposeCommand({
  name: 'attach',
  use: 'attach [OPTIONS] SERVICE',
  short: "Attach local standard input, output, and error streams to a service's running container",
  args: minArgs(1),
  flags: {
    'detach-keys': string('Override the key sequence for detaching from a container.'),
    index: int('index of the container if service has multiple replicas.'),
    'no-stdin': bool('Do not attach STDIN'),
    'sig-proxy': bool('Proxy all received signals to the process', { initial: true }),
  },
  async run({ compose, args, flags }) {
    const container = await containerOf(compose, await compose.projectName(), args[0] ?? '', { index: flags.index });
    // The container gets the signal, and the command ends.
    if (flags['sig-proxy']) {
      compose.onInterrupt((signal) => {
        compose.client.containers.kill(container.Id, signal.slice('SIG'.length)).catch(() => undefined);
        return false;
      });
    }
    await attachToContainer(compose, container.Id, { noStdin: flags['no-stdin'], detachKeys: flags['detach-keys'], signalProxy: false });
  },
});
