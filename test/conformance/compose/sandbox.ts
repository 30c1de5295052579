import type { bootHost } from '../../../src/host/index.ts';
import { type ComposeCase, directoryOf, environment, normalize, type Step } from './case.ts';

/** Writes the case's files on a host and runs its commands there; gives them with what they gave. Throws when the files can't be written. */
export async function runInSandbox(host: Awaited<ReturnType<typeof bootHost>>, topic: string, index: number, { files = {}, env = {}, steps }: ComposeCase): Promise<Required<Step>[]> {
  const cwd = directoryOf(topic, index);
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const lines = Object.entries(files).flatMap(([path, text]) => {
    const full = `${cwd}/${path}`;
    return [`mkdir -p ${quote(full.slice(0, full.lastIndexOf('/')))}`, `printf '%s' ${quote(text)} > ${quote(full)}`];
  });
  const before = await host.exec([`mkdir -p ${cwd}`, ...lines].join('\n'), { user: 'root' });
  if (before.exitCode !== 0) throw new Error(before.stderr);
  const played: Required<Step>[] = [];
  for (const { run } of steps) {
    const { stdout, stderr, exitCode } = await host.exec(run, { user: 'root', cwd, env: { ...environment, PWD: cwd, ...env } });
    played.push({ run, exit: exitCode, stdout: normalize(stdout), stderr: normalize(stderr) });
  }
  return played;
}
