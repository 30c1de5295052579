import type { Mark } from './yaml-error.ts';

export type TokenKind =
  | 'stream start' | 'stream end' | 'version' | 'tag directive' | 'document start' | 'document end'
  | 'block sequence' | 'block mapping' | 'block end' | '[' | ']' | '{' | '}' | '-' | ',' | 'key' | 'value'
  | 'alias' | 'anchor' | 'tag' | 'scalar';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface Token {
  readonly kind: TokenKind;
  readonly start: Mark;
  readonly end: Mark;
  /** The text of a scalar, the name of an anchor or alias, the handle of a tag. */
  readonly value?: string;
  readonly suffix?: string;
  readonly style?: ScalarStyle;
}
