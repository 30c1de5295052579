import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { baseName, isDirectory, joinPath, quote, reason, type Tool, UsageError } from '../program/index.ts';

/** Whether `path` names a directory (symbolic links followed). */
export function isDirectoryAt(process: Process, path: string): boolean {
  try {
    return isDirectory(process.stat(path).mode);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** The pairs (from, to) that `cp`, `mv`, `ln` and `install` make of their operands; undefined when the target is wrong, which was said. */
export async function pairsOf(tool: Tool, operands: string[], targetDirectory: string | undefined, noTargetDirectory: boolean, words: (folder: string, why: string) => string = (folder, why) => `target directory ${quote(folder)}: ${why}`): Promise<[string, string][] | undefined> {
  const { process, busybox } = tool;
  const inside = (folder: string, name: string): string => joinPath(folder, baseName(name));
  if (targetDirectory !== undefined) {
    if (operands.length === 0) throw new UsageError('missing file operand');
    if (!isDirectoryAt(process, targetDirectory)) {
      await tool.error(words(targetDirectory, process.exists(targetDirectory) ? 'Not a directory' : 'No such file or directory'));
      return undefined;
    }
    return operands.map((operand) => [operand, inside(targetDirectory, operand)]);
  }
  const [first, ...rest] = operands;
  if (first === undefined) throw new UsageError('missing file operand');
  const last = rest.at(-1);
  if (last === undefined) throw new UsageError(`missing destination file operand after ${quote(first)}`);
  if (noTargetDirectory) {
    if (operands.length > 2) throw new UsageError(`extra operand ${quote(operands[2] ?? '')}`);
    return [[first, last]];
  }
  if (isDirectoryAt(process, last)) return operands.slice(0, -1).map((operand) => [operand, inside(last, operand)]);
  if (operands.length > 2) {
    try {
      process.stat(last);
      await tool.error(busybox ? `target '${last}' is not a directory` : `target ${quote(last)}: Not a directory`);
    } catch (error) {
      await tool.error(busybox ? `target '${last}' is not a directory` : `target ${quote(last)}: ${reason(error)}`);
    }
    return undefined;
  }
  return [[first, last]];
}
