import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether one of the processes that a lock file names runs. */
function isHeld(path) {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean).map(Number).some(isAlive);
  } catch {
    return false;
  }
}

/**
 * Does something that one process at a time may do. A lock of processes that are gone does not count.
 * @template T
 * @param {string} path the lock file
 * @param {(alsoHeldBy: (pid: number) => void) => Promise<T>} work `alsoHeldBy` names a child process, which may outlive this one
 * @returns {Promise<T>}
 */
export async function exclusively(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isHeld(path)) await new Promise((resolve) => setTimeout(resolve, 200));
    else rmSync(path, { force: true });
  }
  try {
    return await work((pid) => appendFileSync(path, `${pid}\n`));
  } finally {
    rmSync(path, { force: true });
  }
}
