import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from '../process/exclusively.mjs';
import { run } from '../process/run.mjs';
import { root } from './root.mjs';

/** The packages of a lock file, by place; none when there is no such file. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Whether what is installed is what the lock file says. Optional packages may be missing: they are for other systems. */
function isInstalled() {
  const installed = packagesOf(join('node_modules', '.package-lock.json'));
  return Object.entries(packagesOf('package-lock.json')).every(([place, { version, optional }]) =>
    place === '' || installed[place]?.version === version || (optional && !installed[place]));
}

/**
 * Runs `npm ci` when node_modules is not what the lock file says.
 * @param {{ quiet?: boolean }} [options] `quiet` sends npm's words to stderr, for commands whose stdout is somebody else's.
 */
export async function ensureInstalled({ quiet = false } = {}) {
  if (isInstalled()) return;
  // Two installations at once destroy each other's.
  await exclusively(join(root, '.cache', 'npm-ci.lock'), async (alsoHeldBy) => {
    if (isInstalled()) return;
    process.stderr.write('Installing the packages of package-lock.json (npm ci) …\n');
    // Installing works with the Node that is there; only what runs afterwards needs a newer one.
    const result = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      stdout: quiet ? 'stderr' : 'inherit',
      stderr: 'inherit',
      onStart: alsoHeldBy,
    });
    if (result.exitCode !== 0) {
      throw new Error(`npm ci failed (exit status ${result.exitCode}); its words are above. Is the package registry in reach?`);
    }
  });
}
