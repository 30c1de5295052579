import type { Process } from '../../kernel/index.ts';

/** What the user typed when Tab was pressed. */
export interface CompletionRequest {
  /** Words of the command up to the cursor, unquoted; the last is the one to complete (may be empty). */
  readonly words: readonly string[];
  /** The word to complete: the last of `words`. */
  readonly current: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The shell's process, for reading files or asking a daemon. */
  readonly process: Process;
}

/** A possible word. A string stands for `{ value, space: true }`. */
export interface Completion {
  value: string;
  /** Whether a space follows when it is the only one; default true. */
  space?: boolean;
  /** What the list shows, when not the value. */
  label?: string;
}

/** Finds the words that may stand at the cursor. `undefined`: complete file names. */
export type Completer = (request: CompletionRequest) => readonly (string | Completion)[] | undefined | Promise<readonly (string | Completion)[] | undefined>;

/** Completers by command name; docker and compose add theirs. */
export class CompleterRegistry {
  readonly #completers = new Map<string, Completer>();

  /** Registers the completer of a command; the last registration wins. */
  register(command: string, completer: Completer): void {
    this.#completers.set(command, completer);
  }

  get(command: string): Completer | undefined {
    return this.#completers.get(command);
  }
}
