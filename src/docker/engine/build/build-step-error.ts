/** A RUN that ended with another status than 0: the client ends with that. */
export class BuildStepError extends Error {
  override readonly name = 'BuildStepError';
  readonly detail: { code: number };

  constructor(message: string, code: number) {
    super(message);
    this.detail = { code };
  }
}
