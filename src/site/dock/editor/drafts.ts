import { keep, recall } from '../kept.ts';

/** Quiet time after a change before drafts are kept, in milliseconds. */
const quietMs = 300;

/** What was edited and not saved, kept in the browser for the next visit: by lab, the texts by `HOST:PATH`. */
export class Drafts {
  readonly #read: () => Readonly<Record<string, string>>;
  #key: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `read` gives what is not saved now. */
  constructor(read: () => Readonly<Record<string, string>>) {
    this.#read = read;
    // The page may be gone without another word: closed, reloaded, put away on a phone.
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
  }

  /** From now on these are the drafts of another lab; gives those that were kept. */
  begin(lab: string): Readonly<Record<string, string>> {
    this.#key = `drydock.drafts.${lab}`;
    try {
      const kept: unknown = JSON.parse(recall(this.#key) ?? '{}');
      return typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {};
    } catch {
      return {};
    }
  }

  /** Something was edited or saved. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), quietMs);
  }

  /** Keeps them at once. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#key !== undefined) keep(this.#key, JSON.stringify(this.#read()));
  }
}
