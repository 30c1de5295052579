import { ComposeFileError } from './compose-error.ts';
import { isTree, type Tree } from './tree.ts';
import type { YamlNode } from './yaml/index.ts';

/** Where a file said `!reset` or `!override`: keys from the root. */
export type ResetPaths = readonly (readonly string[])[];

/** A document with its aliases put in, and without what it resets; and where it resets or overrides. Throws ComposeFileError. */
export function resolveResets(root: YamlNode): { root: YamlNode | undefined; paths: ResetPaths } {
  const resolver = new ResetResolver();
  return { root: resolver.resolve(root, []), paths: resolver.paths };
}

/** How many nodes a document may have, what aliases repeat included. */
const most = 100_000;

class ResetResolver {
  readonly paths: (readonly string[])[] = [];
  readonly #visited = new Map<YamlNode, Set<string>>();
  #visits = 0;

  resolve(node: YamlNode, given: readonly string[]): YamlNode | undefined {
    const merge = given.indexOf('<<', 1);
    const path = merge < 0 ? given : given.toSpliced(merge, 1);
    if (++this.#visits > most) throw new ComposeFileError('parse', 'yaml: document contains excessive aliasing');
    if (node.kind === 'alias') {
      this.#checkCycle(node.target, path);
      return this.resolve(node.target, path);
    }
    if (node.tag === '!reset') {
      this.paths.push(path);
      return undefined;
    }
    if (node.tag === '!override') {
      this.paths.push(path);
      return node;
    }
    if (node.kind === 'scalar') return node;
    if (node.kind === 'sequence') {
      const items = node.items.map((item, index) => this.resolve(item, [...path, String(index)]));
      return { ...node, items: items.filter((item) => item !== undefined) };
    }
    const entries = node.entries.flatMap(([key, value]): [YamlNode, YamlNode][] => {
      const resolved = this.resolve(value, [...path, key.kind === 'scalar' ? key.value : '']);
      return resolved ? [[key, resolved]] : [];
    });
    return { ...node, entries };
  }

  /** An alias that stands inside what it names. */
  #checkCycle(node: YamlNode, path: readonly string[]): void {
    const before = this.#visited.get(node) ?? new Set<string>();
    for (let length = 1; length < path.length; length++) {
      const other = path.slice(0, length);
      if (before.has(other.join('.')) && !path.includes('<<') && !inDifferentServices(path, other)) {
        throw new ComposeFileError('parse', `cycle detected: node at path ${path.join('.')} references node at path ${other.join('.')}`);
      }
    }
    before.add(path.join('.'));
    this.#visited.set(node, before);
  }
}

function inDifferentServices(one: readonly string[], two: readonly string[]): boolean {
  const index = one.findIndex((part, i) => part === 'services' && two[i] === 'services' && i + 1 < one.length && i + 1 < two.length);
  return index >= 0 && one[index + 1] !== two[index + 1];
}

/** Takes out of a model what a later file resets or overrides. Changes the tree. */
export function applyResets(tree: Tree, paths: ResetPaths, at: readonly string[] = []): void {
  for (const [key, value] of tree) {
    const path = [...at, key];
    if (paths.some((pattern) => pattern.length === path.length && pattern.every((part, index) => part === '*' || part === path[index]))) tree.delete(key);
    else if (isTree(value)) applyResets(value, paths, path);
  }
}
