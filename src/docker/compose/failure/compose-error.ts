/** What kind of failure ends the command; `exitStatus` has the status for each. */
export type ComposeFailure = 'other' | 'parse' | 'not found' | 'syntax' | 'build' | 'pull' | 'canceled';

/** An error of Compose itself: the message goes to stderr as it is. */
export class ComposeError extends Error {
  override readonly name = 'ComposeError';
  readonly failure: ComposeFailure;

  constructor(failure: ComposeFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** The status that each kind of failure ends with. */
export const exitStatus: Readonly<Record<ComposeFailure, number>> = { other: 1, 'not found': 14, parse: 15, syntax: 16, build: 17, pull: 18, canceled: 130 };
