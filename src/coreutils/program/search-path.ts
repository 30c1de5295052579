import { isSystemError, SystemError, type Process, type SpawnOptions } from '../../kernel/uapi/index.ts';
import { isDirectory } from './mode.ts';

/** PATH when the environment has none. */
export const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Where `command` is found, as execvp(3) finds it. Throws ENOENT, or EACCES when it was found but may not be run. */
export function findProgram(process: Process, command: string, path = process.env['PATH'] ?? defaultPath): string {
  if (command.includes('/')) return command;
  let denied = false;
  for (const folder of path.split(':')) {
    const candidate = `${folder === '' ? '.' : folder}/${command}`;
    try {
      if (isDirectory(process.stat(candidate).mode)) continue;
      if (process.access(candidate, 'x')) return candidate;
      denied = true;
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  throw new SystemError(denied ? 'EACCES' : 'ENOENT', command);
}

/** A child that runs a command line, found in PATH: execvp(3). A file without `#!` is run by /bin/sh. */
export function spawnCommand(process: Process, argv: readonly string[], options?: SpawnOptions): number {
  const [command = ''] = argv;
  const path = findProgram(process, command, options?.env?.['PATH']);
  try {
    return process.spawn(path, argv, options);
  } catch (error) {
    if (!isSystemError(error, 'ENOEXEC')) throw error;
    return process.spawn('/bin/sh', ['/bin/sh', path, ...argv.slice(1)], options);
  }
}

/** Replaces the program by a command line, found in PATH: execvp(3). */
export async function execCommand(process: Process, argv: readonly string[], env: Record<string, string> = process.env): Promise<never> {
  const [command = ''] = argv;
  const path = findProgram(process, command, env['PATH']);
  try {
    return await process.exec(path, argv, env);
  } catch (error) {
    if (!isSystemError(error, 'ENOEXEC')) throw error;
    return await process.exec('/bin/sh', ['/bin/sh', path, ...argv.slice(1)], env);
  }
}
