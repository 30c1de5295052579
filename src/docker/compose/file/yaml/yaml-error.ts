/** A place in the text: line and column from 0. */
export interface Mark {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** YAML that can't be read, in go-yaml's words; `mark` is where it was noticed. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  readonly mark: Mark | undefined;
  /** Whether the decoder refused it, which goes on and gathers, and not the parser. */
  readonly decoding: boolean;

  constructor(message: string, mark?: Mark, decoding = false) {
    super(`yaml: ${message}`);
    this.mark = mark;
    this.decoding = decoding;
  }
}

/** A fault of the characters: go-yaml counts its lines from 1, and leaves the first one out. */
export function scannerError(problem: string, context: Mark, at: Mark): YamlError {
  const line = context.line || at.line;
  return new YamlError(`${line === 0 ? '' : `line ${line + 1}: `}${problem}`, at);
}

/** A fault of the structure: go-yaml counts its lines from 0, and leaves the first one out. */
export function parserError(problem: string, at: Mark, context?: Mark): YamlError {
  const line = context?.line || at.line;
  return new YamlError(`${line === 0 ? '' : `line ${line}: `}${problem}`, at);
}
