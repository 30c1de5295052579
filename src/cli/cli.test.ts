import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Runs the command line as `npm run -s NAME -- …` does it. */
function cli(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], { encoding: 'utf8' });
  return { stdout, stderr, status };
}

it.each([
  [['sandbox', '--nope'], "sandbox: Unknown option '--nope'"],
  [['sandbox', '-c'], "sandbox: Option '-c, --command <value>' argument missing"],
  [['engine', 'x'], "engine: Unexpected argument 'x'"],
  [['labs', 'test', '--backend', 'moon'], 'labs: --backend is sandbox or docker, not moon'],
  [['labs', 'lint', 'nolab'], 'labs: there is no lab nolab; labs are: '],
])('%s: a sentence and status 2', (args, words) => {
  const { stdout, stderr, status } = cli(...args);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr.slice(0, words.length)).toBe(words);
  expect(stderr).not.toContain('    at ');
});

it('says how a command is called', () => {
  expect(cli('labs', '--help')).toEqual({ stdout: 'Usage: npm run -s labs -- list | lint [ID…] | test [ID…] [--backend sandbox|docker] [--changed]\n', stderr: '', status: 0 });
});
