/** A place in the text: line and column from 0. */
export interface Mark {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** One of several faults of a text, with its place. */
export interface YamlFault {
  readonly mark: Mark;
  /** `line 3: mapping key "a" already defined at line 2` */
  readonly message: string;
}

/** YAML that can't be read, in go-yaml's words; `mark` is where it was noticed. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  readonly mark: Mark | undefined;
  /** What the decoder gathered; empty when the parser stopped. */
  readonly faults: readonly YamlFault[];

  constructor(message: string, mark?: Mark, faults: readonly YamlFault[] = []) {
    super(`yaml: ${message}`);
    this.mark = mark;
    this.faults = faults;
  }
}

/** Faults that the decoder gathered, as one error. */
export function decoderError(faults: readonly YamlFault[]): YamlError {
  return new YamlError(`unmarshal errors:\n${faults.map(({ message }) => `  ${message}`).join('\n')}`, faults[0]?.mark, faults);
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
