import { ComposeFileError } from './compose-error.ts';
import { FileProblem } from './compose-files.ts';
import { YamlError } from './yaml/index.ts';

/** How a failed load ends a command: with the status for files that can't be read (`parse`, 15), that are missing (`not found`, 14), or for a wrong call (`other`, 1). Undefined for another error. */
export function loadFailure(error: unknown): { failure: 'parse' | 'not found' | 'other'; message: string } | undefined {
  if (error instanceof FileProblem) return { failure: 'not found', message: error.message };
  if (error instanceof YamlError) return { failure: 'parse', message: error.message };
  if (error instanceof ComposeFileError) return { failure: error.kind === 'invalid' ? 'parse' : error.kind, message: error.message };
  return undefined;
}
