import { indentJson } from '../../../../base/go/index.ts';
import type { SolveStatus } from '../../../api/index.ts';
import type { BuildDisplay } from './display.ts';
import { Trace } from './trace.ts';

/** The messages themselves, as JSON. */
export class RawDisplay implements BuildDisplay {
  readonly trace = new Trace();
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  update(status: SolveStatus, now: number): void {
    this.trace.update(status, 80, now);
    this.#write(`${indentJson(status, '  ')}\n`);
  }

  refresh(): void {
    // Each message is printed when it comes.
  }

  done(): void {
    // Nothing is left to print.
  }
}
