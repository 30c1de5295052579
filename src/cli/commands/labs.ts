import { parseArgs } from 'node:util';
import { LabMistakes, testLab } from '../../lab/authoring/index.ts';
import type { Lab, LabBackend } from '../../lab/index.ts';
import { labIds, readLab } from '../labs/read-lab.ts';
import { createMachinesFor } from '../labs/create-machines.ts';
import { proofLine } from '../labs/report-proof.ts';
import { UsageError } from '../usage-error.ts';

function list(): number {
  for (const id of labIds()) {
    const lab = readLab(id);
    process.stdout.write(`${id}\t${lab.tasks.length} tasks\t${lab.rows.join(' ')}\t${lab.title.en}\n`);
  }
  return 0;
}

function lint(ids: readonly string[]): number {
  let status = 0;
  for (const id of ids) {
    try {
      readLab(id);
      process.stdout.write(`${id}: ok\n`);
    } catch (error) {
      if (!(error instanceof LabMistakes)) throw error;
      process.stdout.write(`${error.message}\n`);
      status = 1;
    }
  }
  return status;
}

/** Labs that are proved at once: most of the time goes into waiting, for hosts to start and for checks' own pauses. */
const atOnce = 3;

async function test(ids: readonly string[], backend: LabBackend): Promise<number> {
  let passed = 0;
  let failed = 0;
  const waiting = ids.map(readLab);
  const work = async (): Promise<void> => {
    for (let lab = waiting.shift(); lab; lab = waiting.shift()) {
      const lines = await proofs(lab, backend, (ok) => {
        if (ok) passed++;
        else failed++;
      });
      process.stdout.write(lines);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** Proves one lab; gives what is to be said of it, so that labs do not talk at the same time. */
async function proofs(lab: Lab, backend: LabBackend, count: (ok: boolean) => void): Promise<string> {
  if (!lab.backends.includes(backend)) return `${lab.id}: not for ${backend}\n`;
  let lines = `${lab.id} on ${backend}\n`;
  await using machines = await createMachinesFor(backend);
  await testLab(lab, machines.create, (proof) => {
    count(proof.ok);
    lines += `  ${proofLine(proof).replaceAll('\n', '\n  ')}\n`;
  });
  return lines;
}

/** `labs list`, `labs lint [ID…]`, `labs test [ID…] [--backend sandbox|docker]`. */
export async function labs(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { backend: { type: 'string', default: 'sandbox' } } });
  const [verb, ...named] = positionals;
  const ids = named.length > 0 ? named : labIds();
  const { backend } = values;
  if (backend !== 'sandbox' && backend !== 'docker') throw new UsageError(`--backend is sandbox or docker, not ${backend}`);
  if (verb === 'list') return list();
  if (verb === 'lint') return lint(ids);
  if (verb === 'test') return test(ids, backend);
  throw new UsageError(`expected list, lint or test${verb === undefined ? '' : `, found ${verb}`}`);
}
