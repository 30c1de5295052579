import { EngineError } from '../engine-error.ts';
import { hasErrno, type HostFiles } from '../ports/host-files.ts';

const linkType = 0o120000;
const typeMask = 0o170000;
const mostLinks = 40;

/** The path of something in a volume, symbolic links followed; what leads out of the volume is refused. */
export function volumeSubpath(files: HostFiles, base: string, subpath: string): string {
  const escapes = (): never => {
    throw new EngineError('system', `path concatenation escapes the base directory, base: ${base}, subpath: ${subpath}`);
  };
  const todo = subpath.split('/');
  const done: string[] = [];
  for (let links = 0; todo.length > 0;) {
    const part = todo.shift() ?? '';
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (done.pop() === undefined) escapes();
      continue;
    }
    const path = [base, ...done, part].join('/');
    if ((modeOf(files, base, subpath, path) & typeMask) !== linkType) done.push(part);
    else {
      const target = files.readlink(path);
      if (target.startsWith('/') || ++links > mostLinks) escapes();
      todo.unshift(...target.split('/'));
    }
  }
  return [base, ...done].join('/');
}

function modeOf(files: HostFiles, base: string, subpath: string, path: string): number {
  try {
    return files.lstat(path).mode;
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw new EngineError('system', `cannot access path ${base}/${subpath}: lstat ${path}: ${hasErrno(error, 'ENOENT') ? 'no such file or directory' : 'not a directory'}`);
  }
}
