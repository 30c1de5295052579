import { describe, expect, it } from 'vitest';
import { readCases, topics } from './case.ts';
import { hasRealTools, runReal } from './real-tools.ts';
import { runInSandbox } from './sandbox.ts';

describe.each(topics())('%s', (topic) => {
  it.each(readCases(topic).map((one, index) => ({ one, name: `${index + 1}: ${one.script.trim().split('\n')[0]}` })))('$name', async ({ one }) => {
    expect(await runInSandbox(one)).toEqual({ stdout: one.stdout ?? '', stderr: one.stderr ?? '', status: one.status ?? 0 });
  });

  it.skipIf(!hasRealTools(topic))('is what the tools of this machine do', () => {
    const cases = readCases(topic);
    expect(cases.map(runReal)).toEqual(cases.map(({ stdout = '', stderr = '', status = 0 }) => ({ stdout, stderr, status })));
  });
});
