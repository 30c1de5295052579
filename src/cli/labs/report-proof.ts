import type { Proof } from '../../lab/authoring/index.ts';

/** One line per proof: `ok   moo wrong-rm (420 ms)`. */
export function proofLine({ task, step, ok, detail, ms }: Proof): string {
  return `${ok ? 'ok  ' : 'FAIL'} ${task} ${step} (${Math.round(ms)} ms)${detail === undefined ? '' : `\n     ${detail.replaceAll('\n', '\n     ')}`}`;
}
