import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BashCase, caseDirectory, environment } from './case.ts';

/** Version of /bin/bash, such as `5.2`; undefined when there is none. */
export function realBashVersion(): string | undefined {
  const { stdout, error } = spawnSync('/bin/bash', ['-c', 'echo ${BASH_VERSINFO[0]}.${BASH_VERSINFO[1]}'], { encoding: 'utf8' });
  return error ? undefined : stdout.trim();
}

/** Whether this machine has the very shell that the recordings are made with. */
export function hasReal(shell: 'bash' | 'dash' | 'ash'): boolean {
  if (shell === 'bash') return realBashVersion() === '5.2';
  if (shell === 'dash') return existsSync('/usr/bin/dash');
  return spawnSync('busybox', [], { encoding: 'utf8' }).stdout?.startsWith('BusyBox v1.37.') ?? false;
}

/** How each is started: dash and busybox as `sh`. */
const commands = { bash: 'bash', dash: 'env --argv0=sh dash', ash: 'env --argv0=sh busybox' };

/** Runs a case with the real shell in an empty folder. */
export function runReal(one: BashCase, shell: 'bash' | 'dash' | 'ash' = 'bash'): Required<Pick<BashCase, 'stdout' | 'stderr' | 'status'>> {
  const folder = mkdtempSync(join(tmpdir(), 'bash-case-'));
  const cwd = join(folder, 'case');
  const input = join(folder, 'stdin');
  try {
    mkdirSync(cwd);
    writeFileSync(input, one.stdin ?? '');
    const args = one.args?.map((arg) => (arg === 'SCRIPT' ? one.script : arg)) ?? ['-c', one.script];
    // A real pipe: on a socket, which Node would give it, bash reads ~/.bashrc.
    const { stdout, stderr, status } = spawnSync('/bin/sh', ['-c', `cat "$0" | ${commands[shell]} "$@"`, input, ...args], { cwd, env: { ...environment }, encoding: 'utf8', timeout: 20_000 });
    const clean = (text: string): string => text.replaceAll(cwd, caseDirectory);
    return { stdout: clean(stdout), stderr: clean(stderr), status: status ?? -1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
