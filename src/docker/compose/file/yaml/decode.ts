import { decodeUtf8 } from '../../../../base/index.ts';
import { goQuote } from '../../../../base/go/index.ts';
import { isMergeKey, type MappingNode, type YamlNode } from './node.ts';
import { resolvePlain, resolveTagged, type Scalar } from './resolve.ts';
import { decoderError, YamlError, type YamlFault } from './yaml-error.ts';

/** A decoded value; a mapping may still have keys that are no strings. */
export type Decoded = Scalar | Decoded[] | Map<Scalar, Decoded>;

/** Nodes to values, with merge keys. Keys that are there twice are gathered and thrown at the end, as YamlError. */
export function decode(root: YamlNode): Decoded {
  const decoder = new Decoder();
  const value = decoder.decode(root) ?? null;
  if (decoder.faults.length > 0) throw decoderError(decoder.faults);
  return value;
}

/** How many values a document may have, what aliases repeat included. */
const most = 400_000;

class Decoder {
  readonly faults: YamlFault[] = [];
  readonly #open = new Set<YamlNode>();
  #decoded = 0;

  /** Undefined where it can't be decoded; the entry is left out. */
  decode(node: YamlNode): Decoded | undefined {
    if (++this.#decoded > most) throw new YamlError('document contains excessive aliasing');
    if (node.kind === 'alias') {
      if (this.#open.has(node.target)) throw new YamlError(`anchor '${node.name}' value contains itself`, node.start);
      return this.decode(node.target);
    }
    if (node.kind === 'scalar') return scalarOf(node);
    this.#open.add(node);
    try {
      if (node.kind === 'mapping') return this.#mapping(node);
      const items: Decoded[] = [];
      for (const item of node.items) {
        const value = this.decode(item);
        if (value !== undefined) items.push(value);
      }
      return items;
    } finally {
      this.#open.delete(node);
    }
  }

  #mapping(node: MappingNode): Decoded | undefined {
    if (this.#repeats(node)) return undefined;
    const map = new Map<Scalar, Decoded>();
    this.#fill(node, map);
    return map;
  }

  /** Keys of the mapping itself come first, then what it merges, the first one winning. */
  #fill(node: MappingNode, map: Map<Scalar, Decoded>): void {
    let merged: YamlNode | undefined;
    for (const [keyNode, valueNode] of node.entries) {
      if (isMergeKey(keyNode)) {
        merged = valueNode;
        continue;
      }
      const key = this.decode(keyNode);
      if (key === undefined) continue;
      if (Array.isArray(key) || key instanceof Map) throw new YamlError(`invalid map key: ${goSyntax(key)}`, keyNode.start);
      if (map.has(key)) continue;
      const value = this.decode(valueNode);
      if (value !== undefined) map.set(key, value);
    }
    if (merged) this.#merge(merged, map);
  }

  #merge(node: YamlNode, map: Map<Scalar, Decoded>): void {
    const parts = node.kind === 'sequence' ? node.items : [node];
    for (const part of parts) {
      const target = part.kind === 'alias' ? part.target : part;
      if (target.kind !== 'mapping') throw new YamlError('map merge requires map or sequence of maps as the value', part.start);
      if (!this.#repeats(target)) this.#fill(target, map);
    }
  }

  #repeats(node: MappingNode): boolean {
    const before = this.faults.length;
    node.entries.forEach(([first], i) => {
      for (const [second] of node.entries.slice(i + 1)) {
        const value = keyText(second);
        if (first.kind !== second.kind || keyText(first) !== value) continue;
        this.faults.push({ mark: second.start, message: `line ${second.start.line + 1}: mapping key ${goQuote(value)} already defined at line ${first.start.line + 1}` });
      }
    });
    return this.faults.length > before;
  }
}

function keyText(node: YamlNode): string {
  return node.kind === 'scalar' ? node.value : node.kind === 'alias' ? node.name : '';
}

/** What a scalar node stands for. Throws YamlError. */
export function scalarOf(node: YamlNode & { kind: 'scalar' }): Scalar {
  if (node.tag === '!!binary') return decodeUtf8(Uint8Array.from(atob(node.value), (char) => char.charCodeAt(0)));
  if (node.tag !== undefined) return resolveTagged(node.tag, node.value);
  return node.style === 'plain' ? resolvePlain(node.value).value : node.value;
}

function goSyntax(value: Decoded): string {
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (value instanceof Map) return `map[string]interface {}{${[...value].map(([key, item]) => `${goSyntax(key)}:${goSyntax(item)}`).join(', ')}}`;
  if (value === null) return 'interface {}(nil)';
  return typeof value === 'string' ? goQuote(value) : String(value);
}
