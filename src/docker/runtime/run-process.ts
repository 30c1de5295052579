import { isSystemError, type Process } from '../../kernel/index.ts';
import { type ProcessSpec, RuntimeError } from '../engine/index.ts';
import { goErrno, lookPath } from './look-path.ts';

/**
 * The last steps of a container's process, in it: directory, user, program. `started` is called when nothing but execve is left: what fails there is told on
 * standard error by the process itself, as runc's init does. Throws RuntimeError before that.
 */
export async function runProcess(process: Process, spec: ProcessSpec, seccomp: ReadonlySet<string> | undefined, started: () => void): Promise<number> {
  try {
    process.chdir(spec.cwd);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new RuntimeError(`chdir to cwd (${JSON.stringify(spec.cwd)}) set in config.json failed: ${goErrno(error)}`);
  }
  const { uid, gid, additionalGids } = spec.user;
  const bounding = spec.capabilities === 'all' ? spec.capabilities : new Set(spec.capabilities);
  process.setCredentials({
    uid, gid, euid: uid, egid: gid, groups: additionalGids,
    capabilities: uid !== 0 ? new Set() : bounding, bounding, ...(seccomp && { seccomp }),
  });
  const env = Object.fromEntries(spec.env.map((variable) => {
    const equals = variable.indexOf('=');
    return [variable.slice(0, equals), variable.slice(equals + 1)];
  }));
  const [name = ''] = spec.args;
  const path = lookPath(process, name, env.PATH ?? '');
  started();
  try {
    return await process.exec(path, spec.args, env);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await process.write(2, `exec ${path}: ${goErrno(error)}\n`);
    return 1;
  }
}
