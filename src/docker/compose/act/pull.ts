import { familiarName, parseReference } from '../../../oci/index.ts';
import type { JsonMessage } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import { credentialsForImage, progressText } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import type { ServiceConfig } from '../project/index.ts';
import type { ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';

/** Pulls a service's image and tells of it; `quiet` leaves its layers out. Throws ComposeError with what the engine said. */
export async function pullImage(compose: Compose, service: ServiceConfig, writer: ProgressWriter, quiet: boolean): Promise<void> {
  const { name, image = '' } = service;
  writer.event({ id: name, status: 'working', text: 'Pulling' });
  try {
    await pull(compose, image, service.platform || compose.process.env['DOCKER_DEFAULT_PLATFORM'], (message) => {
      if (!quiet) showLayer(writer, name, message);
    });
  } catch (error) {
    if (!isDockerError(error)) throw error;
    const words = error.message.replace(/^Error response from daemon: /, '');
    writer.event(service.build ? { id: name, status: 'warning', text: 'Warning', statusText: words } : { id: name, status: 'error', text: 'Error', statusText: words });
    throw new ComposeError('pull', error.message);
  }
  writer.event({ id: name, status: 'done', text: 'Pulled' });
}

async function pull(compose: Compose, image: string, platform: string | undefined, show: (message: JsonMessage) => void): Promise<void> {
  const reference = parseReference(image);
  // A dry run asks whether it could be pulled, and pulls nothing.
  if (compose.options.dryRun) return;
  const tag = reference.digest ?? reference.tag ?? 'latest';
  for await (const message of compose.client.images.pull(familiarName(reference), { tag, auth: credentialsForImage(compose, image), ...(platform && { platform }) })) {
    if (message.errorDetail || message.error) throw new ComposeError('pull', message.errorDetail?.message ?? message.error ?? '');
    show(message);
  }
}

const finished: readonly string[] = ['Download complete', 'Already exists', 'Pull complete'];

/** A layer's progress, as a line below the image's. */
function showLayer(writer: ProgressWriter, parentId: string, { id = '', status = '', progressDetail }: JsonMessage): void {
  if (id === '' || !progressDetail) return;
  const isDone = finished.includes(status) || status.includes('Image is up to date') || status.includes('Downloaded newer image');
  const { current = 0, total = 0 } = /^(?:Downloading|Extracting|Verifying Checksum)$/.test(status) ? progressDetail : {};
  writer.event({
    id, parentId, text: status, status: isDone ? 'done' : 'working', statusText: progressText(progressDetail, 200), current, total,
    percent: isDone ? 100 : total > 0 ? Math.floor((current * 100) / total) : 0,
  });
}
