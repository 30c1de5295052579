import type { Value } from '../tree.ts';
import type { Emitted } from '../yaml/index.ts';

/** What decoding needs besides the value. */
export interface DecodeContext {
  /** Where the value stands: `services[web].mem_limit`. */
  readonly at: string;
  /** Gathers a value that can't be taken; `sentence` is the whole of what Go's decoder says. */
  problem(at: string, message: string, sentence: string): void;
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

/** A value that Go's decoder can't take. */
export class DecodeProblem extends Error {
  override readonly name = 'DecodeProblem';
  readonly #sentence: ((at: string) => string) | undefined;

  /** `sentence` says it with the place; default: `error decoding 'PLACE': MESSAGE`. */
  constructor(message: string, sentence?: (at: string) => string) {
    super(message);
    this.#sentence = sentence;
  }

  sentence(at: string): string {
    return this.#sentence?.(at) ?? decodingError(at, this.message);
  }
}

export function decodingError(at: string, message: string): string {
  return `error decoding '${at}': ${message}`;
}
