import { fileType, fileTypeMask, isSystemError, type Process } from '../../../kernel/index.ts';
import { joinPath } from '../container/volume-spec.ts';

/** What buildx says when the context is a git repository and there is no git to ask about its commit; else nothing. `context` is `build`'s argument. */
export function gitNotice(process: Process, context: string): string {
  const { env } = process;
  if (context === '' || context === '-' || /^(0|f|false)$/i.test(env['BUILDX_GIT_INFO'] ?? '')) return '';
  if (!isDirectory(process, joinPath(process.cwd, `${context}/.git`))) return '';
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  if (folders.some((folder) => process.exists(`${folder}/git`))) return '';
  return 'WARNING: current commit information was not captured by the build: git was not found in the system: exec: "git": executable file not found in $PATH\n';
}

function isDirectory(process: Process, path: string): boolean {
  try {
    return (process.stat(path).mode & fileTypeMask) === fileType.directory;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
