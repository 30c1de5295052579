/** @type {Set<() => void>} */
const closers = new Set();
let listening = false;

function closeAll() {
  for (const close of [...closers]) close();
}

/**
 * Ends a child process (or calls a function) when this process ends, however it ends.
 * @param {import('node:child_process').ChildProcess | (() => void)} what
 * @returns {() => void} takes it off the list again
 */
export function endAtExit(what) {
  if (!listening) {
    listening = true;
    process.on('exit', closeAll);
    for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]]) process.on(signal, () => process.exit(128 + number));
  }
  const close = typeof what === 'function' ? what : () => what.kill('SIGTERM');
  closers.add(close);
  return () => closers.delete(close);
}
