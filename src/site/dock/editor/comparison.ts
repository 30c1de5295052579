import type { SolutionFile } from './solution-files.ts';

/** The event on the document by which a task asks for its solution beside the learner's files. */
export const comparisonAsked = 'drydock:compare';

/** What is to be compared, and on which host the learner's files are. */
export interface Comparison {
  files: readonly SolutionFile[];
  host: string;
}
