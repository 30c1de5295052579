import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ComposeCase, directoryOf, environment, normalize, readCases, type Step, topics, writeCases } from './case.ts';

// Runs the cases with Debian's docker-compose (2.26.1) and writes down what it says: `node scripts/run.mjs test/conformance/compose/record.ts [--new] [TOPIC…]`. No daemon is needed. `--new`: only
// cases without results.

function play(topic: string, index: number, { files = {}, env = {}, steps }: ComposeCase): Required<Step>[] {
  const directory = directoryOf(topic, index);
  rmSync(dirname(directory), { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const played = steps.map(({ run }) => {
    const { status, stdout, stderr } = spawnSync('/bin/bash', ['-c', run], { cwd: directory, env: { ...environment, ...env }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return { run, exit: status ?? -1, stdout: normalize(stdout), stderr: normalize(stderr) };
  });
  rmSync(dirname(directory), { recursive: true, force: true });
  return played;
}

const [, , ...words] = process.argv;
const onlyNew = words.includes('--new');
const wanted = words.filter((word) => word !== '--new');
for (const topic of topics().filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const cases = readCases(topic).map((one, index) => {
    if (onlyNew && one.steps.every(({ exit }) => exit !== undefined)) return one;
    const [first, second] = [play(topic, index, one), play(topic, index, one)];
    if (JSON.stringify(first) !== JSON.stringify(second)) process.stderr.write(`${topic}: ${one.name}: not the same twice\n`);
    return { ...one, steps: first };
  });
  writeCases(topic, cases);
  process.stdout.write(`${topic}: ${cases.reduce((sum, { steps }) => sum + steps.length, 0)} commands\n`);
}
