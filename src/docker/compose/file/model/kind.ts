import type { Value } from '../tree.ts';
import type { Emitted } from '../yaml/index.ts';

/** What decoding needs besides the value. */
export interface DecodeContext {
  /** Where the value stands: `services[web].mem_limit`. */
  readonly at: string;
  /** Gathers a value that can't be taken; `wrongType`: its type is another one than the field's. */
  problem(at: string, message: string, wrongType: boolean): void;
  warn(message: string): void;
}

/** A JSON value, as Go's encoder writes it: keys in their order. */
export type Json = null | boolean | number | string | readonly Json[] | ReadonlyMap<string, Json>;

/** How one of compose-go's types is read from the model, and written in YAML and JSON. The decoded value is undefined where Go's would be zero. */
export interface Kind {
  decode(value: Value, context: DecodeContext): unknown;
  yaml(value: unknown): Emitted;
  json(value: unknown): Json;
  /** What stands in JSON for a zero value that is not left out. */
  readonly zero?: Json;
}

/** What Go's decoder gives for a value it can't take; its caller adds where. */
export class DecodeProblem extends Error {
  override readonly name = 'DecodeProblem';
  /** Whether the value's type is another one than the field's. */
  readonly wrongType: boolean;

  constructor(message: string, wrongType = false) {
    super(message);
    this.wrongType = wrongType;
  }
}
