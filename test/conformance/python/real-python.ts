import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Outcome, scriptPath } from './case.ts';

const python = '/usr/bin/python3';
/** Debian's packages of the modules, in the versions that were recorded, and what a process 1 of one's own needs. */
const modules = 'import flask, jinja2, os, requests, shutil; from importlib.metadata import version; assert (version("flask"), version("requests")) == ("3.1.1", "2.32.3") and os.geteuid() == 0 and shutil.which("pgrep")';

/** Whether Debian's python3 with its modules is here. */
export const hasRealPython: boolean = spawnSync(python, ['-c', modules], { stdio: 'ignore' }).status === 0;

/** Runs a script with it. */
export function runReal(source: string): Outcome {
  mkdirSync(dirname(scriptPath), { recursive: true });
  writeFileSync(scriptPath, source);
  try {
    const { stdout, stderr, status } = spawnSync(python, [scriptPath, 'a'], { encoding: 'utf8', cwd: '/', env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' } });
    return { stdout, stderr, exitCode: status ?? -1 };
  } finally {
    rmSync(dirname(scriptPath), { recursive: true });
  }
}
