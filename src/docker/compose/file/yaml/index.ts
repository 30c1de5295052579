export { decode, scalarOf, type Decoded } from './decode.ts';
export { emitYaml, type Emitted } from './emit.ts';
export { formatG, shortest32 } from './float.ts';
export { compareKeys } from './key-order.ts';
export { isMergeKey, type YamlNode } from './node.ts';
export { YamlParser } from './parser.ts';
export type { Scalar } from './resolve.ts';
export { Timestamp } from './timestamp.ts';
export { decoderError, type Mark, YamlError } from './yaml-error.ts';
