import { spawn } from 'node:child_process';
import { environment } from '../install/node.mjs';
import { root } from '../install/root.mjs';
import { endAtExit } from './end-at-exit.mjs';

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ stdout?: 'inherit' | 'stderr' | 'collect', stderr?: 'inherit' | 'collect', stdin?: 'inherit' | 'ignore',
 *   env?: Record<string, string>, cwd?: string, signal?: AbortSignal,
 *   onStart?: (pid: number) => void }} [options]
 *   `collect` (default) gathers both streams, in the order they came, in `output`.
 * @returns {Promise<{ exitCode: number, output: string }>} 127 when the command does not exist, 128 + n when signal n ended it.
 */
export function run(command, args, options = {}) {
  const { stdout = 'collect', stderr = 'collect', stdin = 'ignore' } = options;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: environment(options.env),
      stdio: [stdin, stdout === 'collect' ? 'pipe' : stdout === 'stderr' ? 2 : 'inherit', stderr === 'collect' ? 'pipe' : 'inherit'],
      signal: options.signal,
    });
    const ended = endAtExit(child);
    if (child.pid !== undefined) options.onStart?.(child.pid);
    const gather = (chunk) => (output += chunk);
    child.stdout?.setEncoding('utf8').on('data', gather);
    child.stderr?.setEncoding('utf8').on('data', gather);
    child.on('error', (error) => {
      ended();
      resolve({ exitCode: 127, output: `${output}${command}: ${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      ended();
      resolve({ exitCode: code ?? 128 + (signalNumbers[signal] ?? 0), output });
    });
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
