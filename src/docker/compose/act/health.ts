import type { DockerClient } from '../../client/index.ts';
import { ComposeError } from '../failure/compose-error.ts';

/** Whether all containers are healthy; those without a health check count by whether they run, if `orRunning`. Throws ComposeError for one that never will be. */
export async function areHealthy(client: DockerClient, ids: readonly string[], orRunning: boolean): Promise<boolean> {
  for (const id of ids) {
    const { Name, State, Config } = await client.containers.inspect(id);
    const name = Name.slice(1);
    if (State.Status === 'exited') throw new ComposeError('other', `container ${name} exited (${State.ExitCode})`);
    if (!Config.Healthcheck && orRunning) return State.Status === 'running';
    switch (State.Health?.Status) {
      case 'healthy':
        continue;
      case 'starting':
        return false;
      case 'unhealthy':
        throw new ComposeError('other', `container ${name} is unhealthy`);
      case undefined:
        throw new ComposeError('other', `container ${name} has no healthcheck configured`);
      default:
        throw new ComposeError('other', `container ${name} had unexpected health status ${JSON.stringify(State.Health?.Status)}`);
    }
  }
  return true;
}

/** The status with which the first of the containers that has ended did; undefined: none has. */
export async function completedStatus(client: DockerClient, ids: readonly string[]): Promise<number | undefined> {
  for (const id of ids) {
    const { State } = await client.containers.inspect(id);
    if (State.Status === 'exited') return State.ExitCode;
  }
  return undefined;
}
