import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkerBackend } from '../../src/backend/index.ts';
import { systemClock } from '../../src/base/index.ts';
import { HostService, type StateStore } from '../../src/host/index.ts';
import { checkTask, homeOf, type Lab, type LabMachines, runAsLearner, setUpLab } from '../../src/lab/index.ts';
import { parseLab } from '../../src/lab/authoring/index.ts';
import { portTransport } from '../../src/protocol/index.ts';
import { dockerLabHosts, ensureGolden, whyNoDocker } from '../../src/server/index.ts';
import { type Measurement, medianOf, timed } from './measurement.ts';

const labId = 'cowsay';

function readLab(): Lab {
  const folder = join('labs', labId);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return parseLab(labId, new Map(files.map(({ parentPath, name }) => [join(parentPath, name).slice(folder.length + 1), new Uint8Array(readFileSync(join(parentPath, name)))])));
}

/** The answer to a task that asks for one: the solution prints it in a line `answer …`. */
function answerOf(stdout: string): string {
  return /^answer (.*)$/m.exec(stdout)?.[1] ?? '';
}

/** Does the lab as its solutions do it; after each task, the median time of its passing check. */
async function verdictTimes(lab: Lab, machines: LabMachines, runs: number): Promise<Map<string, number>> {
  await setUpLab(lab, machines);
  const times = new Map<string, number>();
  for (const task of lab.tasks) {
    const { stdout } = await runAsLearner(lab, task, task.solve, machines);
    const answer = task.answer ? answerOf(stdout) : '';
    times.set(
      task.id,
      await medianOf(runs, () =>
        timed(async () => {
          const verdict = await checkTask(lab, task, machines, answer);
          if (verdict.kind !== 'passed') throw new Error(`${labId}/${task.id}: the check does not pass after the solution: ${JSON.stringify(verdict)}`);
        }),
      ),
    );
  }
  return times;
}

/** As a page has it: the lab's hosts at the other end of a message port. */
async function inSandbox(lab: Lab): Promise<Map<string, number>> {
  const store: StateStore = { load: async () => undefined, save: async () => undefined, remove: async () => undefined };
  const { port1, port2 } = new MessageChannel();
  const service = new HostService(portTransport(port2), store, systemClock);
  const backend = createWorkerBackend(port1);
  try {
    await backend.boot({ hosts: lab.hosts, user: lab.user });
    return await verdictTimes(lab, backend, 9);
  } finally {
    service.dispose();
    backend.dispose();
  }
}

async function onRealDocker(lab: Lab): Promise<Map<string, number> | undefined> {
  const why = await whyNoDocker();
  if (why !== undefined) {
    process.stderr.write(`no real Docker beside it: ${why}\n`);
    return undefined;
  }
  const driver = dockerLabHosts(await ensureGolden());
  try {
    const [hostname] = lab.hosts;
    const host = await driver.create({ ...(hostname !== undefined && { hostname }) });
    const machines: LabMachines = {
      exec: (script, { host: _host, sealed: _sealed, ...options } = {}) => host.exec(script, { cwd: homeOf(options.user ?? 'root'), ...options }),
      files: { write: (path, data, { host: _host, ...options } = {}) => host.putFiles([{ path, data, ...options }]) },
    };
    return await verdictTimes(lab, machines, 3);
  } finally {
    await driver.dispose();
  }
}

/** The verdict on each task of a lab, by its own check script through the lab's runner; the slowest task counts. */
export async function checkMeasurements(): Promise<Measurement[]> {
  const lab = readLab();
  const here = await inSandbox(lab);
  const real = await onRealDocker(lab);
  const [slowest = '', value = Number.NaN] = [...here].sort(([, a], [, b]) => b - a)[0] ?? [];
  const realValue = real?.get(slowest);
  return [{ what: "a check's verdict", value, ...(realValue !== undefined && { real: realValue }), unit: 'ms', limit: 100, how: `median of 9 for ${labId}/${slowest}, the slowest of ${here.size} tasks, through the runner and the protocol` }];
}
