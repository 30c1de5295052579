import { joinPath } from './clean-path.ts';
import { ComposeFileError } from './compose-error.ts';
import { type ComposeFiles, FileProblem } from './compose-files.ts';
import { EnvFileProblem, parseEnvFile } from './dotenv.ts';
import { MissingVariable, TemplateProblem } from './template.ts';

/** What is wrong with an env file's text, in the words of the real one; undefined for another error. */
export function envProblemText(error: unknown): string | undefined {
  return error instanceof EnvFileProblem || error instanceof MissingVariable || error instanceof TemplateProblem ? error.message : undefined;
}

/** The variables of env files, later ones over earlier ones. Throws ComposeFileError. */
export function readEnvFiles(files: ComposeFiles, paths: readonly string[], environment: ReadonlyMap<string, string>, warn: (message: string) => void): Map<string, string> {
  const values = new Map<string, string>();
  for (const given of paths) {
    const path = given.startsWith('/') ? joinPath(given) : joinPath(files.workingDir, given);
    const kind = files.kindOf(path);
    if (kind === undefined) throw new ComposeFileError('not found', `Couldn't find env file: ${path}`);
    if (kind === 'directory') throw new ComposeFileError('invalid', `${path} is a directory`);
    try {
      const parsed = parseEnvFile(files.readText(path), { lookup: (name) => environment.get(name) ?? values.get(name), warn });
      for (const [key, value] of parsed) values.set(key, value);
    } catch (error) {
      const problem = envProblemText(error);
      if (problem === undefined) throw error instanceof FileProblem ? new ComposeFileError('invalid', error.message) : error;
      throw new ComposeFileError('invalid', `failed to read ${path}: ${problem}`);
    }
  }
  return values;
}
