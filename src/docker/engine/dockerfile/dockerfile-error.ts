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

  constructor(message: string, range?: LineRange, syntax = false) {
    super(message);
    this.range = range;
    this.syntax = syntax;
  }
}

/** An error that names its line. */
export function parseError(range: LineRange, message: string): DockerfileError {
  return new DockerfileError(`dockerfile parse error on line ${range.start}: ${message}`, range);
}
