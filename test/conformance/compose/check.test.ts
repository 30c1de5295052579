import { expect, it } from 'vitest';
import { checkComposeFile } from '../../../src/docker/compose/file/check/index.ts';
import { readCases, topics } from './case.ts';

/** What the text alone does not show: names and variables from outside. */
const beyondTheText = /required variable|failed to cast|invalid project name|project name must not be empty|empty compose file/;

/** Cases of one file, of which `docker compose config` says whether it is good. */
const single = topics().flatMap((topic) =>
  readCases(topic).flatMap(({ name, files = {}, env, steps }) => {
    const step = steps.find(({ run }) => run === 'docker compose config');
    const text = files['compose.yaml'];
    if (!step || text === undefined || Object.keys(files).length > 1 || env || /^include|extends:|env_file|label_file|profiles:/m.test(text) || beyondTheText.test(step.stderr ?? '')) return [];
    return [{ name: `${topic}: ${name}`, text, good: step.exit === 0 }];
  }),
);

const errorsOf = (text: string): string[] => checkComposeFile(text).filter(({ severity }) => severity === 'error').map(({ line, message }) => `${line}: ${message}`);

it.for(single.filter(({ good }) => good))('an editor has nothing to say where the command has not: $name', ({ text }) => {
  expect(errorsOf(text)).toEqual([]);
});

it.for(single.filter(({ good }) => !good))('an editor says something where the command refuses: $name', ({ text }) => {
  expect(errorsOf(text)).not.toEqual([]);
});
