import type { SolveStatus } from '../../api/index.ts';
import { DisplayLoop, PlainDisplay, quietDisplay, Trace, TtyDisplay, type BuildDisplay } from '../../cli/index.ts';
import type { Compose } from '../runtime/index.ts';

/** The progress of several builds at once, on stdout as the real command has it: steps bear their service's name. */
export class BuildScreen {
  readonly #compose: Compose;
  readonly #loop: DisplayLoop;
  #written: Promise<void> = Promise.resolve();

  constructor(compose: Compose, quiet: boolean) {
    this.#compose = compose;
    this.#loop = new DisplayLoop(this.#display(quiet), compose.clock);
  }

  /** Takes a builder's message about a service's build. */
  update(service: string, status: SolveStatus): void {
    this.#loop.update({ ...status, ...(status.vertexes && { vertexes: status.vertexes.map((vertex) => ({ ...vertex, name: prefixed(service, vertex.name) })) }) });
  }

  /** Shows what is left. */
  async end(): Promise<void> {
    this.#loop.done();
    await this.#written;
  }

  #display(quiet: boolean): BuildDisplay {
    const { options, out, process } = this.#compose;
    const write = (text: string): void => {
      this.#written = this.#written.then(() => out.print(text));
    };
    if (quiet || options.progress === 'quiet') return quietDisplay(new Trace());
    if (options.progress === 'tty' || (options.progress === 'auto' && out.isTerminal)) {
      return new TtyDisplay({ description: 'docker:default', size: () => process.windowSize(1), color: !options.noColor, write });
    }
    return new PlainDisplay('building with "default" instance using docker driver', write);
  }
}

/** `[internal] load …` → `[web internal] load …`; a step without brackets gets its own. */
function prefixed(service: string, name: string): string {
  return name.startsWith('[') ? `[${service} ${name.slice(1)}` : `[${service}] ${name}`;
}
