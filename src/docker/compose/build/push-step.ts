import { formatRfc3339Nano } from '../../../base/go/index.ts';
import type { SolveVertex } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import type { ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import type { BuildScreen } from './build-screen.ts';
import { pushImages } from './push.ts';

/** Pushes a built image as a step of its build, as buildx shows it. Throws ComposeError. */
export async function pushAsStep(compose: Compose, screen: BuildScreen, service: string, image: string): Promise<void> {
  const now = (): string => {
    const time = compose.clock.now();
    return formatRfc3339Nano({ seconds: Math.floor(time / 1000), nanoseconds: Math.round((time % 1000) * 1e6) });
  };
  const started = now();
  const vertex: SolveVertex = { digest: `push ${image}`, name: `pushing ${image} with docker`, started };
  const layers = new Map<string, { current: number; total: number }>();
  const tell = (id: string, completed?: string): void => {
    const { current = 0, total = 0 } = layers.get(id) ?? {};
    screen.update(service, { statuses: [{ id: `pushing layer ${id}`, vertex: vertex.digest, current, total, timestamp: now(), started, ...(completed !== undefined && { completed }) }] });
  };
  const writer: Pick<ProgressWriter, 'event'> = {
    event({ id, current = 0, total = 0, status }) {
      const layer = id.slice(id.lastIndexOf(' ') + 1);
      if (total === 0 && status !== 'done') return;
      layers.set(layer, total > 0 ? { current, total } : (layers.get(layer) ?? { current: 0, total: 0 }));
      tell(layer, status === 'done' ? now() : undefined);
    },
  };
  screen.update(service, { vertexes: [vertex] });
  try {
    await pushImages(compose, [image], writer);
  } catch (error) {
    if (!(error instanceof ComposeError || isDockerError(error))) throw error;
    screen.update(service, { vertexes: [{ ...vertex, completed: now(), error: error.message }] });
    throw new ComposeError('build', error.message);
  }
  screen.update(service, { vertexes: [{ ...vertex, completed: now() }] });
}
