import type { SolveStatus } from '../../api/index.ts';
import { DisplayLoop, PlainDisplay, quietDisplay, Trace, TtyDisplay, type BuildDisplay } from '../../cli/index.ts';
import type { Compose } from '../runtime/index.ts';

/** The progress of several builds at once, on stdout as the real command has it: steps bear their service's name. */
export class BuildScreen {
  readonly #compose: Compose;
  readonly #loop: DisplayLoop;
  /** By service, what stands for a step's digest here. */
  readonly #steps = new Map<string, Map<string, string>>();
  #written: Promise<void> = Promise.resolve();

  constructor(compose: Compose, quiet: boolean) {
    this.#compose = compose;
    this.#loop = new DisplayLoop(this.#display(quiet), compose.clock);
    compose.ending.addEventListener('abort', () => this.#loop.stop(), { once: true });
  }

  /** Takes a builder's message about a service's build. */
  update(service: string, status: SolveStatus): void {
    const named = this.#steps.get(service) ?? new Map<string, string>();
    this.#steps.set(service, named);
    for (const { digest, name } of status.vertexes ?? []) named.set(digest, named.get(digest) ?? stepOf(service, digest, name));
    const step = (digest: string): string => named.get(digest) ?? digest;
    this.#loop.update({
      ...(status.vertexes && { vertexes: status.vertexes.map((vertex) => ({ ...vertex, digest: step(vertex.digest), name: prefixed(service, vertex.name) })) }),
      ...(status.statuses && { statuses: status.statuses.map((part) => ({ ...part, vertex: step(part.vertex) })) }),
      ...(status.logs && { logs: status.logs.map((log) => ({ ...log, vertex: step(log.vertex) })) }),
      ...(status.warnings && { warnings: status.warnings.map((warning) => ({ ...warning, vertex: step(warning.vertex) })) }),
    });
  }

  /** Shows what has come: steps that services share are told once for each. */
  flush(): void {
    this.#loop.flush();
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
      // `end` tells of it.
      this.#written.catch(() => undefined);
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

/** What is fetched from a registry is one step for all services; the rest is each one's own. */
function stepOf(service: string, digest: string, name: string): string {
  return /^\[[^\]]*\] (?:load metadata for|FROM) (.*)$/.test(name) ? name.replace(/^\[[^\]]*\] /, '') : `${service} ${digest}`;
}
