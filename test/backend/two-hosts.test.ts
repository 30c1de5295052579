import { test } from 'vitest';
import { createMachinesFor } from '../../src/cli/labs/create-machines.ts';
import { twoHostsLab } from '../fixtures/two-hosts-lab.ts';
import { expectProof } from './lab-proof.ts';

test('a lab of two hosts is proved in the sandbox', async () => {
  await using source = await createMachinesFor('sandbox');
  await expectProof(twoHostsLab(), source.create);
});
