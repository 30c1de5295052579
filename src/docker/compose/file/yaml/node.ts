import type { ScalarStyle } from './token.ts';
import type { Mark } from './yaml-error.ts';

interface NodeBase {
  readonly start: Mark;
  readonly end: Mark;
  /** As written, `!!name` for YAML's own; absent: none. */
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: ScalarStyle;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  items: YamlNode[];
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  entries: [key: YamlNode, value: YamlNode][];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: YamlNode;
}

/** What stands in a YAML text, with its place. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode | AliasNode;

export const isMergeKey = (node: YamlNode): boolean => node.kind === 'scalar' && node.value === '<<' && node.style === 'plain' && (node.tag === undefined || node.tag === '!' || node.tag === '!!merge');
