import type { ContainerSummary } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import { together } from '../graph/index.ts';
import { progressNameOf } from '../observe/index.ts';
import { done, failed, working, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';

/** Stops containers, all at once. `timeout` in seconds; absent: their own. */
export async function stopContainers(compose: Compose, writer: ProgressWriter, containers: readonly ContainerSummary[], timeout: number | undefined): Promise<void> {
  await together(containers, (container) => stopContainer(compose, writer, container, timeout));
}

async function stopContainer(compose: Compose, writer: ProgressWriter, container: ContainerSummary, timeout: number | undefined): Promise<void> {
  const name = progressNameOf(container);
  writer.event(working(name, 'Stopping'));
  try {
    await compose.actions.stopContainer(container.Id, timeout);
  } catch (error) {
    writer.event(failed(name, 'Error while Stopping'));
    throw error;
  }
  writer.event(done(name, 'Stopped'));
}

/** Stops and removes containers, all at once; `volumes`: with their anonymous volumes. */
export async function removeContainers(compose: Compose, writer: ProgressWriter, containers: readonly ContainerSummary[], timeout: number | undefined, volumes: boolean): Promise<void> {
  await together(containers, async (container) => {
    const name = progressNameOf(container);
    await stopContainer(compose, writer, container, timeout);
    writer.event(working(name, 'Removing'));
    try {
      await compose.actions.removeContainer(container.Id, { force: true, volumes });
    } catch (error) {
      if (!isDockerError(error, 'NotFound', 'Conflict')) {
        writer.event(failed(name, 'Error while Removing'));
        throw error;
      }
    }
    writer.event(done(name, 'Removed'));
  });
}
