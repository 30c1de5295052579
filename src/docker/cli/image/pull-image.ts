import { familiarName, parseReference, withDefaultTag } from '../../../oci/index.ts';
import type { Cli, Output } from '../cli.ts';
import { displayMessages } from '../progress/json-messages.ts';
import { credentialsForImage } from '../registry-credentials.ts';

/** Pulls an image as `run` does, with progress on `out` (none when undefined). */
export async function pullForCreate(cli: Cli, image: string, options: { platform: string; out: Output | undefined }): Promise<void> {
  const reference = withDefaultTag(parseReference(image));
  const messages = cli.client.images.pull(familiarName(reference), { tag: reference.digest ?? reference.tag ?? '', platform: options.platform, auth: credentialsForImage(cli, image) });
  const quiet: Output = { isTerminal: false, write: () => Promise.resolve(), print: () => Promise.resolve() };
  await displayMessages(messages, options.out ?? quiet, { columns: cli.windowSize().columns || 200 });
}
