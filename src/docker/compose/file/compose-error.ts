/** Why Compose can't go on: the files can't be read (`parse`) or say what can't be (`invalid`), one is missing, or the command is called wrongly (`other`). */
export type ComposeErrorKind = 'parse' | 'not found' | 'invalid' | 'other';

/** A Compose file that is refused. The message is what the real command says. */
export class ComposeFileError extends Error {
  override readonly name = 'ComposeFileError';
  readonly kind: ComposeErrorKind;
  /** Keys from the root to what is wrong, where there is one: for an editor. */
  readonly path: readonly string[] | undefined;

  constructor(kind: ComposeErrorKind, message: string, path?: readonly string[]) {
    super(message);
    this.kind = kind;
    this.path = path;
  }
}

/** Does the work; a ComposeFileError without a place gets this one. */
export function placed<T>(path: readonly string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ComposeFileError && !error.path ? new ComposeFileError(error.kind, error.message, path) : error;
  }
}
