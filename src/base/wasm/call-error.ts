/** A system call that failed; `code` is the errno's name. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
