import type { ContainerSummary, EventMessage } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import { labelFilter, labels, shortNameOf } from '../observe/index.ts';
import type { Compose } from '../runtime/index.ts';

/** What happened to a container that is followed. */
export interface ContainerNews {
  kind: 'exit' | 'stop' | 'recreated' | 'start' | 'replaces';
  id: string;
  name: string;
  service: string;
  exitCode: number;
  /** The engine starts it again. */
  restarting: boolean;
  container: Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>;
}

export interface FollowOptions {
  /** Events since this moment count; milliseconds. */
  since: number;
  /** Services whose containers are followed; empty: all. */
  services: readonly string[];
  signal: AbortSignal;
}

/** Tells of the project's containers until none of those that are followed is left, or `signal` aborts. */
export async function followContainers(compose: Compose, project: string, containers: readonly ContainerSummary[], options: FollowOptions, take: (news: ContainerNews) => Promise<void>): Promise<void> {
  const followed = new Map<string, number>(containers.map(({ Id }) => [Id, 0]));
  const replaced = new Set<string>();
  if (followed.size === 0) return;
  const done = new AbortController();
  const stop = (): void => done.abort();
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    const since = (options.since / 1000).toFixed(9);
    for await (const event of compose.client.system.events({ since, filters: labelFilter([`${labels.project}=${project}`]), signal: done.signal })) {
      await handle(event);
      if (followed.size === 0) return;
    }
  } catch (error) {
    if (!done.signal.aborted) throw error;
  } finally {
    options.signal.removeEventListener('abort', stop);
    done.abort();
  }

  async function handle(event: EventMessage): Promise<void> {
    const attributes = event.Actor.Attributes;
    const service = attributes[labels.service] ?? '';
    if (event.Type !== 'container' || attributes[labels.oneOff] === 'True') return;
    if (options.services.length > 0 && !options.services.includes(service)) return;
    if (!['stop', 'die', 'start', 'create'].includes(event.Action)) return;
    const id = event.Actor.ID;
    let inspected;
    try {
      inspected = await compose.client.containers.inspect(id);
    } catch (error) {
      if (!isDockerError(error, 'NotFound')) throw error;
      followed.delete(id);
      return;
    }
    const container = { Id: id, Names: [inspected.Name], Labels: inspected.Config.Labels ?? {} };
    const news = (kind: ContainerNews['kind'], restarting = false): Promise<void> =>
      take({ kind, id, name: shortNameOf(container, compose.separator), service, exitCode: Number(attributes['exitCode'] ?? inspected.State.ExitCode), restarting, container });
    switch (event.Action) {
      case 'stop':
        if (followed.has(id)) await news(replaced.has(id) ? 'recreated' : 'stop');
        followed.delete(id);
        return;
      case 'die': {
        const times = followed.get(id);
        if (times === undefined) return;
        const restarting = inspected.State.Restarting;
        followed.set(id, times + 1);
        await news(replaced.has(id) ? 'recreated' : 'exit', restarting);
        if (!restarting) followed.delete(id);
        return;
      }
      case 'start': {
        const times = followed.get(id);
        if (times === undefined) followed.set(id, 0);
        if (times === undefined || times > 0) await news('start');
        return;
      }
      default: {
        const old = container.Labels[labels.replace];
        followed.set(id, 1);
        if (old !== undefined) {
          replaced.add(old);
          await news('replaces');
        }
      }
    }
  }
}
