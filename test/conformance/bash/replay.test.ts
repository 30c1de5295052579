import { describe, expect, it } from 'vitest';
import { readCases, shellOf, topics } from './case.ts';
import { hasReal, runReal } from './real-bash.ts';
import { runInSandbox } from './sandbox.ts';

describe.each(topics())('%s', (topic) => {
  it.each(readCases(topic).map((one, index) => ({ one, name: `${index + 1}: ${one.script.trim().split('\n')[0]}` })))('$name', async ({ one }) => {
    const { stdout, stderr, status, left } = await runInSandbox(one, shellOf(topic));
    expect({ stdout, stderr, status, left }).toEqual({ stdout: one.stdout ?? '', stderr: one.stderr ?? '', status: one.status ?? 0, left: [] });
  });

  it.skipIf(!hasReal(shellOf(topic)))('is what the shell of this machine does', () => {
    const cases = readCases(topic);
    const recorded = cases.map(({ stdout = '', stderr = '', status = 0 }) => ({ stdout, stderr, status }));
    expect(cases.map((one) => runReal(one, shellOf(topic)))).toEqual(recorded);
  });
});
