import { expect } from 'vitest';
import { type CreateMachines, type Proof, testLab } from '../../src/lab/authoring/index.ts';
import type { Lab } from '../../src/lab/index.ts';

/** Proves a lab; fails with every step that did not hold. */
export async function expectProof(lab: Lab, create: CreateMachines): Promise<void> {
  const proofs: Proof[] = [];
  await testLab(lab, create, (proof) => proofs.push(proof));
  expect(proofs.filter(({ ok }) => !ok)).toEqual([]);
  expect(proofs).toHaveLength(lab.tasks.reduce((sum, { wrong }) => sum + wrong.length + 2, 0));
}
