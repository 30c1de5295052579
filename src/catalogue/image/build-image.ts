import { encodeUtf8 } from '../../base/index.ts';
import { type Descriptor, digestOf, type Digest, type ImageConfig, type ImageIndex, type Manifest, mediaTypes } from '../../oci/index.ts';
import { type Layer, packLayer } from '../../oci/layer/index.ts';
import type { FileRecipe } from '../recipe/file.ts';
import type { ImageRecipe, StepRecipe } from '../recipe/image.ts';
import { type ProgramStub, tarEntries } from '../recipe/tar-entries.ts';

/** How images are built. */
export interface BuildImageOptions {
  stub: ProgramStub;
  /** Sparse layers (default) are small and quick; a real Docker takes them, but only what is built with `false` can it push and save again. */
  sparse?: boolean;
  architecture?: 'amd64' | 'arm64';
}

/** An image of one platform, packed. */
export interface BuiltImage {
  recipe: ImageRecipe;
  config: ImageConfig;
  /** The configuration as bytes; its digest is the image id. */
  configBlob: Uint8Array;
  layers: Layer[];
  manifest: Manifest;
  manifestBlob: Uint8Array;
  /** Names the manifest, with its platform, as an index does. */
  descriptor: Descriptor;
}

const layerCache = new WeakMap<readonly FileRecipe[], Map<string, { stub: ProgramStub; layer: Layer }>>();

/** Packs a recipe into a real OCI image. The same recipe and stubs give the same digests. */
export function buildImage(recipe: ImageRecipe, options: BuildImageOptions): BuiltImage {
  const architecture = options.architecture ?? 'amd64';
  const steps = stepsOf(recipe);
  const layers = steps.flatMap(({ files, created }) => (files ? [packFiles(files, created, options)] : []));
  const config: ImageConfig = {
    architecture,
    ...(architecture === 'arm64' && { variant: 'v8' }),
    config: recipe.config,
    created: recipe.created,
    history: steps.map(({ created, createdBy, comment, files }) => (
      { created, created_by: createdBy, ...(comment !== undefined && { comment }), ...(!files && { empty_layer: true }) })),
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
  };
  const configBlob = encodeJson(config);
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    config: { mediaType: mediaTypes.ociConfig, digest: digestOf(configBlob), size: configBlob.length },
    layers: layers.map(({ descriptor }) => descriptor),
  };
  const manifestBlob = encodeJson(manifest);
  return { recipe, config, configBlob, layers, manifest, manifestBlob, descriptor: describe(manifestBlob, config) };
}

/** An index over the images of one recipe. */
export function buildIndex(images: readonly BuiltImage[]): { index: ImageIndex; blob: Uint8Array; digest: Digest } {
  const index: ImageIndex = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: images.map(({ descriptor }) => descriptor) };
  const blob = encodeJson(index);
  return { index, blob, digest: digestOf(blob) };
}

function stepsOf(recipe: ImageRecipe): (StepRecipe & { created: string })[] {
  const own = recipe.steps.map((step) => ({ ...step, created: step.created ?? recipe.created }));
  return recipe.from ? [...stepsOf(recipe.from), ...own] : own;
}

function packFiles(files: readonly FileRecipe[], created: string, { stub, sparse = true, architecture = 'amd64' }: BuildImageOptions): Layer {
  let layers = layerCache.get(files);
  if (!layers) layerCache.set(files, (layers = new Map()));
  const key = `${architecture} ${sparse} ${created}`;
  const known = layers.get(key);
  if (known?.stub === stub) return known.layer;
  // Most of a layer is headers that differ in a few bytes: better compression takes longer and gains little.
  const layer = packLayer(tarEntries(files, { mtime: Date.parse(created), stub, architecture }), { sparse, level: 1 });
  layers.set(key, { stub, layer });
  return layer;
}

function describe(manifest: Uint8Array, config: ImageConfig): Descriptor {
  const platform = { architecture: config.architecture, os: config.os, ...(config.variant !== undefined && { variant: config.variant }) };
  return { mediaType: mediaTypes.ociManifest, digest: digestOf(manifest), size: manifest.length, platform };
}

function encodeJson(document: object): Uint8Array {
  return encodeUtf8(JSON.stringify(document));
}
