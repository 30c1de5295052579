import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bootHost, type Host } from '../../src/host/index.ts';
import { type Measurement, timed } from './measurement.ts';

const count = 1000;

/** Bytes in use once everything unused is gone. */
async function settledHeap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

/** A thousand hosts alive in one process: their boot, a command in each, what each keeps in memory. */
export async function hostsMeasurements(): Promise<Measurement[]> {
  // What all hosts share is loaded before.
  await using first = await bootHost();
  await first.exec('echo ready | cat');
  const before = await settledHeap();
  const hosts: Host[] = [];
  try {
    const boot = await timed(async () => {
      for (let index = 0; index < count; index++) hosts.push(await bootHost({ hostname: `host${index}` }));
    });
    const idle = (await settledHeap()) - before;
    const run = await timed(async () => {
      const said = await Promise.all(hosts.map((host) => host.exec('hostname | cat > /tmp/name; cat /tmp/name')));
      said.forEach(({ stdout }, index) => {
        if (stdout !== `host${index}\n`) throw new Error(`host${index} said ${JSON.stringify(stdout)}`);
      });
    });
    const used = (await settledHeap()) - before;
    return [
      { what: 'boot of 1,000 hosts', value: boot, unit: 'ms', limit: 5000, how: 'one after another, in one process' },
      { what: 'a pipeline in each of them', value: run, unit: 'ms', limit: 8000, how: 'all at once' },
      { what: 'memory of an idle host', value: idle / count / 1000, unit: 'kB', limit: 250, how: 'mean of 1,000, garbage collected' },
      { what: 'after a command', value: used / count / 1000, unit: 'kB', limit: 400, how: 'the same' },
      { what: 'memory of the process with 1,000 hosts', value: process.memoryUsage().rss / 1e6, unit: 'MB', limit: 1000, how: 'resident set' },
    ];
  } finally {
    for (const host of hosts) await host.dispose();
  }
}
