import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparable, readTranscript, transcriptNames } from '../conformance/docker/transcript.ts';
import { checkOnce, openRecorder, record, type Recorder } from './record.ts';

let recorder: Recorder;

beforeAll(async () => {
  recorder = await openRecorder();
});

afterAll(() => recorder?.hosts.dispose());

/** What the real engine gave, for comparison. */
async function realSteps(name: string): Promise<unknown[]> {
  return (await record(recorder, name)).steps.map(comparable);
}

/** The longest first, so that none is left alone at the end. */
const names = transcriptNames().map((name) => ({ name, steps: readTranscript(name).steps.length })).sort((a, b) => b.steps - a.steps).map(({ name }) => name);

// BuildKit gives up a step's output when its client is slow, so a busy machine can lose lines. What differs is therefore asked for once more, on a fresh host, and told:
// a change of the engine or of our hosts comes again, luck does not.
it.concurrent.for(names)('%s is as the real engine does it', (name, { expect: expectHere }) => checkOnce(recorder, name, async () => {
  const recorded = readTranscript(name).steps.map(comparable);
  const steps = await realSteps(name);
  if (isDeepStrictEqual(steps, recorded)) return;
  const differing = readTranscript(name).steps.flatMap(({ run }, index) => (isDeepStrictEqual(steps[index], recorded[index]) ? [] : [`${run}\n  gave ${JSON.stringify(steps[index])}`]));
  console.warn(`${name}: asked again for\n${differing.join('\n')}`);
  expectHere(await realSteps(name)).toEqual(recorded);
}));

it('there is something to record', () => {
  expect(names.length).toBeGreaterThan(10);
});
