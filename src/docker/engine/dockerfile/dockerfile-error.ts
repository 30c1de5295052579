/** Lines of the Dockerfile, from 1, both included. */
export interface LineRange {
  start: number;
  end: number;
}

/** A mistake in a Dockerfile, in BuildKit's words. */
export class DockerfileError extends Error {
  override readonly name = 'DockerfileError';
  readonly range: LineRange | undefined;
  /** The parser's own complaints: the classic builder puts `failed to parse Dockerfile: ` before them. */
  readonly syntax: boolean;
  /** The message without the line's number. */
  readonly words: string;

  constructor(message: string, range?: LineRange, syntax = false, words = message) {
    super(message);
    this.range = range;
    this.syntax = syntax;
    this.words = words;
  }
}

/** An error that names its line. */
export function parseError(range: LineRange, message: string): DockerfileError {
  return new DockerfileError(`dockerfile parse error on line ${range.start}: ${message}`, range, false, message);
}
