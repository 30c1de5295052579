import { decode, decoderError, scalarOf, YamlError, type YamlNode, YamlParser } from './yaml/index.ts';

/** The `name:` at the top of a text's first document; empty without one. `strict`: YAML that can't be read is thrown, else it counts as none. */
export function nameIn(content: string, strict: boolean): string {
  try {
    const root = new YamlParser(content).next();
    if (root?.kind !== 'mapping') {
      if (root && !(root.kind === 'scalar' && scalarOf(root) === null)) throw wrongType(root, 'cli.named');
      return '';
    }
    const shallow = { ...root, entries: root.entries.map(([key, value]) => [key, key.kind === 'scalar' && key.value === 'name' ? value : key] as [typeof key, typeof value]) };
    const decoded = decode(shallow);
    const entry = root.entries.findLast(([key]) => key.kind === 'scalar' && key.value === 'name')?.[1];
    const node = entry?.kind === 'alias' ? entry.target : entry;
    if (node && node.kind !== 'scalar') throw wrongType(node, 'string');
    return decoded instanceof Map && decoded.get('name') !== null && node?.kind === 'scalar' ? node.value : '';
  } catch (error) {
    if (strict || !(error instanceof YamlError)) throw error;
    return '';
  }
}

function wrongType(node: YamlNode, wanted: string): YamlError {
  return decoderError([{ mark: node.start, message: `line ${node.start.line + 1}: cannot unmarshal ${tagOf(node)} into ${wanted}` }]);
}

function tagOf(node: { kind: string; value?: string }): string {
  if (node.kind === 'sequence') return '!!seq';
  if (node.kind === 'mapping') return '!!map';
  const value = node.value ?? '';
  return `!!str ${value.length > 10 ? `\`${value.slice(0, 7)}...\`` : `\`${value}\``}`;
}
