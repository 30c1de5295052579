import type { Cli } from '../cli.ts';
import { containerType } from '../schema/container.ts';
import { imageType } from '../schema/image.ts';
import { networkType } from '../schema/network.ts';
import { volumeType } from '../schema/volume.ts';
import type { Inspected } from './inspect.ts';

/** Kinds of objects that `docker inspect` knows, in the order in which it looks. */
export type ObjectKind = 'container' | 'image' | 'network' | 'volume';

const types = { container: containerType, image: imageType, network: networkType, volume: volumeType };

/** Asks the engine for an object; rejects with a DockerError when there is none. */
export async function findObject(cli: Cli, kind: ObjectKind, name: string, options: { size?: boolean; verbose?: boolean } = {}): Promise<Inspected> {
  const query = { ...(options.size && { size: '1' }), ...(options.verbose && { verbose: 'true' }) };
  const response = await cli.client.request({ path: pathOf(kind, name), query });
  return { raw: (await response.text()).trim(), type: types[kind] };
}

function pathOf(kind: ObjectKind, name: string): string {
  const escaped = name.split('/').map(encodeURIComponent).join('/').replace(/%3A/g, ':').replace(/%40/g, '@');
  return kind === 'container' || kind === 'image' ? `/${kind}s/${escaped}/json` : `/${kind}s/${escaped}`;
}
