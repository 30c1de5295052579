import { formatRfc3339Nano } from '../../../base/go/index.ts';
import type { Cli } from '../../cli/index.ts';
import { monochrome, rainbow, type Paint } from './log-colors.ts';

export interface LogScreenOptions {
  color: boolean;
  prefix: boolean;
  /** Whether lines get the time at which they are shown. */
  timestamps: boolean;
}

/** Lines of several containers, each behind its container's name in a colour of its own. */
export class LogScreen {
  readonly #cli: Cli;
  readonly #options: LogScreenOptions;
  readonly #next: () => Paint;
  readonly #paints = new Map<string, Paint>();
  #written: Promise<void> = Promise.resolve();

  constructor(cli: Cli, options: LogScreenOptions) {
    this.#cli = cli;
    this.#options = options;
    this.#next = options.color ? rainbow() : () => monochrome;
  }

  /** Gives a container its colour, and its name room in the prefix. */
  register(container: string): Paint {
    const paint = this.#paints.get(container) ?? this.#next();
    this.#paints.set(container, paint);
    return paint;
  }

  /** Shows a line that a container wrote. */
  line(container: string, text: string, stream: 'stdout' | 'stderr' = 'stdout'): void {
    const paint = this.register(container);
    const prefix = this.#options.prefix ? paint(`${container.padEnd(this.#width())} | `) : '';
    const now = this.#cli.clock.now();
    const time = this.#options.timestamps ? formatRfc3339Nano({ seconds: Math.floor(now / 1000), nanoseconds: (now % 1000) * 1e6 }) : '';
    // The real command clears the line on stdout, whatever stdout is.
    this.#write('stdout', '\x1b[2K');
    this.#write(stream, `${prefix}${time}${text}\n`);
  }

  /** Shows what happened to a container. */
  status(container: string, text: string): void {
    this.#write('stdout', this.register(container)(`${container} ${text}\n`));
  }

  /** Resolves when all is written. */
  flush(): Promise<void> {
    return this.#written;
  }

  #width(): number {
    return Math.max(0, ...[...this.#paints.keys()].map((name) => name.length)) + 1;
  }

  #write(stream: 'stdout' | 'stderr', text: string): void {
    this.#written = this.#written.then(() => (stream === 'stdout' ? this.#cli.out : this.#cli.err).print(text));
    this.#written.catch(() => undefined);
  }
}
