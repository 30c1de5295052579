import type { EngineAnswers, EngineImage } from '../engine/engine-answers.ts';
import { type Layer, layersOf } from './image-layers.ts';

/** An image of the host. */
export interface ImageOf {
  id: string;
  /** The first tag, else `<none>` and the short id. */
  name: string;
  tags: readonly string[];
  /** What a command calls it by. */
  reference: string;
  /** Bytes of all its layers, shared or not: what `docker images` says. */
  size: number;
  /** Bytes of the layers that no other image has. */
  own: number;
  layers: readonly Layer[];
}

/** Layers that always come together: they carry the same images. */
export interface Stack {
  /** Chain of the topmost layer; of an image without layers its id. */
  key: string;
  /** The lowest first. */
  layers: readonly Layer[];
  /** Images that end here. */
  images: readonly ImageOf[];
  /** All images that stand on these layers, those that end here too. */
  carried: readonly ImageOf[];
  /** What is built on top. */
  above: readonly Stack[];
}

/** Images and the stacks that they form: layers that several images have are there once. */
export function imageStacks({ images, parts }: Pick<EngineAnswers, 'images' | 'parts'>): { images: ImageOf[]; stacks: Stack[]; stored: number } {
  const layered = images.map((image) => {
    const found = parts.get(image.Id);
    return { image, layers: found ? layersOf(found) : [] };
  });
  const owners = new Map<string, Set<string>>();
  const stored = new Map<string, number>();
  for (const { image, layers } of layered) {
    for (const { chain, size } of layers) {
      stored.set(chain, size);
      owners.set(chain, (owners.get(chain) ?? new Set()).add(image.Id));
    }
  }
  const made = layered.map(({ image, layers }) => imageOf(image, layers, (layer) => owners.get(layer.chain)?.size === 1));
  made.sort((a, b) => Number(a.tags.length === 0) - Number(b.tags.length === 0) || a.name.localeCompare(b.name));
  const bare = made.filter(({ layers }) => layers.length === 0).map((image): Stack => ({ key: image.id, layers: [], images: [image], carried: [image], above: [] }));
  return { images: made, stacks: [...stackUp(made.filter(({ layers }) => layers.length > 0), 0), ...bare], stored: [...stored.values()].reduce((sum, size) => sum + size, 0) };
}

function imageOf(image: EngineImage, layers: readonly Layer[], own: (layer: Layer) => boolean): ImageOf {
  const tags = (image.RepoTags ?? []).filter((tag) => tag !== '<none>:<none>');
  const short = image.Id.replace(/^sha256:/, '').slice(0, 12);
  const bytes = layers.filter(own).reduce((sum, { size }) => sum + size, 0);
  return { id: image.Id, name: tags[0] ?? `<none> ${short}`, tags, reference: tags[0]?.replace(/:latest$/, '') ?? short, size: image.Size, own: bytes, layers };
}

/** Stacks of images that agree in their lowest `depth` layers. */
function stackUp(images: readonly ImageOf[], depth: number): Stack[] {
  return [...Map.groupBy(images, ({ layers }) => layers[depth]?.chain ?? '').values()].map((carried) => {
    const first = carried[0]?.layers ?? [];
    let top = depth + 1;
    while (carried.every(({ layers }) => layers.length > top && layers[top]?.chain === first[top]?.chain)) top++;
    const layers = first.slice(depth, top);
    const ends = carried.filter((image) => image.layers.length === top);
    return { key: layers.at(-1)?.chain ?? '', layers, images: ends, carried, above: stackUp(carried.filter((image) => image.layers.length > top), top) };
  });
}
