import { it } from 'vitest';
import { bootHost } from '../../../src/host/index.ts';
import { comparable, play, readTranscript, type Step, transcriptNames } from './transcript.ts';

/** A step as one text; lines in which the sandbox may differ are left out. */
function show(given: Step, sandbox: Step['sandbox']): string {
  const step = comparable(given);
  const output = `${step.stdout ?? ''}${step.stderr ? `--- stderr\n${step.stderr}` : ''}`;
  const differs = sandbox && new RegExp(sandbox.lines);
  const shown = differs ? output.split('\n').filter((line) => !differs.test(line)).join('\n') : output;
  return `$ ${step.run}\n${shown}--- exit ${step.exit}\n`;
}

// At once, because most of a transcript's time goes into its own waiting.
it.concurrent.for(transcriptNames())('%s: the sandbox answers as the real engine does', async (name, { expect }) => {
  const transcript = readTranscript(name);
  const host = await bootHost();
  try {
    const steps = await play(transcript, (script, options) => host.exec(script, options), 30_000);
    const pairs = transcript.steps.map((expected, index) => [show(steps[index] ?? { run: '(missing)' }, expected.sandbox), show(expected, expected.sandbox)] as const);
    const wrong = pairs.filter(([got, wanted]) => got !== wanted);
    expect(wrong.map(([got]) => got).join('\n'), `${wrong.length} of ${pairs.length} commands of ${name} differ`).toBe(wrong.map(([, wanted]) => wanted).join('\n'));
  } finally {
    await host.dispose();
  }
});
