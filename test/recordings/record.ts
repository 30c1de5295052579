import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dockerLabHosts, ensureGolden, type Golden, type LabHostDriver, shownOnce } from '../../src/server/index.ts';
import { play, readTranscript, type Step, type Transcript } from '../conformance/docker/transcript.ts';

/** What recordings are made with. */
export interface Recorder {
  readonly golden: Golden;
  readonly hosts: LabHostDriver;
}

/** Opens the driver whose hosts recordings are made on. */
export async function openRecorder(): Promise<Recorder> {
  const golden = await ensureGolden();
  return { golden, hosts: dockerLabHosts(golden) };
}

/** Checks a transcript, unless the same one was found right on this machine before, with the same hosts. */
export async function checkOnce({ golden }: Recorder, name: string, check: () => Promise<void>): Promise<void> {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const how = ['transcript.ts', 'normalize.ts'].map((file) => readFileSync(here(`../conformance/docker/${file}`), 'utf8'));
  await shownOnce(golden, `recording.${name}`, { texts: [JSON.stringify(readTranscript(name)), ...how], folders: [here('.')] }, async () => {
    await check();
    return '';
  });
}

/** Plays a transcript on a fresh real host; gives it as it would be written. */
export async function record({ hosts }: Recorder, name: string): Promise<Transcript> {
  const transcript = readTranscript(name);
  const host = await hosts.create();
  try {
    const steps = await play(transcript, (script, options) => host.exec(script, options));
    return {
      ...transcript,
      steps: steps.map(({ run, exit, stdout, stderr }, index): Step => {
        const { sandbox } = transcript.steps[index] ?? {};
        return { run, exit, ...(stdout && { stdout }), ...(stderr && { stderr }), ...(sandbox !== undefined && { sandbox }) };
      }),
    };
  } finally {
    await host.dispose();
  }
}

/** Runs `work` on every item, at most `limit` at once. */
export async function eachOf<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
