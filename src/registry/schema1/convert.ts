import { decodeUtf8, encodeUtf8, sha256Hex } from '../../base/index.ts';
import { type Digest, digestHex, type HistoryEntry, type Manifest } from '../../oci/index.ts';

/** A manifest of schema 1, members in the order in which they are written. */
export interface Schema1Manifest {
  schemaVersion: 1;
  name: string;
  tag: string;
  architecture: string;
  /** Layers, the uppermost first. */
  fsLayers: { blobSum: Digest }[];
  /** For each layer an image of its own, as JSON text. */
  history: { v1Compatibility: string }[];
}

/** The layer of steps that change no file: an empty archive, gzipped. */
export const emptyLayer: { digest: Digest; bytes: Uint8Array } = {
  digest: 'sha256:a3ed95caeb02ffe68cdd9fd84406680ae93d633cb16422d00e8a7c22955b46d4',
  bytes: Uint8Array.from([31, 139, 8, 0, 0, 9, 110, 136, 0, 255, 98, 24, 5, 163, 96, 20, 140, 88, 0, 8, 0, 0, 255, 255, 46, 175, 181, 239, 0, 4, 0, 0]),
};

/** Makes schema 1 of schema 2: every step of the image's history becomes a layer with an image of its own. Undefined when the image tells no history, or one that does not fit its layers. */
export function convertToSchema1(name: string, tag: string, manifest: Manifest, configBytes: Uint8Array): Schema1Manifest | undefined {
  const text = decodeUtf8(configBytes);
  const config = JSON.parse(text) as { architecture?: string; history?: HistoryEntry[]; [key: string]: unknown };
  const steps = config.history ?? [];
  if (steps.length === 0 || steps.filter((step) => !step.empty_layer).length !== manifest.layers.length) return undefined;
  const fsLayers: Schema1Manifest['fsLayers'] = [];
  const history: Schema1Manifest['history'] = [];
  let parent = '';
  let used = 0;
  for (const [index, step] of steps.entries()) {
    const blobSum = step.empty_layer ? emptyLayer.digest : (manifest.layers[used++]?.digest ?? emptyLayer.digest);
    const last = index === steps.length - 1;
    const id = sha256Hex(encodeUtf8(last ? `${digestHex(blobSum)} ${parent} ${text}` : `${digestHex(blobSum)} ${parent}`));
    fsLayers.unshift({ blobSum });
    history.unshift({ v1Compatibility: goText(last ? lastImage(config, id, parent, step) : image(id, parent, step)) });
    parent = id;
  }
  return { schemaVersion: 1, name, tag, architecture: config.architecture ?? '', fsLayers, history };
}

function image(id: string, parent: string, step: HistoryEntry): object {
  return {
    id, ...(parent !== '' && { parent }), ...(step.comment && { comment: step.comment }), created: step.created ?? '0001-01-01T00:00:00Z', container_config: { Cmd: [step.created_by ?? ''] },
    ...(step.author && { author: step.author }), ...(step.empty_layer && { throwaway: true }),
  };
}

/** The image itself: its configuration without what schema 1 did not know, members sorted. */
function lastImage(config: Record<string, unknown>, id: string, parent: string, step: HistoryEntry): object {
  const { rootfs: _rootfs, history: _history, ...rest } = config;
  const members = { ...rest, id, ...(parent !== '' && { parent }), ...(step.empty_layer && { throwaway: true }) };
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON as Go's encoding/json writes it. */
function goText(document: object): string {
  return JSON.stringify(document).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
