import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabHostDriver } from '../../src/server/index.ts';
import { comparable, readTranscript, transcriptNames } from '../conformance/docker/transcript.ts';
import { record, recordingHosts } from './record.ts';

let hosts: LabHostDriver;

beforeAll(async () => {
  hosts = await recordingHosts();
});

afterAll(() => hosts?.dispose());

it.concurrent.for(transcriptNames())('%s is as the real engine does it', async (name, { expect: expectHere }) => {
  const { steps } = await record(hosts, name);
  expectHere(steps.map(comparable)).toEqual(readTranscript(name).steps.map(comparable));
});

it('there is something to record', () => {
  expect(transcriptNames().length).toBeGreaterThan(10);
});
