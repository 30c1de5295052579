/** Whether the sandbox does what the real command does; the reference page and the learner's "not supported here" come from it. */
export type Support = 'yes' | { partly: string } | { no: string };

/** A flag of a command: how it is shown in help and how its values are read. */
export interface Flag<T> {
  readonly help: string;
  /** The word for its value in help (`list`, `string`); empty for a switch. */
  readonly type: string;
  readonly shorthand?: string;
  /** The value when the flag is not given. */
  readonly initial: T;
  /** The default as help shows it; empty when it is the zero value. */
  readonly defaultText?: string;
  /** The value of `--flag` without `=`; a flag without it takes the next argument. */
  readonly bareValue?: string;
  /** Not in help. */
  readonly hidden?: boolean;
  readonly deprecated?: string;
  /** Absent: yes. */
  readonly support?: Support;
  /** Reads a value; `previous` is what came before on the same command line, undefined at the first. Throws FlagValueError. */
  parse(text: string, previous: T | undefined, environment: FlagEnvironment): T;
}

/** What reading a value may look at. */
export interface FlagEnvironment {
  readonly env: Readonly<Record<string, string>>;
}

/** The flags of a command by name, without the dashes. */
export type FlagTable = Readonly<Record<string, Flag<unknown>>>;

/** The values that the flags of a table hold. */
export type FlagValues<F extends FlagTable> = { [K in keyof F]: F[K] extends Flag<infer T> ? T : never };

/** A value that a flag does not take; the message is what follows `invalid argument "x" for "--y" flag: `. */
export class FlagValueError extends Error {
  override readonly name = 'FlagValueError';
}

/** What most flags can have besides help. */
export interface FlagExtras {
  shorthand?: string;
  hidden?: boolean;
  deprecated?: string;
  support?: Support;
}
