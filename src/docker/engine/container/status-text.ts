import { humanDuration } from '../units.ts';
import { parseRfc3339, zeroTime } from '../timestamp.ts';
import type { Container } from './container.ts';

/** The STATUS column of `docker ps`. */
export function statusText(container: Container, now: number): string {
  const { state } = container;
  const since = (time: string): string => humanDuration(Math.max(now - parseRfc3339(time), 0));
  if (state.Running) {
    if (state.Paused) return `Up ${since(state.StartedAt)} (Paused)`;
    if (state.Restarting) return `Restarting (${state.ExitCode}) ${since(state.FinishedAt)} ago`;
    const health = state.Health?.Status;
    return `Up ${since(state.StartedAt)}${health && health !== 'none' ? ` (${health === 'starting' ? 'health: starting' : health})` : ''}`;
  }
  if (container.removing) return 'Removal In Progress';
  if (state.Dead) return 'Dead';
  if (state.StartedAt === zeroTime) return 'Created';
  if (state.FinishedAt === zeroTime) return '';
  return `Exited (${state.ExitCode}) ${since(state.FinishedAt)} ago`;
}
