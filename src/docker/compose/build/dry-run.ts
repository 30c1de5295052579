import { sha1 } from '@noble/hashes/legacy.js';
import { encodeUtf8, toHex } from '../../../base/index.ts';
import type { Compose } from '../runtime/index.ts';

/** What a build would say; gives an id of its own. */
export async function dryRunBuild(compose: Compose, service: string, image: string): Promise<string> {
  const id = `dryRun-${toHex(sha1(encodeUtf8(service)))}`;
  await compose.progress((writer) => {
    writer.event({ id: ' ', status: 'done', text: `build service ${service}` });
    writer.event({ id: '==>', status: 'done', text: `==> writing image ${id}` });
    writer.event({ id: '==> ==>', status: 'done', text: `naming to ${image}` });
    return Promise.resolve();
  }, 'Building');
  return id;
}
