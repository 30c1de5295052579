import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootHost } from '../../../src/host/index.ts';
import { readCases, type Step, topics } from './case.ts';
import { runInSandbox } from './sandbox.ts';

/** A step as one text. */
function show({ run, exit, stdout = '', stderr = '' }: Step): string {
  return `$ ${run}\n${stdout}${stderr && `--- stderr\n${stderr}`}--- exit ${exit}\n`;
}

describe.each(topics())('%s: the sandbox reads Compose files as the real command does', (topic) => {
  let host: Awaited<ReturnType<typeof bootHost>>;
  beforeAll(async () => {
    host = await bootHost();
  });
  afterAll(() => host.dispose());

  it.for(readCases(topic).map((one, index) => ({ ...one, index })))('$name', async ({ index, ...one }) => {
    const played = await runInSandbox(host, topic, index, one);
    expect(played.map(show).join('\n')).toBe(one.steps.map(show).join('\n'));
  });
});
