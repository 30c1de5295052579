/** Ends the command with a status; the message, if any, goes to stderr as it is. */
export class StatusError extends Error {
  override readonly name = 'StatusError';
  readonly status: number;

  constructor(status: number, message = '') {
    super(message);
    this.status = status;
  }
}

/** An error of the command itself: the message goes to stderr, the status is 1. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

/** The user said no: the command ends quietly and well. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The call says nothing to do: its help is shown instead. */
export class HelpRequested extends Error {
  override readonly name = 'HelpRequested';
}
