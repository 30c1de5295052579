import type { Process } from '../../../kernel/index.ts';

/** Puts the terminal on stdin into raw mode; the result puts it back, once. */
export function makeRaw(process: Process): () => void {
  if (!process.isatty(0)) return () => undefined;
  const saved = process.tcgetattr(0);
  process.tcsetattr(0, { canonical: false, echo: false, signals: false, crToNl: false, nlToCrNl: false, flowControl: false });
  let raw = true;
  return () => {
    if (!raw) return;
    raw = false;
    process.tcsetattr(0, saved);
  };
}
