import { isMergeKey } from '../yaml/index.ts';
import type { Mark, YamlNode } from '../yaml/index.ts';

/** Where something stands in the text. */
export interface Place {
  readonly start: Mark;
  readonly end: Mark;
}

/** The place of what a path names: the key, or the item of a list. Where the text has less, the deepest part of the path that it has. `key`: a key of the mapping at the path. */
export function placeOf(root: YamlNode, path: readonly string[], key?: string): Place {
  let node = root;
  let place: Place = { start: root.start, end: root.start };
  for (const part of key === undefined ? path : [...path, key]) {
    const step = stepInto(node, part);
    if (!step) break;
    ({ node, place } = step);
  }
  return place;
}

/** The place of the value at a path: its own, where it is on one line. */
export function valuePlaceOf(root: YamlNode, path: readonly string[]): Place {
  let node = root;
  for (const part of path) {
    const step = stepInto(node, part);
    if (!step) return placeOf(root, path);
    ({ node } = step);
  }
  return node.kind === 'scalar' && node.start.line === node.end.line && node.end.index > node.start.index ? node : placeOf(root, path);
}

function stepInto(given: YamlNode, part: string): { node: YamlNode; place: Place } | undefined {
  const node = given.kind === 'alias' ? given.target : given;
  if (node.kind === 'sequence') {
    const index = /^\[?(\d+)\]?$/.exec(part)?.[1];
    const item = index === undefined ? node.items.find((one) => names(one, part)) : node.items[Number(index)];
    return item && { node: item, place: item };
  }
  if (node.kind !== 'mapping') return undefined;
  for (const [key, value] of node.entries.toReversed()) if (key.kind === 'scalar' && key.value === part) return { node: value, place: key };
  for (const [key, value] of node.entries) {
    if (!isMergeKey(key)) continue;
    for (const merged of value.kind === 'sequence' ? value.items : [value]) {
      const step = stepInto(merged, part);
      if (step) return step;
    }
  }
  return undefined;
}

/** Whether an item of a list is about that name: `db`, `db:alias`, `{source: db}`. */
function names(item: YamlNode, name: string): boolean {
  const node = item.kind === 'alias' ? item.target : item;
  if (node.kind === 'scalar') return node.value === name || node.value.startsWith(`${name}:`) || node.value.startsWith(`${name}=`);
  return node.kind === 'mapping' && node.entries.some(([key, value]) => key.kind === 'scalar' && key.value === 'source' && value.kind === 'scalar' && value.value === name);
}
