import { parseArgs } from 'node:util';
import { LabMistakes, type Proof, testLab } from '../../lab/authoring/index.ts';
import type { Lab, LabBackend } from '../../lab/index.ts';
import { labIds, proofFolders, readLab } from '../labs/read-lab.ts';
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

async function test(ids: readonly string[], backend: LabBackend, changed: boolean): Promise<number> {
  let passed = 0;
  let failed = 0;
  // The longest first, so that none is left alone at the end.
  const waiting = ids.map(readLab).sort((a, b) => lengthOf(b) - lengthOf(a));
  const work = async (): Promise<void> => {
    for (let lab = waiting.shift(); lab; lab = waiting.shift()) {
      if (!lab.backends.includes(backend)) {
        process.stdout.write(`${lab.id}: not for ${backend}\n`);
        continue;
      }
      const { proofs, before } = await prove(lab, backend, changed);
      passed += proofs.filter(({ ok }) => ok).length;
      failed += proofs.filter(({ ok }) => !ok).length;
      // All at once: labs do not talk at the same time.
      process.stdout.write([`${lab.id} on ${backend}${before ? ', unchanged since it was proved on this machine' : ''}`, ...proofs.map(proofLine)].join('\n').replaceAll('\n', '\n  ').concat('\n'));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** How much is typed in all of a lab's proofs, in characters: most wrong turns begin with the solutions before them. */
function lengthOf(lab: Lab): number {
  let [all, before] = [0, 0];
  for (const { solve, wrong } of lab.tasks) {
    all += solve.text.length + wrong.reduce((sum, { text }) => sum + before + text.length, 0);
    before += solve.text.length;
  }
  return all;
}

/** Proofs of which some failed, which are not remembered. */
class NotProved extends Error {
  readonly proofs: readonly Proof[];

  constructor(proofs: readonly Proof[]) {
    super('not proved');
    this.proofs = proofs;
  }
}

/** Proves one lab; `changed`: unless it was proved on this machine before and nothing has changed since. */
async function prove(lab: Lab, backend: LabBackend, changed: boolean): Promise<{ proofs: readonly Proof[]; before: boolean }> {
  await using machines = await createMachinesFor(backend);
  const all = async (): Promise<Proof[]> => {
    const proofs: Proof[] = [];
    await testLab(lab, machines.create, (proof) => proofs.push(proof));
    return proofs;
  };
  if (!changed || !machines.once) return { proofs: await all(), before: false };
  try {
    const { words, before } = await machines.once(`lab.${lab.id}`, proofFolders(lab.id), async () => {
      const proofs = await all();
      if (proofs.some(({ ok }) => !ok)) throw new NotProved(proofs);
      return JSON.stringify(proofs);
    });
    return { proofs: JSON.parse(words) as Proof[], before };
  } catch (error) {
    if (error instanceof NotProved) return { proofs: error.proofs, before: false };
    throw error;
  }
}

/** `labs list`, `labs lint [ID…]`, `labs test [ID…] [--backend sandbox|docker] [--changed]`: with `--changed`, on real Docker, what was proved on this machine before is not proved again. */
export async function labs(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { backend: { type: 'string', default: 'sandbox' }, changed: { type: 'boolean', default: false } } });
  const [verb, ...named] = positionals;
  const ids = named.length > 0 ? named : labIds();
  const { backend, changed } = values;
  if (backend !== 'sandbox' && backend !== 'docker') throw new UsageError(`--backend is sandbox or docker, not ${backend}`);
  if (verb === 'list') return list();
  if (verb === 'lint') return lint(ids);
  if (verb === 'test') return test(ids, backend, changed);
  throw new UsageError(`expected list, lint or test${verb === undefined ? '' : `, found ${verb}`}`);
}
