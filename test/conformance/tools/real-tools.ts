import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, extraTools, filesOf, type ToolCase, withoutAddresses } from './case.ts';
import { fixtureEnvironment, fixturePort } from './http/fixture.ts';

/** Whether this machine has the tools that a topic was recorded with. */
export function hasRealTools(topic: string): boolean {
  const { stdout } = spawnSync('/bin/bash', ['-c', `ls --version | head -1; awk -W version 2>&1 | head -1; command -v ${(extraTools[topic] ?? ['cat']).join(' ')} | wc -l`], { encoding: 'utf8', env: { PATH: `${environment.PATH}:/usr/games` } });
  const [ls = '', awk = '', found = '0'] = (stdout ?? '').split('\n');
  return ls.endsWith(' 9.7') && awk.startsWith('mawk 1.3.4') && Number(found) === (extraTools[topic]?.length ?? 1);
}

/** Runs a case with the machine's tools in an empty folder. */
export function runReal(one: ToolCase): { stdout: string; stderr: string; status: number } {
  const folder = mkdtempSync(join(tmpdir(), 'tool-case-'));
  const cwd = join(folder, 'case');
  try {
    mkdirSync(cwd);
    if (one.server === 'http') startHttp();
    for (const { name, path } of filesOf(one)) copyFileSync(path, join(cwd, name));
    const { stdout, stderr, status } = spawnSync(one.files === undefined ? '/bin/sh' : '/usr/bin/setsid', [...(one.files === undefined ? [] : ['-w', '/bin/sh']), '-c', 'umask 022; printf %s "$0" | bash -c "$1"', one.stdin ?? '', one.script], { cwd, env: { ...environment, ...(one.server === 'http' ? fixtureEnvironment : {}), ...one.env }, encoding: 'utf8', timeout: 20_000 });
    const clean = (text: string): string => withoutAddresses(text.replaceAll(cwd, '/tmp/case'));
    return { stdout: clean(stdout), stderr: clean(stderr), status: status ?? -1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let http = false;

/** Starts the fixture once; it ends with this process. */
function startHttp(): void {
  if (http) return;
  http = true;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'http', 'serve.ts')], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  spawnSync('/bin/bash', ['-c', `until exec 3<>/dev/tcp/127.0.0.1/${fixturePort}; do sleep 0.05; done 2>/dev/null`], { timeout: 10_000 });
}
