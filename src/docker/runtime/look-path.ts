import { isSystemError, type Process } from '../../kernel/index.ts';
import { RuntimeError } from '../engine/index.ts';

/** Go's words for an errno: those of strerror, in lower case. */
export function goErrno(error: unknown): string {
  return isSystemError(error) ? error.message.slice(error.path === undefined ? 0 : error.path.length + 2).toLowerCase() : String(error);
}

/** The file that a name means: exec.LookPath of Go, whose words runc passes on. Throws RuntimeError. */
export function lookPath(process: Process, name: string, path: string): string {
  if (name.includes('/')) {
    const problem = executableProblem(process, name);
    if (problem !== undefined) throw new RuntimeError(`exec: ${JSON.stringify(name)}: ${problem}`);
    return name;
  }
  for (const directory of path.split(':')) {
    const candidate = directory === '' ? `./${name}` : `${directory}/${name}`;
    if (executableProblem(process, candidate) === undefined) return candidate;
  }
  throw new RuntimeError(`exec: ${JSON.stringify(name)}: executable file not found in $PATH`);
}

function executableProblem(process: Process, path: string): string | undefined {
  try {
    const { mode } = process.stat(path);
    if ((mode & 0o170000) === 0o040000) return 'is a directory';
    return process.access(path, 'x') ? undefined : 'permission denied';
  } catch (error) {
    if (isSystemError(error)) return `stat ${path}: ${goErrno(error)}`;
    throw error;
  }
}
