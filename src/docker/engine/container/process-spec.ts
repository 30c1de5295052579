import type { ContainerConfig, HostConfig } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import type { ProcessSpec } from '../ports/runtime.ts';
import { containerCapabilities } from './capabilities.ts';
import type { Container } from './container.ts';
import { linkEnv } from './links.ts';
import { type ContainerUser, lookUpUser } from './user-lookup.ts';

const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The environment that a process of the container gets, but for HOME. */
export function containerEnv(config: Pick<ContainerConfig, 'Hostname' | 'Tty' | 'Env'>, tty: boolean, linked: readonly string[] = []): string[] {
  return replaceOrAppend([defaultPath, `HOSTNAME=${config.Hostname}`, ...(tty ? ['TERM=xterm'] : []), ...linked], config.Env ?? []);
}

/** Puts variables in the place of those of the same name, or at the end. A name without `=` takes the variable away. */
export function replaceOrAppend(base: readonly string[], changes: readonly string[]): string[] {
  const result = [...base];
  for (const change of changes) {
    const [name = ''] = change.split('=');
    const at = result.findIndex((each) => each.split('=')[0] === name);
    if (!change.includes('=')) {
      if (at >= 0) result.splice(at, 1);
    } else if (at >= 0) result[at] = change;
    else result.push(change);
  }
  return result;
}

/** Adds the user's home when the environment has none. */
export function withHome(env: readonly string[], user: ContainerUser): string[] {
  return env.some((variable) => variable.startsWith('HOME=') && variable !== 'HOME=') ? [...env] : [...env.filter((variable) => variable !== 'HOME='), `HOME=${user.home}`];
}

/** The first process of a container. Throws when its user does not exist. `root` is where the container's root is on the host. */
export function initProcess(daemon: Daemon, container: Container, root: string): ProcessSpec {
  const { config, hostConfig } = container;
  const user = lookUpUser(daemon.files, root, config.User, hostConfig.GroupAdd ?? []);
  const [rows, columns] = hostConfig.ConsoleSize;
  return {
    args: [...(hostConfig.Init ? ['/sbin/docker-init', '--'] : []), container.path, ...container.args], env: withHome(containerEnv(config, config.Tty, linkEnv(daemon, container)), user), cwd: config.WorkingDir || '/',
    user, terminal: config.Tty, ...(rows > 0 && columns > 0 && { consoleSize: { rows, columns } }), stdin: config.OpenStdin, capabilities: capabilitiesOf(hostConfig),
  };
}

export function capabilitiesOf(hostConfig: HostConfig): string[] | 'all' {
  return containerCapabilities(hostConfig.CapAdd, hostConfig.CapDrop, hostConfig.Privileged);
}
