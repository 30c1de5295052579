import type { EngineHistoryItem, EngineImageParts } from '../engine/engine-answers.ts';

/** One layer of an image as the engine stores it. */
export interface Layer {
  /** Names the layer together with all below it: two images share a layer when this is the same. */
  chain: string;
  diffId: string;
  /** The Dockerfile instruction that made it: `RUN apt-get update`; empty when the history does not say. */
  instruction: string;
  /** Bytes that it adds. */
  size: number;
}

/** The image's layers, the lowest first: the diff ids of its RootFS, each with the line of its history that made it. */
export function layersOf({ layers, history }: EngineImageParts): Layer[] {
  const made = layerLines([...history].reverse(), layers.length);
  let chain = '';
  return layers.map((diffId, index) => {
    chain = hash(`${chain} ${diffId}`);
    const line = made[index];
    return { chain, diffId, instruction: line ? instructionOf(line.CreatedBy) : '', size: line?.Size ?? 0 };
  });
}

/**
 * The lines of a history (oldest first) that made a layer. The API does not mark them: a line with a size made one; of those with none, RUN, COPY and ADD
 * made an empty one before WORKDIR did, and the rest only if nothing else is left.
 */
function layerLines(history: readonly EngineHistoryItem[], count: number): readonly EngineHistoryItem[] {
  const rank = ({ CreatedBy, Size }: EngineHistoryItem): number => {
    if (Size > 0) return 0;
    const verb = instructionOf(CreatedBy).split(' ', 1)[0] ?? '';
    return /^(RUN|COPY|ADD)$/.test(verb) ? 1 : verb === 'WORKDIR' ? 2 : 3;
  };
  const ranked = history.map((line, index) => ({ line, index, rank: rank(line) }));
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, count)
    .toSorted((a, b) => a.index - b.index)
    .map(({ line }) => line);
}

/** A line of the history as it stood in the Dockerfile: `/bin/sh -c #(nop)  CMD ["sh"]` is `CMD ["sh"]`, `RUN /bin/sh -c make # buildkit` is `RUN make`. */
export function instructionOf(createdBy: string): string {
  const line = createdBy.replace(/\s+# buildkit$/, '').trim();
  const shell = /^(?:RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/(?:ba)?sh -(?:[a-z]*)c /.exec(line);
  const rest = shell ? line.slice(shell[0].length).trim() : line;
  if (rest.startsWith('#(nop)')) return rest.slice('#(nop)'.length).trim();
  return shell ? `RUN ${rest}` : rest;
}

/** 53 bits of a text, as cyrb53 mixes them: short names for long chains. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (2097152 * (low >>> 0) + (high >>> 11)).toString(36);
}
