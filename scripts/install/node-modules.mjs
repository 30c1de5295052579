import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.mjs';
import { root } from './root.mjs';

/** Whether node_modules is missing or older than the lock file. */
function outdated() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

/**
 * Runs `npm ci` when node_modules is not what the lock says.
 * @param {{ quiet?: boolean }} [options] `quiet` sends npm's words to stderr, for commands whose stdout is somebody else's.
 */
export async function ensureInstalled({ quiet = false } = {}) {
  if (!outdated()) return;
  process.stderr.write('Installing the packages of package-lock.json (npm ci) …\n');
  // Installing works with the Node that is there; only what runs afterwards needs a newer one.
  const result = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdout: quiet ? 'stderr' : 'inherit',
    stderr: 'inherit',
  });
  if (result.exitCode !== 0) {
    throw new Error(`npm ci failed (exit status ${result.exitCode}); its words are above. Is the package registry in reach?`);
  }
}
