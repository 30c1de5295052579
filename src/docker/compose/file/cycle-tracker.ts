import { ComposeFileError } from './compose-error.ts';

/** Services that are being extended, to notice a circle. */
export class CycleTracker {
  readonly #loaded: readonly { filename: string; service: string }[];

  constructor(loaded: readonly { filename: string; service: string }[] = []) {
    this.#loaded = loaded;
  }

  /** With one more. Throws ComposeFileError when it is there already. */
  add(filename: string, service: string): CycleTracker {
    const next = { filename, service };
    const [first] = this.#loaded;
    if (first && this.#loaded.some((one) => one.filename === filename && one.service === service)) {
      const lines = [...this.#loaded.slice(1), next].map((one) => `  extends ${one.service} in ${one.filename}`);
      throw new ComposeFileError('invalid', ['Circular reference:', `  ${first.service} in ${first.filename}`, ...lines].join('\n'));
    }
    return new CycleTracker([...this.#loaded, next]);
  }
}
