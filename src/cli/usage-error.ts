/** A command line that can't be used: the message says what was wrong and what is right. Ends with status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
