const words = {
  'garbage': 'had unsupported trailing garbage',
  'unknown': 'is unknown',
  'requires': 'requires parameter',
  'bad-use': 'is badly used here',
  'bad-number': 'expected a proper numerical parameter',
  'negative': 'expected a positive numerical parameter',
  'unsupported': 'the installed libcurl version does not support this',
  'unsupported-protocol': 'a specified protocol is unsupported by libcurl',
  'no-prefix': 'the given option cannot be reversed with a --no- prefix',
  'too-large': 'too large number',
  'resume-header-name': '--continue-at and --remote-header-name cannot be combined',
  'read': 'error encountered when reading a file',
  'expand': 'variable expansion failure',
  'blank': 'blank argument where content is expected',
  'variable-syntax': 'syntax error in --variable argument',
} as const;

/** What can be wrong with an option. */
export type OptionProblem = keyof typeof words;

/** An option that cannot be taken. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  readonly problem: OptionProblem;

  constructor(problem: OptionProblem) {
    super(words[problem]);
    this.problem = problem;
  }

  /** curl's exit status. */
  get status(): number {
    return this.problem === 'read' ? 26 : this.problem === 'unsupported-protocol' ? 1 : 2;
  }
}

/** An option that asks for words of curl's own instead of transfers. */
export class InformationRequest extends Error {
  override readonly name = 'InformationRequest';
  readonly text: { out?: string; err?: string };

  constructor(text: { out?: string; err?: string }) {
    super();
    this.text = text;
  }
}
