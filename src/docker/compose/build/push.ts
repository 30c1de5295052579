import { familiarName, parseReference } from '../../../oci/index.ts';
import type { JsonMessage } from '../../api/index.ts';
import { credentialsForImage, progressText, streamError } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import type { ProgressWriter } from '../progress/index.ts';
import { quietWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';

/** Pushes images one after the other and tells of it. Throws ComposeError with what the registry said. */
export async function pushImages(compose: Compose, images: readonly string[], writer: Pick<ProgressWriter, 'event'> = quietWriter): Promise<void> {
  if (compose.options.dryRun) return;
  for (const image of images) {
    const reference = parseReference(image);
    for await (const message of compose.client.images.push(familiarName(reference), { tag: reference.tag ?? 'latest', auth: credentialsForImage(compose, image) })) {
      if (message.errorDetail || message.error) throw new ComposeError('other', streamError(message).message);
      showLayer(writer, image, message);
    }
  }
}

function showLayer(writer: Pick<ProgressWriter, 'event'>, image: string, { id = '', status = '', progressDetail }: JsonMessage): void {
  if (id === '') return;
  const isDone = /^(?:pushed|layer already exists)$/i.test(status);
  const { current = 0, total = 0 } = progressDetail ?? {};
  writer.event({
    id: `Pushing ${image}: ${id}`, text: status, status: isDone ? 'done' : 'working', statusText: progressDetail ? progressText(progressDetail, 200) : '', current, total,
    percent: isDone ? 100 : total > 0 ? Math.floor((current * 100) / total) : 0,
  });
}
