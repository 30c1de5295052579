import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabHostDriver } from '../../src/server/index.ts';
import { readTranscript, type Step, transcriptNames } from '../conformance/docker/transcript.ts';
import { record, recordingHosts } from './record.ts';

let hosts: LabHostDriver;

beforeAll(async () => {
  hosts = await recordingHosts();
});

afterAll(() => hosts?.dispose());

/** Docker promises no order between a container's stdout and its stderr: where a command brings both together, lines count, not their order. */
function comparable(steps: readonly Step[]): Step[] {
  return steps.map((step) => (step.run.includes('2>&1') && step.stdout !== undefined ? { ...step, stdout: step.stdout.split('\n').sort().join('\n') } : step));
}

it.concurrent.for(transcriptNames())('%s is as the real engine does it', async (name, { expect: expectHere }) => {
  const { steps } = await record(hosts, name);
  expectHere(comparable(steps)).toEqual(comparable(readTranscript(name).steps));
});

it('there is something to record', () => {
  expect(transcriptNames().length).toBeGreaterThan(10);
});
