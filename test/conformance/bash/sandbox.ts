import { coreutilsPrograms } from '../../../src/coreutils/index.ts';
import { buildTree, Kernel, type Process, programStub, type TreeEntry } from '../../../src/kernel/index.ts';
import { ashDialect, createBash, dashDialect } from '../../../src/shell/index.ts';
import { type BashCase, caseDirectory, environment } from './case.ts';

/** A machine with bash (as `sh` perhaps another shell) and the small programs, as the scripts expect them; `more` lies on its disk besides. */
export function bootForBash(shell: 'bash' | 'dash' | 'ash' = 'bash', more: readonly TreeEntry[] = []): Kernel {
  const bash = createBash();
  const sh = shell === 'bash' ? bash : createBash({ dialect: shell === 'dash' ? dashDialect : ashDialect });
  const programs = new Map(Object.entries({ ...coreutilsPrograms, bash: () => bash, sh: () => sh }));
  const stubs = [...programs.keys()].map((name) => ({ path: `/usr/bin/${name}`, mode: 0o755, content: programStub(name), size: 100_000 }));
  const root = buildTree([
    { path: '/tmp', mode: 0o1777 }, { path: caseDirectory }, { path: '/root', mode: 0o700 }, { path: '/etc/passwd', content: 'root:x:0:0:root:/root:/bin/bash\n' }, { path: '/etc/group', content: 'root:x:0:\n' },
    { path: '/bin', symlink: 'usr/bin' }, ...stubs, ...more,
  ]);
  return new Kernel({ hostname: 'test', root, programs });
}

/** Runs a case with our shell on a fresh machine. */
export async function runInSandbox(one: BashCase, shell: 'bash' | 'dash' | 'ash' = 'bash'): Promise<{ stdout: string; stderr: string; status: number; left: string[] }> {
  const kernel = bootForBash(shell);
  const name = shell === 'bash' ? 'bash' : 'sh';
  const { init } = kernel;
  try {
    const [stdin, input] = init.pipe();
    const [output, stdout] = init.pipe();
    const [errors, stderr] = init.pipe();
    const args = one.args?.map((arg) => (arg === 'SCRIPT' ? one.script : arg)) ?? ['-c', one.script];
    const pid = init.spawn(`/usr/bin/${name}`, [name, ...args], { fds: { 0: stdin, 1: stdout, 2: stderr }, env: { ...environment }, cwd: caseDirectory, newSession: true });
    for (const fd of [stdin, stdout, stderr]) init.close(fd);
    const feed = async (): Promise<void> => {
      try {
        await init.write(input, one.stdin ?? '');
      } catch {
        // The script did not want it.
      }
      init.close(input);
    };
    const [out, err] = await Promise.all([readText(init, output), readText(init, errors), feed()]);
    const status = await init.wait(pid);
    const left = init.processes().filter((entry) => entry.pid !== init.pid).map((entry) => entry.argv.join(' '));
    return { stdout: out, stderr: err, status: status?.kind === 'exited' ? status.status : -1, left };
  } finally {
    kernel.dispose();
  }
}

/** Reads a pipe to its end as text. */
export async function readText(process: Process, fd: number): Promise<string> {
  const parts: Uint8Array[] = [];
  for (let part = await process.read(fd); part.length > 0; part = await process.read(fd)) parts.push(part);
  process.close(fd);
  return Buffer.concat(parts).toString('utf8');
}
