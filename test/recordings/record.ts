import { dockerLabHosts, ensureGolden, type LabHostDriver } from '../../src/server/index.ts';
import { play, readTranscript, type Step, type Transcript } from '../conformance/docker/transcript.ts';

/** Opens the driver whose hosts recordings are made on. */
export async function recordingHosts(): Promise<LabHostDriver> {
  return dockerLabHosts(await ensureGolden());
}

/** Plays a transcript on a fresh real host; gives it as it would be written. */
export async function record(hosts: LabHostDriver, name: string): Promise<Transcript> {
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
