import { bootHost } from '../../src/host/index.ts';
import { dockerLabHosts, ensureGolden, type LabHostDriver, whyNoDocker } from '../../src/server/index.ts';
import { type Measurement, medianOf, timed } from './measurement.ts';

/** What both kinds of host can do. */
interface BenchHost {
  exec(script: string, options: { user: string }): Promise<{ exitCode: number; stderr: string }>;
  dispose(): Promise<void>;
}

/** Milliseconds from nothing to a shell that has run, and of `docker run` with the image there. */
async function measure(create: () => Promise<BenchHost>, runs: number): Promise<{ boot: number; run: number }> {
  const boot = await medianOf(runs, async () => {
    let host: BenchHost | undefined;
    const ms = await timed(async () => {
      host = await create();
      await must(host, 'true');
    });
    await host?.dispose();
    return ms;
  });
  const host = await create();
  try {
    await must(host, 'docker pull -q alpine');
    const run = await medianOf(runs, () => timed(() => must(host, 'docker run --rm alpine true')));
    return { boot, run };
  } finally {
    await host.dispose();
  }
}

async function must(host: BenchHost, script: string): Promise<void> {
  const { exitCode, stderr } = await host.exec(script, { user: 'learner' });
  if (exitCode !== 0) throw new Error(`${script} ended with status ${exitCode}: ${stderr}`);
}

async function measureReal(): Promise<Awaited<ReturnType<typeof measure>> | undefined> {
  const why = await whyNoDocker();
  if (why !== undefined) {
    process.stderr.write(`no real Docker beside it: ${why}\n`);
    return undefined;
  }
  const hosts: LabHostDriver = dockerLabHosts(await ensureGolden());
  try {
    await (await hosts.create()).dispose();
    return await measure(() => hosts.create(), 3);
  } finally {
    await hosts.dispose();
  }
}

/** Boot of a host and a container's run, here and on a real lab host. */
export async function hostMeasurements(): Promise<Measurement[]> {
  const here = await measure(() => bootHost(), 9);
  const real = await measureReal();
  const pair = (name: keyof typeof here): { value: number; real?: number } => ({ value: here[name], ...(real && { real: real[name] }) });
  return [
    { what: 'boot of a host', ...pair('boot'), unit: 'ms', limit: 50, how: 'median of 9 in Node, to the end of the first script' },
    { what: 'docker run --rm alpine true', ...pair('run'), unit: 'ms', how: 'median of 9, image present' },
  ];
}
