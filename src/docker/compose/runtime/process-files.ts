import { decodeUtf8, readAll } from '../../../base/index.ts';
import { fileType, fileTypeMask, isSystemError, type Process } from '../../../kernel/index.ts';
import { goMessage } from '../../cli/index.ts';
import { FileProblem, type ComposeFiles } from '../file/index.ts';

/** The files that Compose reads, of a process's file system. */
export function filesOf(process: Process): ComposeFiles {
  return {
    workingDir: logicalDirectory(process),
    home: process.env['HOME'],
    kindOf(path) {
      try {
        return (process.stat(path).mode & fileTypeMask) === fileType.directory ? 'directory' : 'file';
      } catch (error) {
        if (isSystemError(error)) return undefined;
        throw error;
      }
    },
    readText(path) {
      try {
        return process.readTextFile(path);
      } catch (error) {
        if (isSystemError(error)) throw new FileProblem(`${error.code === 'EISDIR' ? 'read' : 'open'} ${goMessage(error)}`, error.code === 'ENOENT');
        throw error;
      }
    },
    readInput: async () => decodeUtf8(await readAll({ read: (max) => process.read(0, max) })),
    realPath(path) {
      try {
        return process.realpath(path);
      } catch (error) {
        if (isSystemError(error)) return path;
        throw error;
      }
    },
  };
}

/** Go's os.Getwd: PWD where it names the directory, by way of links too. */
function logicalDirectory(process: Process): string {
  const pwd = process.env['PWD'];
  if (!pwd?.startsWith('/')) return process.cwd;
  try {
    return process.realpath(pwd) === process.realpath(process.cwd) ? pwd : process.cwd;
  } catch (error) {
    if (isSystemError(error)) return process.cwd;
    throw error;
  }
}
