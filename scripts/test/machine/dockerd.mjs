import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../process/run.mjs';
import { endAtExit } from '../../process/end-at-exit.mjs';
import { canInstall, ensureCommands, findCommand } from './debian.mjs';

const answers = async () => (await run('docker', ['version', '--format', '{{.Server.Version}}'])).exitCode === 0;

/** A Docker engine: the one that runs, or a dockerd of our own, ended with this process. Returns why not, where there can be none. */
export async function ensureDocker() {
  if (findCommand('docker') && (await answers())) return undefined;
  if (!canInstall) return 'no Docker engine answers, and only root on Debian starts one';
  await ensureCommands({ docker: 'docker-cli', dockerd: 'docker.io', iptables: 'iptables' });
  if (await answers()) return undefined;
  if (!existsSync('/sys/fs/cgroup/cgroup.controllers') && readdirSync('/sys/fs/cgroup').length === 0) {
    // A machine without an init system mounts no control groups.
    await run('mount', ['-t', 'cgroup2', 'cgroup2', '/sys/fs/cgroup']);
  }
  const folder = join(tmpdir(), `drydock-dockerd-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, 'log'), 'w');
  const child = spawn(findCommand('dockerd') ?? 'dockerd', ['--pidfile', join(folder, 'pid')], { stdio: ['ignore', log, log] });
  closeSync(log);
  endAtExit(child);
  let ended = false;
  child.on('exit', () => (ended = true)).on('error', () => (ended = true));
  child.unref();
  for (let attempt = 0; attempt < 300 && !ended; attempt++) {
    if (await answers()) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const words = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').slice(-5).join('\n');
  return `dockerd does not start on this machine:\n${words}`;
}
