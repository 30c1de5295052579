/** An event of the Engine API, as far as it matters here. */
interface EngineEvent {
  Type?: string;
  Action?: string;
  Actor?: { ID?: string; Attributes?: Readonly<Record<string, string>> };
}

/** What happens without anything being different afterwards. */
const idle = /^(?:exec_|top$|attach$|resize$)/;

function containerOf({ Type, Actor }: EngineEvent): string | undefined {
  return Type === 'container' ? Actor?.ID : Actor?.Attributes?.['container'];
}

/**
 * Tells from an engine's events when its state is another. What a check does is not told: of its containers, which come and go within it, nothing is left. While checks run, events are held back.
 */
export class EngineChanges {
  readonly #changed: () => void;
  #line = '';
  #checks = 0;
  #held: EngineEvent[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The next piece of the answer to `/events`: a JSON object on each line. */
  push(text: string): void {
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    const events = lines.filter(Boolean).map((line) => JSON.parse(line) as EngineEvent).filter(({ Action = '' }) => !idle.test(Action));
    if (this.#checks > 0) this.#held.push(...events);
    else if (events.length > 0) this.#changed();
  }

  /** A check begins; call the result when it has ended. */
  check(): () => void {
    this.#checks++;
    return () => {
      if (--this.#checks > 0) return;
      const held = this.#held;
      this.#held = [];
      const seen = (action: string): ReadonlySet<string | undefined> => new Set(held.filter(({ Type, Action }) => Type === 'container' && Action === action).map(containerOf));
      const [made, gone] = [seen('create'), seen('destroy')];
      if (held.some((event) => !(made.has(containerOf(event)) && gone.has(containerOf(event))))) this.#changed();
    };
  }
}
