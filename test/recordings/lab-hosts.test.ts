import { afterAll, test } from 'vitest';
import { createMachinesFor } from '../../src/cli/labs/create-machines.ts';
import type { MachineSource } from '../../src/cli/labs/machine-source.ts';
import { hostsSuite } from '../backend/hosts-suite.ts';
import { expectProof } from '../backend/lab-proof.ts';
import { twoHostsLab } from '../fixtures/two-hosts-lab.ts';

let source: Promise<MachineSource> | undefined;

afterAll(async () => (await source)?.[Symbol.asyncDispose]());

hostsSuite('real Docker hosts', async (hosts) => {
  const { create } = await (source ??= createMachinesFor('docker'));
  return create({ hosts });
});

test('a lab of two hosts is proved on real Docker', async () => {
  const { create } = await (source ??= createMachinesFor('docker'));
  await expectProof(twoHostsLab(), create);
});
