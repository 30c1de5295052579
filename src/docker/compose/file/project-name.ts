import { ComposeFileError } from './compose-error.ts';

/** A name as projects may have it: small letters, digits, hyphens and underscores, the first one a letter or digit. */
export function normalizeProjectName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9_-]/g, '').replace(/^[_-]+/, '');
}

export function projectNameProblem(name: string): ComposeFileError {
  return new ComposeFileError(
    'invalid',
    `invalid project name ${JSON.stringify(name)}: must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number`,
  );
}
