/** Why Compose can't go on, for `docker compose`'s status: what is wrong with the files, or what is missing. */
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
