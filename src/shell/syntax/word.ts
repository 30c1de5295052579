import type { ParsedScript } from 'unbash';
import type { SourceUnit } from './source-unit.ts';

/** A word made ready for expansion. */
export type Part =
  /** Unquoted text from the script: its pattern characters count, it is not split. */
  | { kind: 'literal'; text: string }
  /** Unquoted text of an operand (`${x:-a b}`): split like the result of an expansion. */
  | { kind: 'splittable'; text: string }
  /** Quoted text. */
  | { kind: 'quoted'; text: string }
  /** `"…"`, also when empty. */
  | { kind: 'double'; parts: Part[] }
  | { kind: 'parameter'; parameter: Parameter }
  | { kind: 'command'; script: ParsedScript; unit: SourceUnit; text: string }
  | { kind: 'arithmetic'; parts: Part[]; static: string | undefined }
  | { kind: 'process'; direction: '<' | '>'; script: ParsedScript; unit: SourceUnit };

/** `$name` or `${…}`. */
export interface Parameter {
  name: string;
  /** `!` of `${!name}`, `#` of `${#name}`. */
  prefix: '!' | '#' | undefined;
  subscript: Part[] | undefined;
  /** The subscript's text when it is constant, such as `@`. */
  subscriptText: string | undefined;
  operation: Operation | undefined;
  text: string;
}

export type Operation =
  | { kind: 'default'; operator: '-' | '=' | '+' | '?'; colon: boolean; operand: Part[] }
  | { kind: 'remove'; side: '#' | '%'; longest: boolean; pattern: Part[] }
  | { kind: 'replace'; operator: '/' | '//' | '/#' | '/%'; pattern: Part[]; replacement: Part[] }
  | { kind: 'slice'; offset: Part[]; length: Part[] | undefined }
  | { kind: 'case'; operator: '^' | '^^' | ',' | ',,' | '~' | '~~'; pattern: Part[] | undefined }
  | { kind: 'transform'; operator: string }
  | { kind: 'names'; operator: '@' | '*' }
  | { kind: 'bad' };

/** A word after brace expansion: what `expand` turns into fields. */
export interface CompiledWord {
  parts: Part[];
  /** The only field when nothing needs expanding. */
  constant: string | undefined;
  /** Tilde prefixes may count: the text starts with one, or is an assignment with one. */
  tilde: boolean;
}
