/** The files that Compose reads, and where it stands: filled by the process, by a test, or by an editor's page. */
export interface ComposeFiles {
  /** Absolute. */
  readonly workingDir: string;
  readonly home: string | undefined;
  /** What stands at a path, links followed; undefined: nothing. */
  kindOf(path: string): 'file' | 'directory' | undefined;
  /** Throws FileProblem. */
  readText(path: string): string;
  /** Everything on standard input. */
  readInput(): Promise<string>;
  /** The path without symbolic links; the path itself where there is nothing. */
  realPath(path: string): string;
}

/** A file that can't be read: Go's words for it, such as `open /x: no such file or directory`. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  /** Whether there is none. */
  readonly missing: boolean;

  constructor(message: string, missing: boolean) {
    super(message);
    this.missing = missing;
  }
}
