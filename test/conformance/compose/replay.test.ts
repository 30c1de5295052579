import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootHost } from '../../../src/host/index.ts';
import { type ComposeCase, directoryOf, environment, normalize, readCases, type Step, topics } from './case.ts';

type Host = Awaited<ReturnType<typeof bootHost>>;

/** A step as one text. */
function show({ run, exit, stdout = '', stderr = '' }: Step): string {
  return `$ ${run}\n${stdout}${stderr && `--- stderr\n${stderr}`}--- exit ${exit}\n`;
}

/** Writes the case's files and runs its commands; gives each as one text. */
async function play(host: Host, topic: string, index: number, { files = {}, env = {}, steps }: ComposeCase): Promise<string[]> {
  const cwd = directoryOf(topic, index);
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const lines = Object.entries(files).flatMap(([path, text]) => {
    const full = `${cwd}/${path}`;
    return [`mkdir -p ${quote(full.slice(0, full.lastIndexOf('/')))}`, `printf '%s' ${quote(text)} > ${quote(full)}`];
  });
  const before = await host.exec([`mkdir -p ${cwd}`, ...lines].join('\n'), { user: 'root' });
  if (before.exitCode !== 0) throw new Error(before.stderr);
  const shown: string[] = [];
  for (const { run } of steps) {
    const { stdout, stderr, exitCode } = await host.exec(run, { user: 'root', cwd, env: { ...environment, PWD: cwd, ...env } });
    shown.push(show({ run, exit: exitCode, stdout: normalize(stdout), stderr: normalize(stderr) }));
  }
  return shown;
}

describe.each(topics())('%s: the sandbox reads Compose files as the real command does', (topic) => {
  let host: Host;
  beforeAll(async () => {
    host = await bootHost();
  });
  afterAll(() => host.dispose());

  it.for(readCases(topic).map((one, index) => ({ ...one, index })))('$name', async ({ index, ...one }) => {
    expect((await play(host, topic, index, one)).join('\n')).toBe(one.steps.map(show).join('\n'));
  });
});
