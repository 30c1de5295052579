import { readFileSync } from 'node:fs';
import { opensslCnf } from '../../../src/catalogue/authority/index.ts';
import { trustFiles, trustFolders, trustLinks } from '../../../src/host/disk/trust-files.ts';
import type { Process, TreeEntry } from '../../../src/kernel/index.ts';
import { readText, bootForBash } from '../bash/sandbox.ts';
import { environment, filesOf, type ToolCase, withoutAddresses } from './case.ts';
import { fixtureEnvironment, fixturePort, serveFixture } from './http/fixture.ts';

/** What the tools find on a Debian besides themselves. */
const files: readonly TreeEntry[] = [
  ...trustFolders.map(([path, mode]) => ({ path, mode })), ...trustFiles.map(([path, content]) => ({ path, content })), ...trustLinks.map(([path, symlink]) => ({ path, symlink })), { path: '/etc/hosts', content: '127.0.0.1\tlocalhost\n' },
];

/** Runs a case with our tools on a fresh machine. */
export async function runInSandbox(one: ToolCase): Promise<{ stdout: string; stderr: string; status: number }> {
  const kernel = bootForBash('bash', files);
  const { init } = kernel;
  try {
    if (one.files === 'openssl') {
      for (const path of ['/usr/lib', '/usr/lib/ssl']) if (!init.exists(path)) init.mkdir(path, 0o755);
      init.writeFile('/usr/lib/ssl/openssl.cnf', opensslCnf);
    }
    for (const { name, path } of filesOf(one)) init.writeFile(`/tmp/case/${name}`, readFileSync(path));
    if (one.server === 'http') serveHttp(init);
    const [stdin, input] = init.pipe();
    const [output, stdout] = init.pipe();
    const [errors, stderr] = init.pipe();
    const pid = init.spawn('/usr/bin/bash', ['bash', '-c', one.script], { fds: { 0: stdin, 1: stdout, 2: stderr }, env: { ...environment, ...(one.server === 'http' ? fixtureEnvironment : {}), ...one.env }, cwd: '/tmp/case', newSession: true });
    for (const fd of [stdin, stdout, stderr]) init.close(fd);
    const feed = init.write(input, one.stdin ?? '').then(() => init.close(input), () => init.close(input));
    const [out, err] = await Promise.all([readText(init, output), readText(init, errors), feed]);
    const status = await init.wait(pid);
    return { stdout: withoutAddresses(out), stderr: withoutAddresses(err), status: status?.kind === 'exited' ? status.status : -1 };
  } finally {
    kernel.dispose();
  }
}

/** The fixture as a process of the machine. */
function serveHttp(init: Process): void {
  const seen = new Map<string, number>();
  init.fork(async (process) => {
    const listener = process.listen({ family: 'inet', address: '127.0.0.1', port: fixturePort });
    for (;;) {
      const { fd } = await process.accept(listener);
      void serveFixture(process.stream(fd), seen);
    }
  });
}
